"""From a budget of time to its last day, and what is left of it.

Pure: the calendar and the day come from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from faheng.kernel.clocks.declare import (
    Budget,
    Cell,
    CellKind,
    Extension,
    Ledger,
    Pause,
    Regime,
    Segment,
    Unit,
)
from faheng.kernel.clocks.explain import Reckoning, lines
from faheng.kernel.clocks.periods import (
    ONE_DAY,
    Span,
    counts,
    covered,
    segments,
    spans,
)
from faheng.lib.workdays import DayKind, WorkCalendar, days_after


def compute(  # noqa: PLR0913 - every argument is by name, and the law has them all
    *,
    regime: Regime,
    unit: Unit,
    length: int,
    start_on: date,
    calendar: WorkCalendar,
    pauses: Iterable[Pause] = (),
    extensions: Iterable[Extension] = (),
    as_of: date | None = None,
) -> Ledger:
    """Compute a last day.

    Args:
        regime: whose counting.
        unit: unit of the text.
        length: how many.
        start_on: day of the event; it does not count itself.
        calendar: which days are worked.
        pauses: days left out; days left out twice count once.
        extensions: approved lengthenings, in order.
        as_of: the day up to which an open pause has lasted.
    """
    budget = Budget(regime, unit, length, start_on, tuple(pauses), tuple(extensions))
    return reckon(budget, calendar, as_of)


def reckon(budget: Budget, calendar: WorkCalendar, as_of: date | None = None) -> Ledger:
    """Compute the last day of a budget; see `compute`."""
    held = spans(budget.pauses, as_of)
    laid = segments(budget, held, calendar)
    raw = laid[-1].end_on
    due = calendar.next_workday(raw) if budget.regime.rolls else raw
    done = Reckoning(
        budget=budget,
        calendar=calendar,
        held=held,
        laid=laid,
        due_on=due,
        standing=_standing(held, raw),
        provisional=_provisional(budget, laid, due, calendar),
    )
    worked = laid[-1].counted_in is Unit.WORKING_DAYS
    return Ledger(
        due_on=due,
        raw_due_on=raw,
        provisional=done.provisional,
        standing=done.standing,
        counted_in=Unit.WORKING_DAYS if worked else Unit.DAYS,
        lines=lines(done),
        segments=laid,
        excluded=tuple(
            day for day in days_after(laid[0].after_on, raw) if covered(day, held)
        ),
    )


def _standing(held: tuple[Span, ...], raw_due_on: date) -> bool:
    """Whether an open pause began before the period was over."""
    return any(
        span.pause.until_on is None and span.from_on <= raw_due_on for span in held
    )


def _provisional(
    budget: Budget, laid: tuple[Segment, ...], due_on: date, calendar: WorkCalendar
) -> bool:
    """Whether the last day could move once a missing year is known."""
    if any(segment.counted_in is Unit.WORKING_DAYS for segment in laid):
        return not calendar.knows(laid[0].after_on + ONE_DAY, due_on)
    return budget.regime.rolls and not calendar.knows(laid[-1].end_on, due_on)


def compute_hours(start_at: datetime, hours: int) -> datetime:
    """The moment at which a period of clock hours ends; nothing moves it."""
    if start_at.tzinfo is None:
        raise ValueError("a moment carries its time zone")
    return start_at + timedelta(hours=hours)


def left(due_on: date, today: date, counted_in: Unit, calendar: WorkCalendar) -> int:
    """Days left after today: 0 on the last day, negative once it has passed.

    A last day that has passed is at least one day ago, even before the first
    working day after it.
    """
    if counted_in is not Unit.WORKING_DAYS:
        return (due_on - today).days
    days = calendar.workdays_between(today, due_on)
    return min(days, -1) if today > due_on else days


def latest_notice(
    regime: Regime, unit: Unit, length: int, event_on: date, calendar: WorkCalendar
) -> date:
    """The last day on which notice of an event is early enough.

    A text that asks for notice so many days before counts them backwards; the day
    of the notice does not count.
    """
    if not regime.counts_working_days(unit, length):
        return event_on - timedelta(days=length)
    day = event_on
    while calendar.workdays_between(day, event_on) < length:
        day -= ONE_DAY
    return day


def earliest_event(
    regime: Regime, unit: Unit, length: int, notice_on: date, calendar: WorkCalendar
) -> date:
    """The first day on which an event may follow its notice; see `latest_notice`."""
    if not regime.counts_working_days(unit, length):
        return notice_on + timedelta(days=length)
    return calendar.add_workdays(notice_on, length)


def cells(ledger: Ledger, today: date, calendar: WorkCalendar) -> tuple[Cell, ...]:
    """The strip of days, from the first that may count to the last.

    Today is already used: what `left` tells comes after it.
    """
    return tuple(_cells(ledger, today, calendar))


def _cells(ledger: Ledger, today: date, calendar: WorkCalendar) -> Iterator[Cell]:
    excluded, number = frozenset(ledger.excluded), 0
    for day in days_after(ledger.segments[0].after_on, ledger.due_on):
        unit = _counted_on(day, ledger)
        kind = CellKind.USED if day <= today else CellKind.LEFT
        if day in excluded:
            kind = CellKind.OFF
        elif not counts(day, unit, calendar) or _moved_over(day, ledger):
            kind = CellKind.REST
        countable = kind in {CellKind.USED, CellKind.LEFT} and day <= ledger.raw_due_on
        number += countable
        worked = unit is Unit.WORKING_DAYS
        yield Cell(
            on=day,
            kind=kind,
            number=number if countable else None,
            makeup=worked and calendar.kind(day) is DayKind.ADJUSTED_WORK,
            today=day == today,
            last=day == ledger.due_on,
            provisional=not calendar.is_known(day),
        )


def _counted_on(day: date, ledger: Ledger) -> Unit:
    """The unit of the period in which that day lies."""
    for segment in ledger.segments:
        if day <= segment.end_on:
            return segment.counted_in
    return ledger.segments[-1].counted_in


def _moved_over(day: date, ledger: Ledger) -> bool:
    """Whether the last day moved over that day: a rest day at the end."""
    return ledger.raw_due_on < day < ledger.due_on
