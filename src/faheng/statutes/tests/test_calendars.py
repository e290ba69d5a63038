from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from faheng.kernel.clocks.declare import shipped_calendar
from faheng.lib.workdays import DayKind, WorkCalendar
from faheng.statutes import load_all

load_all()
CALENDAR = shipped_calendar()


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_a_shipped_year_agrees_with_the_oracle(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert CALENDAR.is_workday(day) == chinese_calendar.is_workday(day), day
        makeup = CALENDAR.kind(day) is DayKind.ADJUSTED_WORK
        assert makeup == (day.weekday() >= 5 and chinese_calendar.is_workday(day)), day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_has_thirteen_public_days(year: int) -> None:
    kinds = [kind for day, kind in CALENDAR.days.items() if day.year == year]
    assert kinds.count(DayKind.STATUTORY_HOLIDAY) == 13


def test_before_the_change_of_the_regulation_a_year_has_eleven_public_days() -> None:
    kinds = [kind for day, kind in CALENDAR.days.items() if day.year == 2024]
    assert kinds.count(DayKind.STATUTORY_HOLIDAY) == 11


def test_no_entry_says_what_an_ordinary_week_says_anyway() -> None:
    ordinary = WorkCalendar()
    for day, kind in CALENDAR.days.items():
        if kind is DayKind.ADJUSTED_WORK:
            assert not ordinary.is_workday(day), day
        if kind is DayKind.ADJUSTED_REST:
            assert ordinary.is_workday(day), day


def test_three_years_are_shipped() -> None:
    assert CALENDAR.known_years == {2024, 2025, 2026}
