"""Every write on papers' numbers."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F

from faheng.kernel.documents.models import NumberSeries, VoidedNumber

PRINTED = re.compile(r"(?P<mark>.+)〔(?P<year>[0-9]{4})〕(?P<number>[1-9][0-9]*)号")


class NumberOutsideTransaction(Exception):
    """文号只能在办理事项的同一事务内取用。"""


class NumberNeverGiven(Exception):
    """该序号尚未使用，不能作废。"""


def next_number(organ_id: int, short_mark: str, mark: str, year: int) -> str:
    """Give out the next number of a series, inside the caller's transaction.

    Raising `last` takes the row's lock (on SQLite the writer's), so a second
    caller waits until the first one's act is kept or undone: no gap, no twin.

    Args:
        organ_id: the organ that issues.
        short_mark: the organ's own mark, as "望城".
        mark: the paper's mark, as "罚决".
        year: the year of issue.

    Returns:
        The number as printed, as "望城罚决〔2026〕1号".

    Raises:
        NumberOutsideTransaction: there is no transaction that could undo it.
    """
    if not connection.in_atomic_block:
        raise NumberOutsideTransaction(NumberOutsideTransaction.__doc__)
    key: dict[str, Any] = {
        "organ_id": organ_id,
        "mark": f"{short_mark}{mark}",
        "year": year,
    }
    series = NumberSeries.objects.filter(**key)
    if not series.update(last=F("last") + 1):
        # Two may open a series at once: the loser finds the winner's row.
        NumberSeries.objects.get_or_create(**key)
        series.update(last=F("last") + 1)
    kept = series.get()
    return kept.printed(kept.last)


def void_number(
    printed: str, *, organ_id: int, reason: str, by_id: int, at: datetime
) -> VoidedNumber:
    """Keep a number that stands on no paper in force, with its reason.

    Raises:
        NumberNeverGiven: the series has not come so far.
    """
    read = PRINTED.fullmatch(printed)
    series = (
        read
        and NumberSeries.objects.filter(
            organ_id=organ_id,
            mark=read["mark"],
            year=int(read["year"]),
            last__gte=int(read["number"]),
        ).first()
    )
    if not read or not series:
        raise NumberNeverGiven(NumberNeverGiven.__doc__)
    return VoidedNumber.objects.create(
        series=series, number=int(read["number"]), reason=reason, by_id=by_id, at=at
    )
