"""Reading registers."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.utils import timezone
from ninja import Query, Router

from faheng.api.answers_aside import RegisterOut, RegisterPageOut, RegisterRowOut
from faheng.api.auth import Asked
from faheng.api.bodies import is_storable
from faheng.kernel.registers.declare import REGISTERS
from faheng.kernel.registers.queries import Ask, entries
from faheng.kernel.registers.refusals import NotShown

router = Router(tags=["名录"])

Words = Annotated[str, Query(max_length=100)]


@router.get("/registers", response=list[RegisterOut], summary="全部名录")
def list_registers(request: Asked) -> list[RegisterOut]:
    """Every register and its columns."""
    return [
        RegisterOut(
            key=register.key,
            title=register.title,
            basis=register.basis,
            columns=list(register.titles),
        )
        for register in REGISTERS
    ]


@router.get("/registers/{key}", response=RegisterPageOut, summary="名录条目")
def read_register(
    request: Asked,
    key: str,
    on: date | None = None,
    q: Words = "",
    after: Words = "",
) -> RegisterPageOut:
    """Entries valid on a day (today, where none is given), by cursor."""
    register = REGISTERS.get(key)
    if register is None:
        raise NotShown
    if not (is_storable(q) and is_storable(after)):
        return RegisterPageOut(rows=[], after="")
    ask = Ask(on or timezone.localdate(), q, after)
    page = entries(register, ask, request.auth)
    rows = [
        RegisterRowOut(
            id=row.pk,
            code=row.code,
            cells=list(row.cells),
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )
        for row in page.rows
    ]
    return RegisterPageOut(rows=rows, after=page.after)
