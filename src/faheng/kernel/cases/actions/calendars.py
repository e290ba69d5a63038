"""A year's calendar becomes known: provisional last days are computed anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from faheng.kernel.cases.actions.clocks import recompute
from faheng.kernel.cases.models import Clock
from faheng.kernel.clocks.actions import CalendarImport, import_calendar_year
from faheng.kernel.clocks.reading import Row


@transaction.atomic
def import_year(
    year: int, rows: Iterable[Row], *, source: str, at: datetime
) -> tuple[CalendarImport, int]:
    """Import a year's notice and move the clocks that were waiting for it.

    Returns:
        What was imported, and how many clocks changed their last day.
    """
    imported = import_calendar_year(year, rows, source=source, at=at)
    moved = 0
    if not imported.rejected:
        for clock in Clock.objects.filter(provisional=True).iterator():
            before = clock.due_on
            recompute(clock)
            moved += clock.due_on != before
    return imported, moved
