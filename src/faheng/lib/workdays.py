"""Working days, on a calendar with public holidays and make-up weekends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is under the yearly notice of the State Council.

    A statutory holiday is one of the public days that the holiday regulation
    names; an adjusted rest day is a weekday swapped free beside it, an adjusted
    working day is the weekend that pays for it.
    """

    WORKDAY = "workday"
    WEEKEND = "weekend"
    STATUTORY_HOLIDAY = "statutory_holiday"
    ADJUSTED_REST = "adjusted_rest"
    ADJUSTED_WORK = "adjusted_work"

    @property
    def works(self) -> bool:
        """Whether offices work on such a day."""
        return self in _WORKING

    @property
    def label(self) -> str:
        """The Chinese name."""
        return _LABELS[self]


_WORKING = frozenset({DayKind.WORKDAY, DayKind.ADJUSTED_WORK})
_LABELS = {
    DayKind.WORKDAY: "工作日",
    DayKind.WEEKEND: "周末",
    DayKind.STATUTORY_HOLIDAY: "法定节假日",
    DayKind.ADJUSTED_REST: "调休放假",
    DayKind.ADJUSTED_WORK: "调休上班",
}


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked.

    Attributes:
        days: days that differ from an ordinary week.
        known_years: years whose notice is held; outside them an ordinary week is
            assumed and whatever follows from it is provisional.
    """

    days: Mapping[date, DayKind] = field(default_factory=lambda: MappingProxyType({}))
    known_years: frozenset[int] = frozenset()

    def kind(self, day: date) -> DayKind:
        """What that day is."""
        held = self.days.get(day)
        if held is not None:
            return held
        return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKDAY

    def is_workday(self, day: date) -> bool:
        """Whether offices work on that day."""
        return self.kind(day).works

    def is_known(self, day: date) -> bool:
        """Whether the notice of that day's year is held."""
        return day.year in self.known_years

    def knows(self, first: date, last: date) -> bool:
        """Whether every year from one day to the other is held."""
        return all(
            year in self.known_years for year in range(first.year, last.year + 1)
        )

    def add_workdays(self, day: date, count: int) -> date:
        """The day that many working days later, or earlier if negative.

        The start does not count, whatever it is; no days at all give the start.
        """
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def workdays_between(self, first: date, last: date) -> int:
        """Number of working days after `first`, up to and with `last`.

        Negative, and counted the other way round, when `last` is the earlier one.
        """
        if last < first:
            return -self.workdays_between(last, first)
        return sum(self.is_workday(day) for day in days_after(first, last))

    def next_workday(self, day: date) -> date:
        """That day if it is worked, else the first working day after it."""
        while not self.is_workday(day):
            day += _ONE_DAY
        return day

    def previous_workday(self, day: date) -> date:
        """That day if it is worked, else the last working day before it."""
        while not self.is_workday(day):
            day -= _ONE_DAY
        return day

    def with_days(
        self, days: Mapping[date, DayKind], years: frozenset[int]
    ) -> WorkCalendar:
        """This calendar with further years; what is new wins."""
        kept = {day: kind for day, kind in self.days.items() if day.year not in years}
        return WorkCalendar(
            MappingProxyType(kept | dict(days)), self.known_years | years
        )


def days_after(first: date, last: date) -> Iterator[date]:
    """Each day after `first`, up to and with `last`."""
    for offset in range(1, (last - first).days + 1):
        yield first + timedelta(days=offset)
