"""Clocks drawn on one scale of days: percentages for `web/parts/lanes.html`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

LETTER = 1.9
"""Percent of the scale that a letter takes."""
FLAG = 10.0
"""Percent that a due date takes beside its flag."""
TURNED = 86.0
"""From here on a due date stands left of its flag."""
WIDEST_LABEL = 88.0


@dataclass(frozen=True)
class Lane:
    """A clock to be drawn: from when, until when, and the days law leaves out.

    `ended_on` is set once it is stopped; `label` is written on it or beside it.
    """

    title: str
    start_on: date
    due_on: date
    ended_on: date | None = None
    term: str = ""
    label: str = ""
    urgent: bool = False
    late: bool = False
    pauses: Sequence[tuple[date, date]] = ()
    main: bool = False
    url: str = ""


@dataclass(frozen=True)
class Bar:
    """A piece of a lane, in percent of the scale."""

    kind: str
    left: float
    width: float


@dataclass(frozen=True)
class Month:
    """The first day of a month on the scale."""

    number: int
    left: float


@dataclass(frozen=True)
class DrawnLane:
    """A lane with its pieces and where its words go."""

    lane: Lane
    bars: tuple[Bar, ...]
    label_at: float
    label_outside: bool
    flag_at: float | None
    flag_turned: bool
    beside: float


@dataclass(frozen=True)
class Scale:
    """All lanes on the same days."""

    months: tuple[Month, ...]
    lanes: tuple[DrawnLane, ...]
    today_at: float


@dataclass(frozen=True)
class _Days:
    """A stretch of days as percentages."""

    first: date
    length: int

    def at(self, day: date) -> float:
        share = (day - self.first).days / self.length * 100
        return round(min(100.0, max(0.0, share)), 2)

    def bar(self, kind: str, start: date, end: date) -> Bar:
        left = self.at(start)
        return Bar(kind, left, round(max(self.at(end) - left, 0.4), 2))


def draw(lanes: Sequence[Lane], today: date) -> Scale:
    """Lay the lanes over the days from the first start to the last due date."""
    first = min([today, *(lane.start_on for lane in lanes)]) - timedelta(days=4)
    end = max([today, *(lane.due_on for lane in lanes if lane.ended_on is None)])
    last = end + timedelta(days=max(9, (end - first).days // 8))
    days = _Days(first, max(1, (last - first).days))
    return Scale(
        _months(days, last),
        tuple(_drawn(lane, today, days) for lane in lanes),
        days.at(today),
    )


def _months(days: _Days, last: date) -> tuple[Month, ...]:
    """First days of months; under half a year all of them, else every third."""
    every = 1 if days.length < 200 else 3
    found = [Month(days.first.month, 0.0)] if days.first.day < 20 else []
    day = (days.first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day < last:
        if every == 1 or day.month % every == 1:
            found.append(Month(day.month, days.at(day)))
        day = (day + timedelta(days=32)).replace(day=1)
    return tuple(found)


def _drawn(lane: Lane, today: date, days: _Days) -> DrawnLane:
    bars = _bars(lane, today, days)
    free = max(bar.left + bar.width for bar in bars if bar.kind != "left")
    room = bars[0].width if not lane.pauses else _room(bars)
    outside = room < len(lane.label) * LETTER
    beside = max(free, days.at(today)) + 1.2
    flag = None if lane.ended_on is not None or lane.late else days.at(lane.due_on)
    inside = free - room + 0.8 if lane.pauses else bars[0].left + 0.8
    clear = _past_flag(beside, lane.label, flag)
    return DrawnLane(
        replace(lane, label="") if outside and clear > WIDEST_LABEL else lane,
        tuple(bars),
        label_at=clear if outside else inside,
        label_outside=outside,
        flag_at=flag,
        flag_turned=flag is not None and flag > TURNED,
        beside=beside,
    )


def _past_flag(at: float, label: str, flag: float | None) -> float:
    """Where a label outside its bar starts without standing on the due date."""
    if flag is None:
        return at
    first, last = (flag - FLAG, flag) if flag > TURNED else (flag, flag + FLAG)
    apart = at + len(label) * LETTER < first or at > last
    return at if apart else last + 1.2


def _bars(lane: Lane, today: date, days: _Days) -> list[Bar]:
    """What is used, left out, overdue and left of a lane."""
    until = lane.ended_on or today
    used = days.bar(
        _kind(lane), lane.start_on, min(until, max(lane.due_on, lane.start_on))
    )
    bars = [used, *(days.bar("pause", a, b) for a, b in lane.pauses)]
    if until > lane.due_on and lane.late:
        bars.append(days.bar("use-late", lane.due_on, until))
    if lane.ended_on is None and lane.due_on > today:
        bars.append(days.bar("left", today, lane.due_on))
    return bars


def _room(bars: Sequence[Bar]) -> float:
    """Width of the used bar after its last pause, where words can stand."""
    used, last = (
        bars[0],
        max(bar.left + bar.width for bar in bars if bar.kind == "pause"),
    )
    return max(0.0, used.left + used.width - last)


def _kind(lane: Lane) -> str:
    if lane.ended_on is not None:
        return "closed"
    return "use-soon" if lane.urgent else "used"
