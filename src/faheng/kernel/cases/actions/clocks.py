"""Clocks: started, paused, extended and stopped by acts; computed, never written."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from faheng.kernel.cases.models import (
    Act,
    Clock,
    ClockExtension,
    ClockPause,
    ClockState,
)
from faheng.kernel.cases.situation import Situation
from faheng.kernel.cases.taking_part import organs_as
from faheng.kernel.clocks.compute import compute_hours, reckon
from faheng.kernel.clocks.declare import Budget, Extension, Ledger, Pause, Unit
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.clocks.regimes import PLAIN, REGIMES
from faheng.kernel.procedures.declare import Extend, LeaveOut, Part, Step, Term

_MOVING = ("state", "stopped_on", "due_on", "raw_due_on", "provisional", "due_at")
"""What moves when a clock is stopped."""
UNITS = {unit.key: unit for unit in Unit}


def run(situation: Situation, step: Step, act: Act, from_on: date) -> None:
    """Carry out what a step does to the clocks of its course.

    New clocks count from `from_on`: the day of service, where the step serves.
    """
    for term in step.stops:
        _stop(situation, term, act.occurred_on)
    for term in step.pauses:
        _pause(situation, term, act, step)
    for term in step.resumes:
        _resume(situation, term, act.occurred_on)
    for left_out in step.leaves_out:
        _leave_out(situation, left_out, act, step)
    if step.extends:
        _extend(situation, step.extends, act, step)
    for term in step.starts:
        if term.when is None or term.when(situation):
            _start(situation, term, act, from_on)


def stop_all(act: Act) -> None:
    """Stop whatever still runs on a course that has ended."""
    Clock.objects.filter(course=act.course_id).exclude(state=ClockState.STOPPED).update(
        state=ClockState.STOPPED, stopped_on=act.occurred_on
    )


def ledger(clock: Clock) -> Ledger:
    """Compute a clock of days anew, with every line of the computation."""
    return reckon(_budget(clock), calendar())


def recompute(clock: Clock) -> None:
    """Compute a clock's last day anew and keep it."""
    if clock.length is not None:
        _set_due(clock, clock.start_at)
    clock.save()


def _budget(clock: Clock) -> Budget:
    pauses = ClockPause.objects.filter(clock=clock)
    extensions = ClockExtension.objects.filter(clock=clock)
    return Budget(
        regime=REGIMES.get(clock.regime) or PLAIN,
        unit=UNITS[clock.unit],
        length=clock.length or 0,
        start_on=clock.start_on,
        pauses=tuple(Pause(p.from_on, p.until_on, p.ground) for p in pauses),
        extensions=tuple(
            Extension(e.length, UNITS[e.unit], e.ground) for e in extensions
        ),
    )


def _start(situation: Situation, term: Term, act: Act, from_on: date) -> None:
    clock = Clock(
        case=situation.case,
        course=situation.course,
        organ_id=situation.case.organ_id,
        division_path=situation.case.division_path,
        term=term.key,
        title=term.title,
        of=term.of.name.lower(),
        basis=str(term.basis),
        unit=term.unit.key,
        regime=term.regime or term.basis.regime,
        lapse=term.lapse,
        start_on=from_on,
        started_by=act,
    )
    if term.until is not None:
        clock.due_on = clock.raw_due_on = term.until(situation) or from_on
    else:
        length = term.length
        clock.length = length(situation) if callable(length) else length
        _set_due(clock, act.occurred_at)
    _belong(clock, situation, term)
    clock.save()


def _belong(clock: Clock, situation: Situation, term: Term) -> None:
    """Put a clock before the organ whose days it counts."""
    if term.part is Part.HANDLING:
        return
    for organ in organs_as(situation.case, term.part)[:1]:
        clock.organ, clock.division_path = organ, organ.division.path


def _set_due(clock: Clock, start_at: datetime | None) -> None:
    if clock.unit == Unit.HOURS.key and start_at is not None:
        due_at = compute_hours(start_at, clock.length or 0)
        clock.start_at, clock.due_at = start_at, due_at
        clock.due_on = clock.raw_due_on = timezone.localdate(due_at)
        return
    computed = _ledger_unsaved(clock) if not clock.pk else ledger(clock)
    clock.due_on = computed.due_on
    clock.raw_due_on = computed.raw_due_on
    clock.provisional = computed.provisional


def _ledger_unsaved(clock: Clock) -> Ledger:
    budget = Budget(
        regime=REGIMES.get(clock.regime) or PLAIN,
        unit=UNITS[clock.unit],
        length=clock.length or 0,
        start_on=clock.start_on,
    )
    return reckon(budget, calendar())


def _open(situation: Situation, term: Term) -> list[Clock]:
    clocks = Clock.objects.filter(course=situation.course, term=term.key)
    return list(clocks.exclude(state=ClockState.STOPPED))


def _stop(situation: Situation, term: Term, on: date) -> None:
    for clock in _open(situation, term):
        _close_pauses(clock, on)
        clock.state = ClockState.STOPPED
        clock.stopped_on = on
        clock.save(update_fields=_MOVING)


def _pause(situation: Situation, term: Term, act: Act, step: Step) -> None:
    ground = f"{step.title}（{step.basis}）"
    for clock in _open(situation, term):
        # The law excludes the days after the event, as it counts days after it.
        first = act.occurred_on + timedelta(days=1)
        ClockPause.objects.create(clock=clock, from_on=first, ground=ground, act=act)
        clock.state = ClockState.PAUSED
        clock.save()


def _resume(situation: Situation, term: Term, on: date) -> None:
    for clock in _open(situation, term):
        _close_pauses(clock, on)
        clock.state = ClockState.RUNNING
        recompute(clock)


def _leave_out(situation: Situation, left_out: LeaveOut, act: Act, step: Step) -> None:
    days = left_out.days(situation)
    if days is None:
        return
    ground = f"{step.title}（{step.basis}）"
    for clock in _open(situation, left_out.term):
        ClockPause.objects.create(
            clock=clock, from_on=days[0], until_on=days[1], ground=ground, act=act
        )
        recompute(clock)


def _close_pauses(clock: Clock, on: date) -> None:
    """Let no pause last beyond a day, not even one whose end was fixed."""
    lasting = Q(until_on__isnull=True) | Q(until_on__gt=on)
    pauses = list(ClockPause.objects.filter(lasting, clock=clock))
    for pause in pauses:
        if pause.from_on > on:
            pause.delete()
        else:
            pause.until_on = on
            pause.save()
    if pauses and clock.length is not None:
        _set_due(clock, clock.start_at)


def _extend(situation: Situation, extend: Extend, act: Act, step: Step) -> None:
    length = int(situation.given[extend.by])
    for clock in _open(situation, extend.term):
        ClockExtension.objects.create(
            clock=clock,
            length=length,
            unit=extend.unit.key,
            ground=f"{step.title}（{step.basis}）",
            act=act,
        )
        recompute(clock)
