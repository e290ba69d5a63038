"""Registers of items, powers, thresholds and parameters."""

from __future__ import annotations

from faheng.domains.enforcement.item_fines import Brackets
from faheng.domains.enforcement.kinds import (
    FineBase,
    Gate,
    Measure,
    PenaltyKind,
    ProvisionRole,
    Subject,
    Unit,
)
from faheng.domains.enforcement.lists.listed import (
    Department,
    TwelveFigures,
    number_is_free,
    provisions_not_held,
    provisions_stand,
)
from faheng.domains.enforcement.lists.official import official
from faheng.domains.enforcement.parameters import DEFAULTS
from faheng.domains.enforcement.provisions import Provisions
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    Parameter,
    Power,
    Threshold,
)
from faheng.kernel.parties.declare import Field, Level
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.registers.columns import (
    Choice,
    Choices,
    Column,
    Number,
    Reference,
    YesNo,
    Yuan,
)
from faheng.kernel.registers.declare import DATES, REGISTERS, Register, Row

_FIELDS = tuple(Field.pairs())


def _choices(pairs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((value, str(title)) for value, title in pairs)


def _fine_in_order(row: Row) -> str | None:
    low, high = row["fine_min"], row["fine_max"]
    if low is not None and high is not None and high < low:
        return "罚款上限低于下限"
    return None


def _provisions_given(row: Row) -> str | None:
    if PenaltyKind.FINE not in row["kinds"] and row["fine_max"] is not None:
        return "填写了罚款数额，处罚种类中却没有罚款"
    return _fine_in_order(row)


def _item_is_right(row: Row) -> str | None:
    return _provisions_given(row) or number_is_free(row) or provisions_stand(row)


ITEM_COLUMNS: tuple[Column, ...] = (
    Column("code", "事项代码", required=True, limit=160),
    Column("name", "事项名称", required=True, limit=200),
    Choice("field", "执法领域", required=True, choices=_FIELDS),
    Choice(
        "subject",
        "适用对象",
        choices=_choices(Subject.choices),
        default=Subject.ANY,
    ),
    Provisions(
        "violations",
        "违法依据",
        required=True,
        role=ProvisionRole.VIOLATION,
    ),
    Provisions("penalties", "处罚依据", required=True, role=ProvisionRole.PENALTY),
    Choices(
        "kinds",
        "处罚种类",
        required=True,
        choices=_choices(PenaltyKind.choices),
        child_field="kind",
    ),
    Yuan("fine_min", "罚款下限（元）"),
    Yuan("fine_max", "罚款上限（元）"),
    Choice(
        "fine_base",
        "罚款计算基准",
        choices=_choices(FineBase.choices),
        default=FineBase.FIXED,
    ),
    Brackets("fines", "罚款分段"),
    YesNo("requires_prior_correction", "须先责令改正"),
    YesNo("simple_ok", "可适用简易程序"),
    Number("limitation_years", "追责时效（年）", default=2, most=99),
    Column("summary", "违法行为说明"),
    TwelveFigures("number", "事项编码"),
    Department("department", "主管部门", limit=120),
    Choice("level", "层级", choices=tuple(Level.pairs())),
    *DATES,
)

ITEMS = REGISTERS.add(
    "items",
    Register(
        key="items",
        title="行政处罚事项目录",
        model=EnforcementItem,
        basis="行政处罚法第16条",
        columns=ITEM_COLUMNS,
        searched=("code", "name", "number"),
        prefetched=("provisions", "kinds", "fines"),
        is_public=True,
        check=_item_is_right,
        notes=provisions_not_held,
        layouts=(official(ITEM_COLUMNS),),
    ),
)

POWERS = REGISTERS.add(
    "powers",
    Register(
        key="powers",
        title="执法权力清单",
        model=Power,
        basis="行政处罚法第17、24条",
        columns=(
            Reference("organ", "主体代码", required=True, model=Organ),
            Reference(
                "item", "事项代码", required=True, model=EnforcementItem, dated=True
            ),
            Column("basis_doc", "依据文件", required=True, limit=200),
            YesNo("street", "赋权街道"),
            *DATES,
        ),
        identity=("organ", "item"),
        searched=("code", "organ__name", "item__name"),
        related=("organ", "item"),
        organ="organ",
        is_public=True,
    ),
)

THRESHOLDS = REGISTERS.add(
    "thresholds",
    Register(
        key="thresholds",
        title="听证、审核与集体讨论门槛",
        model=Threshold,
        basis="行政处罚法第57、58、63条",
        columns=(
            Choice("kind", "门槛种类", required=True, choices=_choices(Gate.choices)),
            Choice(
                "subject",
                "适用对象",
                choices=_choices(Subject.choices),
                default=Subject.ANY,
            ),
            Choice(
                "measure", "金额种类", required=True, choices=_choices(Measure.choices)
            ),
            Yuan("amount", "金额（元）", required=True),
            YesNo("inclusive", "含本数", required=True),
            Reference("division", "区划代码", model=Division),
            Choice("field", "执法领域", choices=_FIELDS),
            Column("basis", "依据", required=True, limit=200),
            *DATES,
        ),
        identity=("kind", "subject", "measure", "division", "field"),
        searched=("code", "basis"),
        related=("division",),
    ),
)

PARAMETERS = REGISTERS.add(
    "parameters",
    Register(
        key="parameters",
        title="办案参数",
        model=Parameter,
        columns=(
            Choice(
                "name",
                "参数",
                required=True,
                choices=tuple((name, d.title) for name, d in DEFAULTS.items()),
            ),
            Number("value", "数值", required=True),
            Choice("unit", "单位", required=True, choices=_choices(Unit.choices)),
            Reference("division", "区划代码", model=Division),
            Choice("field", "执法领域", choices=_FIELDS),
            *DATES,
        ),
        identity=("name", "division", "field"),
        searched=("code", "name"),
        related=("division",),
    ),
)
