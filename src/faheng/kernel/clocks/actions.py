"""The one write of clocks: importing a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from faheng.kernel.clocks import queries
from faheng.kernel.clocks.models import CalendarDay
from faheng.kernel.clocks.numbering import renumber
from faheng.kernel.clocks.reading import Rejected, Row, judge


@dataclass(frozen=True, slots=True)
class CalendarImport:
    """What came of importing a year.

    Attributes:
        year: which year.
        accepted: days now held; 0 when any row was rejected.
        rejected: rows not understood, each with its reason.
    """

    year: int
    accepted: int
    rejected: tuple[Rejected, ...]


def import_calendar_year(
    year: int, rows: Iterable[Row], *, source: str, at: datetime
) -> CalendarImport:
    """Replace what is held of a year by the rows of its notice.

    One bad row and nothing is stored: a calendar with a hole gives wrong last days
    without a sign. Clocks that rest on the year are for the caller to recompute.

    Args:
        year: the year of the notice.
        rows: day and kind; see `reading.rows_of`.
        source: the notice, as pages name it.
        at: the moment of the import.
    """
    days, rejected = judge(year, rows)
    if rejected or not days:
        nothing = (Rejected(0, "", "文件中没有任何日期"),)
        return CalendarImport(year, 0, rejected or nothing)
    with transaction.atomic():
        CalendarDay.objects.filter(day__year=year).delete()
        CalendarDay.objects.bulk_create(
            CalendarDay(day=one.day, kind=one.kind, source=source, imported_at=at)
            for one in days
        )
        queries.forget()
        renumber()
        transaction.on_commit(queries.forget)
    return CalendarImport(year, len(days), ())
