"""Every day of the calendar with its number among working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction

from faheng.kernel.clocks.models import NumberedDay
from faheng.kernel.clocks.queries import calendar, forget
from faheng.lib.workdays import WorkCalendar

FIRST = date(2010, 1, 1)
LAST = date(2039, 12, 31)
"""No act that is still watched lies before, no last day beyond."""


@transaction.atomic
def renumber() -> int:
    """Write the numbered days anew from the calendar; tell how many."""
    NumberedDay.objects.all().delete()
    days = numbered(calendar(), FIRST, LAST)
    many = len(NumberedDay.objects.bulk_create(days, batch_size=2000))
    _tell_planner()
    return many


def renumber_if_stale() -> bool:
    """Write the numbered days anew if the calendar says otherwise; tell whether."""
    forget()
    wanted = [_row(day) for day in numbered(calendar(), FIRST, LAST)]
    forget()
    if [_row(day) for day in NumberedDay.objects.order_by("day")] == wanted:
        return False
    renumber()
    return True


def _row(day: NumberedDay) -> tuple[date, int, bool, str]:
    return day.day, day.workday_no, day.is_workday, str(day.kind)


def _tell_planner() -> None:
    """Have PostgreSQL plan anew what it planned while there were no days.

    A rule that goes through every day for every row of a case takes seconds, and the
    server's own gathering sees rows only after they are committed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'ANALYZE "{NumberedDay._meta.db_table}"')  # noqa: SLF001 - Django's own name


def numbered(known: WorkCalendar, first: date, last: date) -> Iterator[NumberedDay]:
    """Number the days; a year whose notice is not known counts as ordinary weeks."""
    number, day = 0, first
    while day <= last:
        works = known.is_workday(day)
        number += works
        yield NumberedDay(
            day=day, workday_no=number, is_workday=works, kind=known.kind(day)
        )
        day += timedelta(days=1)
