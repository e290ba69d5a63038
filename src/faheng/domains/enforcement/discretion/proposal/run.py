"""The fourteen steps in order, and how their rows are computed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from faheng.domains.enforcement.discretion.proposal.after import compute_gains, foresee
from faheng.domains.enforcement.discretion.proposal.barring import (
    check_crime,
    check_exclusions,
    check_waiver,
)
from faheng.domains.enforcement.discretion.proposal.benchmarks import applicable
from faheng.domains.enforcement.discretion.proposal.course import Course
from faheng.domains.enforcement.discretion.proposal.declare import (
    Outcome,
    Proposal,
    Row,
    Step,
)
from faheng.domains.enforcement.discretion.proposal.direction import find_direction
from faheng.domains.enforcement.discretion.proposal.fine import compute_fine
from faheng.domains.enforcement.discretion.proposal.gating import check_gates
from faheng.domains.enforcement.discretion.proposal.law import (
    RANGE,
    check_limitation,
    choose_law,
    choose_provision,
    compute_range,
)
from faheng.domains.enforcement.discretion.proposal.reasons import explain
from faheng.domains.enforcement.discretion.proposal.shapes import (
    STUMBLES,
    misshapen,
)
from faheng.domains.enforcement.discretion.proposal.tiers import find_tier
from faheng.domains.enforcement.discretion.reading import Given, in_order

STEPS: dict[str, tuple[str, Step]] = {
    "law": ("从旧兼从轻", choose_law),
    "limitation": ("追责时效", check_limitation),
    "crime": ("移送标准", check_crime),
    "exclusion": ("依法不予处罚", check_exclusions),
    "waiver": ("首违不罚", check_waiver),
    "concurrence": ("择罚款数额高的规定", choose_provision),
    "bracket": ("法定幅度", compute_range),
    "tier": ("裁量阶次", find_tier),
    "direction": ("从轻、减轻、从重", find_direction),
    "amount": ("罚款数额", compute_fine),
    "gains": ("没收违法所得", compute_gains),
    "gates": ("程序要求", check_gates),
    "reasons": ("说明理由", explain),
    "afterwards": ("决定之后", foresee),
}
"""Every step with its rule, in the order of deciding."""

BARRING = ("law", "limitation", "crime", "exclusion", "waiver", "concurrence")
WEIGHING = ("bracket", "tier", "direction", "amount")


def propose(asked: Mapping[str, Any]) -> Proposal:
    """Run the fourteen steps over the facts of a case.

    Args:
        asked: plain values, as docs/explanation/discretion.md lists them.

    Raises:
        Unanswerable: something is missing or contradictory; it says what and what
            to do. Nothing is guessed.
    """
    try:
        tried = [_run(course) for course in _courses(Given(asked))]
    except STUMBLES as stumble:
        raise misshapen(asked, RANGE) from stumble
    # The first is the one in force; an older one counts only where it is lighter.
    return min(tried, key=lambda one: (one.outcome is Outcome.PUNISH, one.fine_fen))


def reckon(asked: Mapping[str, Any]) -> tuple[Outcome, int]:
    """Run the steps up to the amount: what a proposal ends in, and its fine.

    What comes after the amount (gates, reasons, what follows) cannot change it; an
    audit of a year needs none of it.

    Raises:
        Unanswerable: as `propose`.
    """
    try:
        tried = [(_weigh(course), course.fine_fen) for course in _courses(Given(asked))]
    except STUMBLES as stumble:
        raise misshapen(asked, RANGE) from stumble
    ended = [(one, fine if one is Outcome.PUNISH else 0) for one, fine in tried]
    return min(ended, key=lambda one: (one[0] is Outcome.PUNISH, one[1]))


def _courses(given: Given) -> Iterator[Course]:
    in_order(given, "act_start", "act_end")
    act_end, decision_on = in_order(given, "act_end", "decision_on")
    for benchmark in applicable(given, act_end, decision_on):
        yield Course(given, benchmark)


def replay(rows: Sequence[Mapping[str, Any]]) -> tuple[Row, ...]:
    """Compute every row again from its own input."""
    return tuple(run_step(row["step"], row["input"]) for row in rows)


def run_step(name: str, given: Mapping[str, Any]) -> Row:
    """Compute one step, and write its row."""
    rule, step = STEPS[name]
    article, output = step(Given(given))
    return {
        "step": name,
        "input": given,
        "rule": rule,
        "article": article,
        "output": output,
    }


def _run(course: Course) -> Proposal:
    outcome = _weigh(course)
    if outcome is Outcome.PUNISH:
        _take(course, "gates", course.for_gates)
    _take(course, "reasons", lambda: course.for_reasons(outcome))
    if outcome is Outcome.PUNISH:
        _take(course, "afterwards", course.for_afterwards)
    return course.proposal(outcome)


def _weigh(course: Course) -> Outcome:
    """Take the steps up to the amount, until one ends the matter."""
    for name in BARRING:
        output = _take(course, name, getattr(course, f"for_{name}"))
        if output["outcome"] is not None:
            return Outcome(output["outcome"])
    for name in WEIGHING:
        output = _take(course, name, getattr(course, f"for_{name}"))
    if course.outputs["tier"].get("no_penalty"):
        return Outcome.NO_PENALTY
    course.settle_kinds()
    _take(course, "gains", course.for_gains)
    return Outcome.PUNISH


def _take(course: Course, name: str, given: Callable[[], Row]) -> Row:
    row = run_step(name, given())
    course.rows.append(row)
    output: Row = row["output"]
    course.outputs[name] = output
    return output
