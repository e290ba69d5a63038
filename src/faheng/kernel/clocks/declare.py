"""How the law counts time: units, regimes, and what stops or lengthens a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from faheng.lib.registry import Registry
from faheng.lib.workdays import DayKind, WorkCalendar


class Unit(Enum):
    """The unit in which a law states a length.

    DAYS is the word "日" of the text: whether it means working days is for the
    regime to say. WORKING_DAYS is a text that says "工作日" itself.
    """

    DAYS = ("day", "日")
    WORKING_DAYS = ("working_day", "个工作日")
    HOURS = ("hour", "小时")
    MONTHS = ("month", "个月")
    YEARS = ("year", "年")

    def __init__(self, key: str, title: str) -> None:
        self.key = key
        self.title = title


DAYS = Unit.DAYS
WORKING_DAYS = Unit.WORKING_DAYS
HOURS = Unit.HOURS
MONTHS = Unit.MONTHS
YEARS = Unit.YEARS


class NotCountedInDays(ValueError):
    """A length in hours was to be counted by the calendar."""


@dataclass(frozen=True, slots=True)
class Regime:
    """One law's way of counting days.

    Attributes:
        key: what statutes name it by.
        title: whose counting it is.
        basis: the articles that say so, as screens write them.
        working_lengths: lengths in 日 that mean working days; None means all.
        first_day_counts: whether the day of the event is day one.
        rolls: whether a last day on a rest day moves to the next working day.
    """

    key: str
    title: str
    basis: str
    working_lengths: frozenset[int] | None = frozenset()
    first_day_counts: bool = False
    rolls: bool = True

    def counts_working_days(self, unit: Unit, length: int) -> bool:
        """Whether a length in that unit is counted in working days."""
        if unit is not Unit.DAYS:
            return unit is Unit.WORKING_DAYS
        return self.working_lengths is None or length in self.working_lengths

    def counted_in(self, unit: Unit, length: int) -> Unit:
        """The unit in which a length is really counted."""
        if self.counts_working_days(unit, length):
            return Unit.WORKING_DAYS
        return unit


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that the law leaves out of a period, both ends included.

    Attributes:
        from_on: first day left out.
        until_on: last day left out, None while it lasts.
        ground: why, as the explanation of the date names it.
    """

    from_on: date
    until_on: date | None
    ground: str

    def __post_init__(self) -> None:
        if self.until_on is not None and self.until_on < self.from_on:
            raise ValueError("a pause ends on or after the day it begins")


@dataclass(frozen=True, slots=True)
class Extension:
    """An approved lengthening, counted from the end of the period before it."""

    length: int
    unit: Unit
    ground: str


@dataclass(frozen=True, slots=True)
class Budget:
    """All that decides a last day, except the calendar.

    Attributes:
        regime: who counts.
        unit: unit of the text.
        length: how many.
        start_on: day of the event from which the period runs.
        pauses: days left out.
        extensions: approved lengthenings, in order.
    """

    regime: Regime
    unit: Unit
    length: int
    start_on: date
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def __post_init__(self) -> None:
        units = [self.unit, *(extension.unit for extension in self.extensions)]
        if Unit.HOURS in units:
            raise NotCountedInDays("小时期限按时刻计算，请用 compute_hours")
        lengths = [self.length, *(one.length for one in self.extensions)]
        if min(lengths) < 0:
            raise ValueError("a period is not shorter than nothing")


class LineKind(StrEnum):
    """What a line of the explanation tells."""

    START = "起算"
    PERIOD = "期限"
    PAUSE = "扣除"
    EXTENSION = "延长"
    ROLL = "顺延"
    STANDING = "停止计算"
    PROVISIONAL = "暂定"
    DUE = "届满"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of "how was this date computed".

    Attributes:
        kind: which step of the computation.
        text: the sentence shown.
        days: how many days it adds, in the unit it counts in.
        on: where the computation stands after it.
    """

    kind: LineKind
    text: str
    days: int
    on: date


@dataclass(frozen=True, slots=True)
class Segment:
    """The period itself, or one extension of it.

    Attributes:
        length: how many, as the text or the approval says.
        unit: in which unit it says so.
        ground: ground of an extension, empty for the period itself.
        after_on: the day before its first day.
        bare_end_on: its last day if nothing paused it.
        end_on: its last day with the pauses.
        counted_in: the unit in which it was really counted.
    """

    length: int
    unit: Unit
    ground: str
    after_on: date
    bare_end_on: date
    end_on: date
    counted_in: Unit


@dataclass(frozen=True, slots=True)
class Ledger:
    """A computed last day with its whole reckoning.

    Attributes:
        due_on: last day; moved to a working day where the regime rolls.
        raw_due_on: last day before moving: where an organ should be ready.
        provisional: whether it rests on a year whose calendar is not loaded.
        standing: whether an open pause holds it, so that it still moves.
        counted_in: unit in which what is left is told: DAYS or WORKING_DAYS.
        lines: the explanation.
        segments: the period and its extensions, in order.
        excluded: days left out, in order.
    """

    due_on: date
    raw_due_on: date
    provisional: bool
    standing: bool
    counted_in: Unit
    lines: tuple[Line, ...]
    segments: tuple[Segment, ...]
    excluded: tuple[date, ...]


class CellKind(StrEnum):
    """What one day of the strip is."""

    USED = "used"
    LEFT = "left"
    REST = "rest"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the strip of days.

    Attributes:
        on: the day.
        kind: used or left (it counts), rest (not a working day where only those
            count), off (left out by a pause).
        number: which counted day it is, None if it does not count.
        makeup: whether it is a weekend that is worked.
        today: whether it is today.
        last: whether it is the last day.
        provisional: whether its year has no published calendar yet.
    """

    on: date
    kind: CellKind
    number: int | None
    makeup: bool
    today: bool
    last: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The days of one year that differ from an ordinary week.

    Attributes:
        year: which year.
        days: day and kind, in order of days.
        source: the notice they come from.
    """

    year: int
    days: tuple[tuple[date, DayKind], ...]
    source: str


SHIPPED_YEARS: Registry[CalendarYear] = Registry("calendar year")


def declare_year(
    year: int, *, source: str, statutory: str, rest: str, work: str
) -> CalendarYear:
    """Enter a year among those that come with the program.

    Args:
        year: which year.
        source: the notice.
        statutory: public days of the holiday regulation, as "0101 0216".
        rest: weekdays that the notice makes free.
        work: weekend days that the notice has worked.
    """
    kinds = {
        DayKind.STATUTORY_HOLIDAY: statutory,
        DayKind.ADJUSTED_REST: rest,
        DayKind.ADJUSTED_WORK: work,
    }
    days = sorted(
        (date(year, int(written[:2]), int(written[2:])), kind)
        for kind, text in kinds.items()
        for written in text.split()
    )
    return SHIPPED_YEARS.add(str(year), CalendarYear(year, tuple(days), source))


def shipped_calendar() -> WorkCalendar:
    """The calendar of all declared years."""
    years = tuple(SHIPPED_YEARS)
    days = {day: kind for year in years for day, kind in year.days}
    return WorkCalendar(days, frozenset(year.year for year in years))
