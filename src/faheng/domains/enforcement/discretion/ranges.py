"""The statutory range and the parts of it: bracket, band, mitigation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from faheng.domains.enforcement.discretion.proposal.rules import (
    bracket_bounds,
    needs_base,
    unknown_bounds,
)
from faheng.domains.enforcement.discretion.reading import (
    Given,
    Unanswerable,
    decimal,
    fen_of,
)
from faheng.domains.enforcement.discretion.trace import Trace
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

DIRECTIONS = ("lighten", "normal", "heavier")


def statutory_range(given: Given, trace: Trace) -> tuple[int, int]:
    """Return the least and the greatest fine that the provision allows."""
    rule = given.part("fine_rule")
    if not given.has("base_fen"):
        return _without_base(given, rule, trace)
    base = given.fen("base_fen")
    fitting = [b for b in rule.parts("brackets") if _holds(b, base)]
    if not fitting:
        raise given.wrong("base_fen", "没有一档包含这个数额，请核对罚则的分档")
    if len(fitting) > 1:
        raise rule.wrong("brackets", "有两档同时包含这个数额，请改正分档")
    found = bracket_bounds(fitting[0], base)
    trace.step("按基数确定罚款幅度", PENALTY_LAW.article(34), {"base_fen": base}, found)
    return found


def _without_base(given: Given, rule: Given, trace: Trace) -> tuple[int, int]:
    if not rule.has("base_unknown") and not needs_base(rule):
        return bracket_bounds(rule.parts("brackets")[0], None)
    if not rule.has("base_unknown"):
        raise given.wrong("base_fen", "没有给出，罚则也没有规定无法计算时的幅度")
    found = unknown_bounds(rule)
    trace.step("基数无法计算时的幅度", PENALTY_LAW.article(34), None, found)
    return found


def _holds(bracket: Given, base: int) -> bool:
    below = bracket.fen("base_below_fen") if bracket.has("base_below_fen") else None
    start = bracket.fen("base_from_fen")
    if below is not None and below <= start:
        raise bracket.wrong("base_below_fen", "不大于本档起点，前后矛盾")
    return start <= base and (below is None or base < below)


def answer_range(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer which range applies."""
    low, high = statutory_range(given, trace)
    return {"min_fen": low, "max_fen": high}


def answer_band(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer which part of the range a direction means."""
    low, high = statutory_range(given, trace)
    direction = given.choice("direction", DIRECTIONS)
    first, second = _split(given)
    edges = [Decimal(0), first, second, Decimal(1)]
    place = DIRECTIONS.index(direction)
    width = high - low
    found = {
        "low_fen": low + fen_of(edges[place] * width, given.name("split")),
        "high_fen": low + fen_of(edges[place + 1] * width, given.name("split")),
    }
    asked = {"direction": direction, "split": [first, second]}
    trace.step("在幅度内确定档次", PENALTY_LAW.article(34), asked, found)
    return found


def _split(given: Given) -> tuple[Decimal, Decimal]:
    rows = given.rows("split")
    if len(rows) != 2:
        raise given.wrong("split", "应当是两个分点")
    first, second = (decimal(row, given.name("split")) for row in rows)
    if not 0 <= first <= second <= 1:
        raise given.wrong("split", "两个分点应当依次在 0 和 1 之间")
    return first, second


def answer_mitigate(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer how far below the minimum a mitigated fine may go."""
    low, _ = statutory_range(given, trace)
    if low == 0:
        raise Unanswerable(
            "fine_rule", "法定下限为零，不能再减轻数额，只能改用较轻的种类或者不予处罚"
        )
    ratio = given.share("floor_ratio")
    if ratio == 1:
        raise given.wrong("floor_ratio", "应当小于 1，否则低于下限的数额一个也没有")
    found = {
        "low_fen": fen_of(ratio * low, given.name("floor_ratio")),
        "high_fen": low,
        "high_exclusive": True,
        "legal_review": True,
        "panel": True,
    }
    trace.step("减轻处罚的幅度", PENALTY_LAW.article(32), {"floor_ratio": ratio}, found)
    return found
