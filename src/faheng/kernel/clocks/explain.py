"""The sentences of "how was this date computed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from faheng.kernel.clocks.declare import Budget, Line, LineKind, Segment, Unit
from faheng.kernel.clocks.periods import ONE_DAY, Span, counts, covered, pushed_end
from faheng.lib.text import full_date, month_day, short_date, weekday
from faheng.lib.workdays import WorkCalendar, days_after


@dataclass(frozen=True)
class Reckoning:
    """A finished computation, about to be told.

    Attributes:
        budget: what was asked.
        calendar: on which days.
        held: the pauses that have begun.
        laid: the period and its extensions.
        due_on: the last day.
        standing: whether an open pause holds it.
        provisional: whether it rests on an unknown year.
    """

    budget: Budget
    calendar: WorkCalendar
    held: tuple[Span, ...]
    laid: tuple[Segment, ...]
    due_on: date
    standing: bool
    provisional: bool

    @property
    def raw_due_on(self) -> date:
        """The last day before it moves off a rest day."""
        return self.laid[-1].end_on


def lines(done: Reckoning) -> tuple[Line, ...]:
    """The whole explanation, in the order of the computation."""
    return tuple(_lines(done))


def _lines(done: Reckoning) -> Iterator[Line]:
    yield _start(done.budget)
    told: set[Span] = set()
    for segment in done.laid:
        yield _period(segment, done.budget)
        for line, span in _pauses(segment, done):
            told.add(span)
            yield line
    yield from _idle_pauses(done, told)
    if done.standing:
        text = "期限停止计算：恢复之前，届满日逐日后移"
        yield Line(LineKind.STANDING, text, 0, done.raw_due_on)
    if done.due_on != done.raw_due_on:
        yield _roll(done)
    if done.provisional:
        yield _provisional(done)
    day = done.due_on
    text = f"{full_date(day)} {weekday(day)}届满"
    yield Line(LineKind.DUE, text, 0, day)


def _start(budget: Budget) -> Line:
    first = budget.start_on
    if budget.regime.first_day_counts:
        return Line(LineKind.START, f"{full_date(first)}起算，当日计入", 0, first)
    text = f"{full_date(first)}起算，当日不计入，次日为第一日"
    return Line(LineKind.START, text, 0, first + ONE_DAY)


def _period(segment: Segment, budget: Budget) -> Line:
    kind = LineKind.EXTENSION if segment.ground else LineKind.PERIOD
    opening = f"{segment.ground}，延长" if segment.ground else "期限"
    text = f"{opening}{segment.length}{segment.unit.title}{_how(segment, budget)}"
    return Line(kind, text, segment.length, segment.bare_end_on)


def _how(segment: Segment, budget: Budget) -> str:
    if segment.unit is Unit.WORKING_DAYS:
        return ""
    if segment.counted_in is Unit.WORKING_DAYS:
        return f"，按工作日计算（{budget.regime.basis}）"
    if segment.counted_in is Unit.DAYS:
        return "，按自然日计算"
    if segment.bare_end_on.day != segment.after_on.day:
        return "，到期月没有对应日，以月末为末日"
    return "，以到期月的对应日为末日"


def _pauses(segment: Segment, done: Reckoning) -> Iterator[tuple[Line, Span]]:
    """Each pause that lengthens a period, with where it takes the end."""
    year = done.budget.start_on.year
    for number, span in enumerate(done.held):
        before, so_far = done.held[:number], done.held[: number + 1]
        end_on = pushed_end(segment, so_far, done.calendar)
        days = sum(
            span.covers(day)
            and not covered(day, before)
            and counts(day, segment.counted_in, done.calendar)
            for day in days_after(segment.after_on, end_on)
        )
        if days:
            unit, when = _left_out_in(segment), _when(span, year)
            text = f"{span.pause.ground}（{when}）不计入，扣除{days}{unit}"
            yield Line(LineKind.PAUSE, text, days, end_on), span


def _left_out_in(segment: Segment) -> str:
    if segment.counted_in is Unit.WORKING_DAYS:
        return Unit.WORKING_DAYS.title
    return Unit.DAYS.title


def _when(span: Span, year: int) -> str:
    if span.pause.until_on is None:
        return f"{_date(span.from_on, year)}起，尚未结束"
    if span.from_on == span.until_on:
        return _date(span.from_on, year)
    return f"{_date(span.from_on, year)}至{_date(span.until_on, year)}"


def _date(day: date, year: int) -> str:
    """A date that names its year only where it is not the year of the event."""
    return month_day(day) if day.year == year else full_date(day)


def _idle_pauses(done: Reckoning, told: set[Span]) -> Iterator[Line]:
    year = done.budget.start_on.year
    for span in done.held:
        if span not in told:
            when = _when(span, year)
            text = f"{span.pause.ground}（{when}）不另扣除：不在期限内或已经扣除"
            yield Line(LineKind.PAUSE, text, 0, done.raw_due_on)


def _roll(done: Reckoning) -> Line:
    raw = done.raw_due_on
    what = done.calendar.kind(raw).label
    text = f"末日{short_date(raw)}是{what}，顺延到其后第一个工作日"
    return Line(LineKind.ROLL, text, (done.due_on - raw).days, done.due_on)


def _provisional(done: Reckoning) -> Line:
    first = done.budget.start_on.year
    years = range(first, done.due_on.year + 1)
    unknown = "、".join(
        str(year) for year in years if year not in done.calendar.known_years
    )
    text = f"{unknown}年放假安排尚未载入，按普通周末暂定，载入后重算"
    return Line(LineKind.PROVISIONAL, text, 0, done.due_on)
