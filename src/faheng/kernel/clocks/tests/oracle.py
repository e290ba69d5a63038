"""The working years 2024 to 2026 as an outside package knows them."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar

from faheng.lib.workdays import DayKind, WorkCalendar

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)


def _days() -> dict[date, DayKind]:
    ordinary, found = WorkCalendar(), {}
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(offset)
        worked = chinese_calendar.is_workday(day)
        if worked != ordinary.is_workday(day):
            found[day] = DayKind.ADJUSTED_WORK if worked else DayKind.ADJUSTED_REST
    return found


CALENDAR = WorkCalendar(_days(), frozenset({2024, 2025, 2026}))
