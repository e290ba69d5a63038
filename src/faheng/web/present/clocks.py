"""Clocks: what is left, how it was computed, and where they lie on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.cases.models import Clock, ClockPause, ClockState
from faheng.kernel.cases.queries import counted_in, how
from faheng.kernel.clocks.compute import cells, left
from faheng.kernel.clocks.declare import Cell, Ledger, Line, LineKind, Regime, Unit
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.clocks.regimes import REGIMES
from faheng.kernel.law.declare import Basis
from faheng.kernel.pages.names import measured, named
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.web import lanes, parts, words
from faheng.web.present.grounds import ground

UnitWord = Literal["days", "working_days", "hours"]
MOST_CELLS = 130
MOST_LANES = 8
_UNITS: dict[Unit, UnitWord] = {
    Unit.WORKING_DAYS: "working_days",
    Unit.HOURS: "hours",
}
_SIGNED = {LineKind.PAUSE, LineKind.EXTENSION, LineKind.ROLL}


def unit_of(of: Clock) -> UnitWord:
    """The word for the unit in which what is left of a clock is told."""
    return _UNITS.get(counted_in(of), "days")


def left_of(of: Clock, now: datetime) -> int:
    """What is left of a clock, in its own unit."""
    if of.due_at is not None:
        return int((of.due_at - now).total_seconds() // 3600)
    today = timezone.localdate(now)
    return left(of.due_on, today, counted_in(of), calendar())


def used_percent(of: Clock, today: date) -> int:
    """How much of a clock's days have gone."""
    whole = max(1, (of.due_on - of.start_on).days)
    return max(0, min(100, round((today - of.start_on).days / whole * 100)))


def citation_of(of: Clock) -> Basis | None:
    """The article of a clock's term; its words where the declaration is gone."""
    term = PROCEDURES[of.course.procedure].terms().get(of.term)
    return term.basis if term else ground(of.basis, of.start_on)


def face(of: Clock, now: datetime, *, opened: bool = False) -> parts.Clock:
    """A clock as pages show it.

    Args:
        of: the clock, with its course.
        now: the moment of the request.
        opened: show its days and its ledger too.
    """
    today = timezone.localdate(now)
    ledger = how(of) if opened else None
    return parts.Clock(
        title=named(of.term, of.title),
        state=state_of(of, today),
        left=left_of(of, now) if of.state != ClockState.STOPPED else None,
        unit=unit_of(of),
        due_on=of.due_on,
        provisional=of.provisional,
        citation=citation_of(of),
        note=_note(of),
        effect=of.lapse if _lapsed(of, today) else "",
        url=reverse("clock", args=[of.case_id, of.pk]),
        days=strip(ledger, today),
        ledger=lines(ledger) if ledger else (),
    )


def state_of(
    of: Clock, today: date
) -> Literal["running", "paused", "stopped", "lapsed"]:
    """Where a clock stands; a party's time that has run out has lapsed."""
    if of.state == ClockState.STOPPED:
        return "stopped"
    if of.state == ClockState.PAUSED:
        return "paused"
    return "lapsed" if _lapsed(of, today) else "running"


def _lapsed(of: Clock, today: date) -> bool:
    running = of.state == ClockState.RUNNING
    return running and of.of == "party" and of.due_on < today


def _note(of: Clock) -> str:
    if of.state == ClockState.STOPPED and of.stopped_on:
        late = gettext("，超期") if of.stopped_on > of.due_on else ""
        return gettext("%(stopped_on)s停止%(late)s") % {
            "stopped_on": words.month_day(of.stopped_on),
            "late": late,
        }
    return gettext("%(start_on)s起") % {"start_on": words.month_day(of.start_on)}


def strip(ledger: Ledger | None, today: date) -> tuple[Cell, ...]:
    """The days of a clock; none for one too long to be drawn by days."""
    if ledger is None:
        return ()
    found = cells(ledger, today, calendar())
    return found if len(found) <= MOST_CELLS else ()


def lines(ledger: Ledger) -> tuple[parts.LedgerLine, ...]:
    """Every line of a computation."""
    return tuple(_line(line, ledger) for line in ledger.lines)


def _line(line: Line, ledger: Ledger) -> parts.LedgerLine:
    paused = line.kind in {LineKind.PAUSE, LineKind.STANDING}
    return parts.LedgerLine(
        title=named(line.kind.name.lower(), line.kind.value),
        text=line.text,
        figure=_figure(line, ledger),
        tone="paused" if paused else "",
        total=line.kind is LineKind.DUE,
    )


def _figure(line: Line, ledger: Ledger) -> str:
    if line.kind is LineKind.PERIOD:
        segment = ledger.segments[0]
        return measured(segment.length, segment.unit)
    if line.kind in _SIGNED and line.days:
        return gettext("+ %(days)s 日") % {"days": line.days}
    return words.month_day(line.on) if line.kind is LineKind.DUE else ""


def scale(
    found: Sequence[Clock],
    paused: Mapping[int, Sequence[ClockPause]],
    now: datetime,
    ended_on: date | None = None,
) -> lanes.Scale | None:
    """The clocks of a case on one scale: those that run, then the latest stopped.

    The scale of a case that has ended stops there.
    """
    running = [clock for clock in found if clock.state != ClockState.STOPPED]
    stopped = [clock for clock in found if clock.state == ClockState.STOPPED]
    stopped.sort(key=lambda clock: clock.stopped_on or clock.due_on, reverse=True)
    shown = [*running, *stopped][:MOST_LANES]
    today = timezone.localdate(now)
    drawn = [_lane(clock, paused.get(clock.pk, ()), now) for clock in shown]
    return lanes.draw(drawn, ended_on or today) if drawn else None


def _lane(of: Clock, paused: Sequence[ClockPause], now: datetime) -> lanes.Lane:
    today = timezone.localdate(now)
    stands = of.state == ClockState.STOPPED
    remaining = None if stands else left_of(of, now)
    return lanes.Lane(
        title=named(of.term, of.title),
        start_on=of.start_on,
        due_on=of.due_on,
        ended_on=of.stopped_on if stands else None,
        term=length_of(of),
        label=_lane_label(of, today),
        urgent=remaining is not None and 0 <= remaining <= words.SOON,
        late=remaining is not None and remaining < 0,
        pauses=[(p.from_on, p.until_on or today) for p in paused],
        main=not of.course.track and not stands,
        url=reverse("clock", args=[of.case_id, of.pk]),
    )


def length_of(of: Clock) -> str:
    """The length of a clock's term as its text says it."""
    if of.length is None:
        return ""
    unit = next(unit for unit in Unit if unit.key == of.unit)
    return measured(of.length, unit)


def regime_of(of: Clock) -> Regime | None:
    """The way in which a clock's days are counted."""
    return REGIMES.get(of.regime)


def _lane_label(of: Clock, today: date) -> str:
    if of.state == ClockState.STOPPED and of.stopped_on:
        return gettext("%(stopped_on)s停止") % {
            "stopped_on": words.month_day(of.stopped_on)
        }
    gone = (today - of.start_on).days
    return gettext("已过 %(gone)s 天") % {"gone": gone} if gone > 0 else ""
