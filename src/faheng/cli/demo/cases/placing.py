"""When the lines of a script happen: counted back from the demo's day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from faheng.cli.demo.cases.plans import Line
from faheng.lib.workdays import WorkCalendar

CN = ZoneInfo("Asia/Shanghai")
FIRST_HOUR = 9
LAST_HOUR = 15
CLOSING = time(18, 30)
BREATH = timedelta(minutes=14)
OPENING = time(8, 30)
SLOT = timedelta(minutes=75)
RECORDS = {"question", "examine_scene"}


@dataclass(frozen=True)
class When:
    """A line's two times."""

    happened: datetime
    recorded: datetime


def place(
    lines: Sequence[Line], day: date, last: int, calendar: WorkCalendar, luck: Random
) -> list[When]:
    """Give each line its times, so that the last one lies `last` days back."""
    found: list[When] = []
    eve = calendar.add_workdays(day, -1)
    before = None
    for line, on in zip(lines, _days(lines, day, last, calendar), strict=True):
        happened = _moment(line, on, before, luck)
        known = found[-1].recorded if found else happened
        if line.late is None:
            recorded = max(happened, known)
        else:
            entered = min(calendar.add_workdays(on, line.late), eve)
            recorded = max(_moment(line, entered, None, luck), happened, known)
        found.append(When(happened, recorded))
        before = happened
    return found


def _days(
    lines: Sequence[Line], day: date, last: int, calendar: WorkCalendar
) -> list[date]:
    """The day of each line, the last one first found."""
    on = calendar.add_workdays(day, -max(last, 1))
    found = [on]
    for line in reversed(lines[1:]):
        if line.days:
            on = calendar.next_workday(on - timedelta(days=line.days))
        elif line.after:
            on = calendar.add_workdays(on, -line.after)
        found.append(on)
    return found[::-1]


def _moment(line: Line, on: date, before: datetime | None, luck: Random) -> datetime:
    """A time of the day, after the line before."""
    if line.at:
        return datetime.combine(on, time.fromisoformat(line.at), CN)
    if before is not None and before.date() == on:
        return before + BREATH
    hour = luck.randint(FIRST_HOUR, LAST_HOUR)
    return datetime.combine(on, time(hour, luck.randrange(0, 60, 5)), CN)


def spread(
    cases: Sequence[tuple[int, Sequence[Line], list[When]]],
    before: Mapping[tuple[int, date], int] | None = None,
) -> None:
    """Let no two cases of an organ be on record at one time of a day.

    Officers cannot be in two places: a day on which a case has a record begins an
    hour later than that of the case before.

    Args:
        cases: the organ of each, its lines and their times, which are changed.
        before: how many cases of an organ are on record on a day already.
    """
    taken: Counter[tuple[int, date]] = Counter(before or {})
    for organ, lines, times in cases:
        days = {
            when.happened.date()
            for line, when in zip(lines, times, strict=True)
            if line.step in RECORDS
        }
        for on in sorted(days):
            _from_slot(times, on, taken[organ, on])
            taken[organ, on] += 1


def _from_slot(times: list[When], on: date, slot: int) -> None:
    """Begin a day's lines at a slot of its own."""
    places = [i for i, when in enumerate(times) if when.happened.date() == on]
    opening = datetime.combine(on, OPENING, CN) + (slot + on.toordinal() % 3) * SLOT
    for nth, place_of_line in enumerate(places):
        when = times[place_of_line]
        happened = opening + nth * BREATH
        late = when.recorded.date() > on
        recorded = when.recorded if late else happened
        times[place_of_line] = When(happened, recorded)
