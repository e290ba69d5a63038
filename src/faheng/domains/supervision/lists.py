"""The registers of supervision as they are shown, imported and exported."""

from __future__ import annotations

from faheng.domains.supervision.registers import DEFAULTS, SupervisionParameter
from faheng.kernel.parties.models import Division
from faheng.kernel.registers.columns import Choice, Number, Reference
from faheng.kernel.registers.declare import DATES, REGISTERS, Register

SUPERVISION_PARAMETERS = REGISTERS.add(
    "supervision_parameters",
    Register(
        key="supervision_parameters",
        title="监督参数",
        model=SupervisionParameter,
        columns=(
            Choice(
                "name",
                "参数",
                required=True,
                choices=tuple((name, d.title) for name, d in DEFAULTS.items()),
            ),
            Number("value", "数值", required=True),
            Reference("division", "区划代码", model=Division),
            *DATES,
        ),
        identity=("name", "division"),
        searched=("code", "name"),
        related=("division",),
    ),
)
