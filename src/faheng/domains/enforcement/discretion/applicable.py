"""Which provision applies: the law of the act's end, or the lighter new one."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.reading import Given, in_order
from faheng.domains.enforcement.discretion.trace import Trace
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def answer_law_choice(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer which of several versions applies; null when the act is no violation."""
    _, act_end = in_order(given, "act_start", "act_end")
    in_order(given, "act_end", "decision_on")
    decision_on = given.day("decision_on")
    then = _one(given, act_end)
    now = _one(given, decision_on)
    trace.step("行为终了时的规定", PENALTY_LAW.article(37), act_end, _id(then))
    trace.step("作出决定时的规定", PENALTY_LAW.article(37), decision_on, _id(now))
    applies = None
    if then is not None and now is not None:
        applies = _id(now if _weight(now) < _weight(then) else then)
    trace.step("从旧兼从轻", PENALTY_LAW.article(37), [_id(then), _id(now)], applies)
    return {"applies": applies}


def answer_concurrence(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer which of several provisions on one act has the higher fine."""
    act_end = given.day("act_end")
    held = [p for p in given.parts("provisions") if _in_force(p, act_end)]
    if not held:
        raise given.wrong("provisions", "行为终了时没有一条有效")
    chosen = max(held, key=lambda p: _weight(p)[1:])
    ids = [_id(p) for p in held]
    trace.step("择罚款数额高的规定", PENALTY_LAW.article(29), ids, _id(chosen))
    return {"applies": _id(chosen)}


def _one(given: Given, on: date) -> Given | None:
    held = [p for p in given.parts("provisions") if _in_force(p, on)]
    if len(held) > 1:
        raise given.wrong("provisions", f"{on} 有两个版本同时有效，请改正起止日期")
    return held[0] if held else None


def _in_force(provision: Given, on: date) -> bool:
    since = provision.day("from")
    until = provision.day("until") if provision.has("until") else None
    if until is not None and until <= since:
        raise provision.wrong("until", "不晚于生效日期，前后矛盾")
    return since <= on and (until is None or on < until)


def _weight(provision: Given) -> tuple[int, int, int]:
    """Return how heavy a provision is: heaviest kind, then maximum, then minimum."""
    low, high = provision.fen("min_fen"), provision.fen("max_fen")
    if high < low:
        raise provision.wrong("max_fen", "低于 min_fen，前后矛盾")
    kinds = provision.rows("kinds") if provision.has("kinds") else []
    known = {kind.value: kind.severity for kind in PenaltyKind}
    for kind in kinds:
        if not isinstance(kind, str) or kind not in known:
            raise provision.wrong("kinds", f"没有“{kind}”这种处罚")
    return max((known[kind] for kind in kinds), default=0), high, low


def _id(provision: Given | None) -> Any:
    return None if provision is None else provision.need("id")
