"""Columns of the item list that are looked up: code, department, provisions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from faheng.domains.enforcement.citing import Stands, reference, said
from faheng.domains.enforcement.provisions import Provision
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Organ
from faheng.kernel.registers.columns import BadCell, Column
from faheng.kernel.registers.declare import Row
from faheng.lawbase.models import TargetOutcome
from faheng.lawbase.queries import check

_BODY = re.compile(r"(?:主管|行政)*(?:部门|机关|局|委员会)?$")


@dataclass(frozen=True)
class TwelveFigures(Column):
    """The code that the unified list of items gives."""

    def parse(self, raw: str, day: date) -> str:
        """Read twelve figures."""
        text = unicodedata.normalize("NFKC", raw).replace(" ", "")
        if not re.fullmatch(r"[0-9]{12}", text):
            message = f"“{raw}”不是12位数字"
            raise BadCell(message)
        return text


@dataclass(frozen=True)
class Department(Column):
    """A department: an organ of the register, or the department of a field."""

    def parse(self, raw: str, day: date) -> str:
        """Take over the name of a department that is known."""
        named = Q(name=raw) | Q(short_name=raw) | Q(code=raw)
        if _is_field(raw) or Organ.objects.filter(named).exists():
            return super().parse(raw, day)  # type: ignore[no-any-return]
        message = f"“{raw}”不在执法主体名录里，也不是执法领域的部门"
        raise BadCell(message)


def _is_field(name: str) -> bool:
    """Whether a name is a field's, as 市场监管部门 or 生态环境主管部门."""
    return _BODY.sub("", name) in {title for _, title in Field.pairs()}


def number_is_free(row: Row) -> str | None:
    """Say which other item has the code on some day of the entry."""
    if not row["number"]:
        return None
    last: date = row["valid_until"] or date.max - timedelta(days=1)
    other = (
        EnforcementItem.objects
        .filter(number=row["number"], valid_from__lte=last)
        .exclude(valid_until__lt=row["valid_from"])
        .exclude(code=row["code"])
        .first()
    )
    return f"事项编码{row['number']}已由“{other.name}”使用" if other else None


def provisions_stand(row: Row) -> str | None:
    """Say which provisions are no basis on the entry's first day."""
    wrong = [
        f"{given}：{found.sentence}"
        for given, found in _looked_up(row)
        if found.checked.is_wrong
    ]
    return "；".join(wrong) or None


def provisions_not_held(row: Row) -> list[str]:
    """Say which provisions could not be looked up."""
    return [
        f"{given}：{said(found.checked)}"
        for given, found in _looked_up(row)
        if found.checked.outcome is TargetOutcome.NOT_HELD
    ]


def _looked_up(row: Row) -> Iterator[tuple[Provision, Stands]]:
    given: list[Any] = [*(row["violations"] or ()), *(row["penalties"] or ())]
    found = check((reference(one) for one in given), row["valid_from"])
    for one in given:
        yield one, Stands(reference(one), found[reference(one)])
