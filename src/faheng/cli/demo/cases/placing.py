"""When the lines of a script happen: counted back from the demo's day."""

from __future__ import annotations

from collections.abc import Sequence
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
BREATH = timedelta(minutes=11)


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
        if line.after:
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
