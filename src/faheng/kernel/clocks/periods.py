"""Where a period ends, once its pauses and extensions are laid along the calendar."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta
from typing import NamedTuple

from faheng.kernel.clocks.declare import Budget, Pause, Segment, Unit
from faheng.lib.workdays import WorkCalendar, days_after

ONE_DAY = timedelta(days=1)
_MONTHS_A_YEAR = 12
_APPROVED = "经批准"


class Span(NamedTuple):
    """A pause with the last day it is known to leave out."""

    from_on: date
    until_on: date
    pause: Pause

    def covers(self, day: date) -> bool:
        """Whether that day is left out."""
        return self.from_on <= day <= self.until_on


def spans(pauses: tuple[Pause, ...], as_of: date | None) -> tuple[Span, ...]:
    """The pauses that have begun, in order.

    An open pause leaves out every day up to `as_of`; without that day, its first.
    """
    begun = []
    for pause in pauses:
        until_on = pause.until_on or as_of or pause.from_on
        if pause.from_on <= until_on:
            begun.append(Span(pause.from_on, until_on, pause))
    return tuple(sorted(begun, key=lambda span: (span.from_on, span.until_on)))


def covered(day: date, held: tuple[Span, ...]) -> bool:
    """Whether any pause leaves that day out; several count once."""
    return any(span.covers(day) for span in held)


def add_months(day: date, count: int) -> date:
    """The same number of the month that many months later, or that month's end.

    >>> add_months(date(2026, 3, 31), 3), add_months(date(2023, 12, 31), 2)
    (datetime.date(2026, 6, 30), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + count, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def counts(day: date, counted_in: Unit, calendar: WorkCalendar) -> bool:
    """Whether a day is of the kind that is counted, pauses aside."""
    return counted_in is not Unit.WORKING_DAYS or calendar.is_workday(day)


def bare_end(
    length: int, counted_in: Unit, after_on: date, calendar: WorkCalendar
) -> date:
    """The last day of a period that nothing pauses."""
    if counted_in is Unit.WORKING_DAYS:
        return calendar.add_workdays(after_on, length)
    if counted_in is Unit.DAYS:
        return after_on + timedelta(days=length)
    scale = _MONTHS_A_YEAR if counted_in is Unit.YEARS else 1
    return add_months(after_on, length * scale)


def pushed_end(
    segment: Segment, held: tuple[Span, ...], calendar: WorkCalendar
) -> date:
    """The last day of a period with the days left out made good after its end."""
    end_on, unit = segment.bare_end_on, segment.counted_in
    owed = sum(
        covered(day, held) and counts(day, unit, calendar)
        for day in days_after(segment.after_on, end_on)
    )
    while owed:
        end_on += ONE_DAY
        owed -= counts(end_on, unit, calendar) and not covered(end_on, held)
    return end_on


def segments(
    budget: Budget, held: tuple[Span, ...], calendar: WorkCalendar
) -> tuple[Segment, ...]:
    """The period and its extensions, each from the end of the one before.

    What is joined is the unmoved end: only the very last day moves off a rest day.
    """
    asked = [(budget.length, budget.unit, "")]
    asked += [
        (one.length, one.unit, one.ground or _APPROVED) for one in budget.extensions
    ]
    after_on = budget.start_on
    if budget.regime.first_day_counts:
        after_on -= ONE_DAY
    laid: list[Segment] = []
    for length, unit, ground in asked:
        counted_in = budget.regime.counted_in(unit, length)
        bare = bare_end(length, counted_in, after_on, calendar)
        one = Segment(length, unit, ground, after_on, bare, bare, counted_in)
        after_on = pushed_end(one, held, calendar)
        laid.append(
            Segment(length, unit, ground, one.after_on, bare, after_on, counted_in)
        )
    return tuple(laid)
