"""Steps 1, 2, 6 and 7: which law, in time or not, which provision, which range."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Found, Outcome
from faheng.domains.enforcement.discretion.proposal.rules import base_name, bounds_of
from faheng.domains.enforcement.discretion.reading import (
    Given,
    Unanswerable,
    in_order,
)
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

BY_TIME = str(PENALTY_LAW.article(37))
LIMITATION = str(PENALTY_LAW.article(36))
HIGHER_FINE = str(PENALTY_LAW.article(29))
RANGE = str(PENALTY_LAW.article(34))
CORRECTION = str(PENALTY_LAW.article(28, 1))
SEVERITY = {kind.value: kind.severity for kind in PenaltyKind}
YEARS, LONG_YEARS = 2, 5
FINE_ONLY = ["fine"]


def choose_law(given: Given) -> Found:
    """Step 1: the provisions of the act's end, or newer ones that are lighter."""
    _, act_end = in_order(given, "act_start", "act_end")
    _, decision_on = in_order(given, "act_end", "decision_on")
    lines: dict[str, list[Given]] = {}
    for provision in given.parts("provisions"):
        line = str(provision.values.get("line") or "")
        lines.setdefault(line, []).append(provision)
    amounts = given.part("amounts")
    found = [
        _line(versions, act_end, decision_on, amounts) for versions in lines.values()
    ]
    applies = [one["applies"] for one in found if one["applies"] is not None]
    return BY_TIME, {
        "applies": applies,
        "lines": found,
        "outcome": None if applies else Outcome.NO_VIOLATION.value,
    }


def _line(
    versions: list[Given], act_end: date, decision_on: date, amounts: Given
) -> dict[str, Any]:
    then, now = one_in_force(versions, act_end), one_in_force(versions, decision_on)
    if then is None:
        if not any(version.day("from") > act_end for version in versions):
            last = versions[-1]
            reason = f"{act_end} 已经失效，请改选行为终了时有效的规定"
            raise last.wrong("until", reason, BY_TIME)
        return _chosen(None, then, now, "行为终了时还没有这项规定")
    if now is None:
        return _chosen(None, then, now, "作出决定时已经不再是违法行为")
    if now is not then and weight(now, amounts) < weight(then, amounts):
        return _chosen(now, then, now, "新规定处罚较轻，适用新规定")
    why = "规定没有变化" if now is then else "新规定不比旧规定轻，适用旧规定"
    return _chosen(then, then, now, why)


def _chosen(
    one: Given | None, then: Given | None, now: Given | None, why: str
) -> dict[str, Any]:
    return {
        "then": identity(then),
        "now": identity(now),
        "applies": identity(one),
        "why": why,
    }


def identity(provision: Given | None) -> Any:
    """Return what a provision is known by."""
    return None if provision is None else provision.need("id")


def one_in_force(versions: list[Given], on: date) -> Given | None:
    """Return the version in force on a day; two are a contradiction."""
    held = [version for version in versions if in_force(version, on)]
    if len(held) > 1:
        ids = "、".join(str(identity(one)) for one in held)
        raise held[1].wrong(
            "from", f"{on} 有两个版本（{ids}）同时有效，请改正起止日期", BY_TIME
        )
    return held[0] if held else None


def in_force(dated: Given, on: date) -> bool:
    """Tell whether something holds on a day: from inclusive, until exclusive."""
    since = dated.day("from")
    until = dated.day("until") if dated.has("until") else None
    if until is not None and until <= since:
        raise dated.wrong("until", "不晚于生效日期，前后矛盾")
    return since <= on and (until is None or on < until)


def weight(provision: Given, amounts: Given) -> tuple[int, int, int]:
    """Return how heavy a provision is: heaviest kind, then maximum, then minimum."""
    low, high = _fine(provision, amounts)
    return heaviest(provision), high, low


def heaviest(provision: Given) -> int:
    """Return the rank of the heaviest kind a provision allows; no kind is nought."""
    kinds = provision.rows("kinds") if provision.has("kinds") else []
    for kind in kinds:
        if not isinstance(kind, str) or kind not in SEVERITY:
            raise provision.wrong("kinds", f"没有“{kind}”这种处罚")
    return max((SEVERITY[kind] for kind in kinds), default=0)


def _fine(provision: Given, amounts: Given) -> tuple[int, int]:
    if not provision.has("fine_rule") and not provision.has("max_fen"):
        return 0, 0
    return bounds_of(provision, amounts)


def check_limitation(given: Given) -> Found:
    """Step 2: whether the act was discovered in time."""
    act_end, discovered_on = given.day("act_end"), given.day("discovered_on")
    years = LONG_YEARS if given.flag("life_health_or_finance_harm") else YEARS
    if given.has("limitation_years"):
        years = given.whole("limitation_years")
    last = _years_on(act_end, years)
    in_time = discovered_on <= last
    return LIMITATION, {
        "years": years,
        "last_on": last.isoformat(),
        "in_time": in_time,
        "outcome": None if in_time else Outcome.OUT_OF_TIME.value,
    }


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # A day that the month lacks falls on its last.
        return day.replace(year=day.year + years, day=28)


def choose_provision(given: Given) -> Found:
    """Step 6: one act, several provisions: the higher fine."""
    amounts = given.part("amounts")
    subject = given.need("party")
    facts = given.values.get("facts") or {}
    meant = [p for p in given.parts("provisions") if _meant(p, subject)]
    if not meant:
        raise given.wrong("party", "没有一条规定适用于这类当事人，请核对事项和当事人")
    ripe = [p for p in meant if _ripe(p, facts)]
    if not ripe:
        return CORRECTION, {
            "applies": None,
            "outcome": Outcome.CORRECT_FIRST.value,
            "waiting": [identity(p) for p in meant],
        }
    ranked = [(_fine(p, amounts), p) for p in ripe]
    (low, high), chosen = max(ranked, key=lambda one: (one[0][1], one[0][0]))
    ties = [identity(p) for fine, p in ranked if fine == (low, high)]
    return HIGHER_FINE, {
        "applies": identity(chosen),
        "outcome": None,
        "compared": [[identity(p), *fine] for fine, p in ranked],
        "tie": ties if len(ties) > 1 else None,
    }


def _meant(provision: Given, party: Any) -> bool:
    return provision.values.get("subject", "any") in {"any", None, party}


def _ripe(provision: Given, facts: dict[str, Any]) -> bool:
    if not provision.values.get("requires_prior_correction"):
        return True
    return facts.get("ignored_order") is True


def compute_range(given: Given) -> Found:
    """Step 7: the statutory range; none where the provision has no fine."""
    provision = given.part("provision")
    if not provision.has("fine_rule") and not provision.has("max_fen"):
        return RANGE, {"min_fen": None, "max_fen": None}
    low, high = bounds_of(provision, given.part("amounts"))
    if provision.has("units"):
        units = given.part("amounts").whole(str(provision.values["units"]))
        low, high = low * units, high * units
    if high == 0 and provision.values.get("kinds", FINE_ONLY) == FINE_ONLY:
        raise _nothing(provision, given.part("amounts"))
    return RANGE, {"min_fen": low, "max_fen": high}


def _nothing(provision: Given, amounts: Given) -> Unanswerable:
    rule = provision.part("fine_rule") if provision.has("fine_rule") else Given({})
    reason = (
        "按它算得罚款为零，罚则也没有别的种类，请核对数额，或者改选没有这项数额时的规定"
    )
    return amounts.wrong(base_name(rule), reason, RANGE)
