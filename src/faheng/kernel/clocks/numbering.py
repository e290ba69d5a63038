"""Every day of the calendar with its number among working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction

from faheng.kernel.clocks.models import NumberedDay
from faheng.kernel.clocks.queries import calendar
from faheng.lib.workdays import WorkCalendar

FIRST = date(2010, 1, 1)
LAST = date(2039, 12, 31)
"""No act that is still watched lies before, no last day beyond."""


@transaction.atomic
def renumber() -> int:
    """Write the numbered days anew from the calendar; tell how many."""
    NumberedDay.objects.all().delete()
    days = numbered(calendar(), FIRST, LAST)
    return len(NumberedDay.objects.bulk_create(days, batch_size=2000))


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
