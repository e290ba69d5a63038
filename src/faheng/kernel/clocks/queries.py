"""Reads of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Count, Max

from faheng.kernel.clocks.declare import SHIPPED_YEARS, shipped_calendar
from faheng.kernel.clocks.models import CalendarDay
from faheng.lib.workdays import DayKind, WorkCalendar


@dataclass(frozen=True, slots=True)
class KnownYear:
    """A year whose days are held.

    Attributes:
        year: which year.
        source: the notice.
        imported: whether an administrator imported it.
    """

    year: int
    source: str
    imported: bool


@cache
def calendar() -> WorkCalendar:
    """The calendar that every computation uses; an imported year beats a shipped one.

    Kept by the process until `forget`. A process that did not import must `refresh`.
    """
    _version_of_kept()
    rows = CalendarDay.objects.values_list("day", "kind")
    days = {day: DayKind(kind) for day, kind in rows}
    return shipped_calendar().with_days(days, frozenset(day.year for day in days))


@cache
def _version_of_kept() -> tuple[object, int]:
    return _version()


def _version() -> tuple[object, int]:
    """What changes with every import."""
    found = CalendarDay.objects.aggregate(last=Max("imported_at"), days=Count("pk"))
    return found["last"], found["days"]


def forget() -> None:
    """Drop what this process keeps."""
    calendar.cache_clear()
    _version_of_kept.cache_clear()


def refresh() -> None:
    """Drop what this process keeps if another process has imported since."""
    if _version_of_kept() != _version():
        forget()


def known_years() -> tuple[KnownYear, ...]:
    """All years held, the earliest first."""
    known = {
        year.year: KnownYear(year.year, year.source, imported=False)
        for year in SHIPPED_YEARS
    }
    for day, source in CalendarDay.objects.values_list("day", "source"):
        known[day.year] = KnownYear(day.year, source, imported=True)
    return tuple(known[year] for year in sorted(known))


def missing_year(today: date) -> int | None:
    """The year to import next, once December comes without it."""
    wanted = today.year + (today.month == 12)
    return None if wanted in calendar().known_years else wanted
