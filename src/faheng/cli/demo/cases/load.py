"""Writing the demo's cases: all of them in the order in which they were entered."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from django.db import transaction

from faheng.cli.demo.cases.driver import Running, carry, forget
from faheng.cli.demo.cases.matters import Span, matter
from faheng.cli.demo.cases.placing import When, place, spread
from faheng.cli.demo.cases.plans import Line, Lot, Plan, lines_of, lots, plans
from faheng.cli.demo.data import chance
from faheng.kernel.cases.models import Case
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.lawbase.actions.statistics import tell_planner

SWEEP = 1000
GROWN = 250
SETTLES = "propose_filing"
Progress = Callable[[int, int], None]


def load_cases(day: date, progress: Progress | None = None) -> bool:
    """Write the cases of the year before a day; where there are some, write none.

    All or none: the numbers of papers follow the order in which steps were entered,
    so that cases are not written one after another.

    Args:
        day: the day the demo is about; nothing happens on it yet.
        progress: told how many steps of how many are done.

    Returns:
        Whether anything was written.
    """
    if Case.objects.exists():
        return False
    forget()
    with transaction.atomic():
        cases = list(running(day))
        spread([(case.matter.organ.pk, case.lines, case.times) for case in cases])
        write(cases, progress)
    return True


def write(cases: list[Running], progress: Progress | None = None) -> None:
    """Carry out the lines of cases in the order in which they were entered."""
    order = sorted(
        (when.recorded, place_of_case, place_of_line)
        for place_of_case, case in enumerate(cases)
        for place_of_line, when in enumerate(case.times)
    )
    with _cycles_left_alone():
        for number, (_, which, line) in enumerate(order, start=1):
            carry(cases[which], line, number, calendar())
            if number % SWEEP == 0:
                gc.collect()
            if number % GROWN == 0:
                tell_planner()
            if progress:
                progress(number, len(order))


@contextmanager
def _cycles_left_alone() -> Iterator[None]:
    """Look for unreachable cycles now and then only: a fifth of the time is saved."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def running(day: date) -> Iterator[Running]:
    """Every case that is to be, ready to begin."""
    for number, lot in enumerate(lots()):
        plan = plans()[lot.plan]
        if f"enforcement.{plan.procedure}" in PROCEDURES:
            yield from cases_of(f"{plan.key}/{number}", lot, day)


def cases_of(name: str, lot: Lot, day: date) -> Iterator[Running]:
    """The cases of one lot, ready to begin."""
    for place_in_lot, last in enumerate(_lasts(lot)):
        yield prepared(f"{name}/{place_in_lot}", plans()[lot.plan], lot, day, last)


def prepared(name: str, plan: Plan, lot: Lot, day: date, last: int) -> Running:
    """One case with what it is about and the times of its lines."""
    luck = chance(f"case/{name}")
    lines = [_stretched(line, lot) for line in lines_of(plan, lot)]
    times = place(lines, day, last, calendar(), luck)
    chosen = matter(plan, lot, _span(lines, times), luck)
    return Running(name, plan, chosen, lines, times, luck, day)


def _span(lines: list[Line], times: list[When]) -> Span:
    """The days of a case; the item counts as it is worded when it is proposed."""
    days = [when.happened.date() for when in times]
    settled = [
        day for line, day in zip(lines, days, strict=True) if line.step == SETTLES
    ]
    return Span(days[0], days[-1], settled[0] if settled else days[0])


def _stretched(line: Line, lot: Lot) -> Line:
    """A line with the days that its lot gives it."""
    after = lot.stretch.get(line.step)
    return line if after is None else replace(line, after=after)


def _lasts(lot: Lot) -> list[int]:
    """The days back of each case of a lot, spread evenly where only a count is told."""
    if not lot.count:
        return list(lot.last)
    first, last = min(lot.last), max(lot.last)
    step = (last - first) / max(lot.count - 1, 1)
    return [round(first + step * place_in_lot) for place_in_lot in range(lot.count)]
