"""Steps 3, 4 and 5: what ends the matter before an amount is weighed."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Found, Outcome
from faheng.domains.enforcement.discretion.proposal.expressions import holds
from faheng.domains.enforcement.discretion.proposal.law import in_force
from faheng.domains.enforcement.discretion.reading import Given
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

CRIME = str(PENALTY_LAW.article(27, 1))
CHILDREN = str(PENALTY_LAW.article(30))
CAPACITY = str(PENALTY_LAW.article(31))
MINOR = str(PENALTY_LAW.article(33, 1))
NO_FAULT = str(PENALTY_LAW.article(33, 2))
FULL_AGE, LEAST_AGE = 18, 14
CAPACITIES = ("full", "reduced", "none")
MINOR_FACTS = ("minor", "corrected_in_time", "no_harm")
FIRST_FACTS = ("first_time", "slight_harm", "corrected_in_time")
NO_PENALTY_ARTICLES = {"30": CHILDREN, "31": CAPACITY, "33": MINOR, "36": "时效"}


def check_crime(given: Given) -> Found:
    """Step 3: whether the facts may reach the threshold of a crime."""
    facts, amounts = given.values["facts"], given.part("amounts")
    hit = None
    if facts.get("crime_suspected") is True:
        hit = "crime_suspected"
    for row in given.parts("crime_thresholds") if _some(given) else []:
        name = str(row.need("amount"))
        if not amounts.has(name):
            reason = "没有给出，无法判断是否达到移送标准，请查明"
            raise amounts.wrong(name, reason, CRIME)
        amount, least = amounts.fen(name), row.fen("least_fen")
        if amount > least or (amount == least and row.flag("inclusive")):
            hit = hit or str(row.need("id"))
    return CRIME, {"hit": hit, "outcome": Outcome.REFER.value if hit else None}


def _some(given: Given) -> bool:
    return bool(given.values.get("crime_thresholds"))


def check_exclusions(given: Given) -> Found:
    """Step 4: the law orders that there be no penalty."""
    facts = given.values["facts"]
    if given.need("party") == "person":
        age, capacity = given.whole("age"), given.choice("capacity", CAPACITIES)
        if age < LEAST_AGE:
            return _excluded(CHILDREN, "未满十四周岁，责令监护人加以管教")
        if capacity == "none":
            return _excluded(CAPACITY, "不能辨认或者不能控制自己行为时实施")
    if all(facts.get(code) is True for code in MINOR_FACTS):
        return _excluded(MINOR, "违法行为轻微并及时改正，没有造成危害后果")
    if facts.get("no_fault") is True and not given.values.get("liable_without_fault"):
        return _excluded(NO_FAULT, "当事人有证据足以证明没有主观过错")
    return MINOR, {"why": None, "educate": False, "outcome": None}


def _excluded(article: str, why: str) -> Found:
    kept = {"why": why, "educate": True, "outcome": Outcome.NO_PENALTY.value}
    return article, kept


def check_waiver(given: Given) -> Found:
    """Step 5: a first offence may be waived; a published list settles that it is."""
    facts = given.values["facts"]
    may = all(facts.get(code) is True for code in FIRST_FACTS)
    entry = _listed(given, facts)
    chosen = given.values.get("waive")
    if chosen is True and not may and entry is None:
        lacking = "、".join(c for c in FIRST_FACTS if facts.get(c) is not True)
        reason = f"不具备首违不罚的条件（缺 {lacking}），不能选择不予处罚"
        raise given.wrong("choices.waive", reason, MINOR)
    waived = entry is not None or (may and chosen is True)
    if chosen is False and entry is not None:
        waived = False
    return MINOR, {
        "may": may or entry is not None,
        "list": entry,
        "waived": waived,
        "educate": waived,
        "outcome": Outcome.WAIVED.value if waived else None,
    }


def _listed(given: Given, facts: dict[str, Any]) -> Any:
    """Return the no-penalty entry whose conditions the facts fulfil."""
    decision_on = given.day("decision_on")
    for row in given.parts("lists") if given.values.get("lists") else []:
        if row.values.get("kind") != "no_penalty" or not in_force(row, decision_on):
            continue
        _founded(row)
        # A condition that is not known is not fulfilled: the list asks for proof.
        if holds(row.need("when"), facts, []) is True:
            return row.need("id")
    return None


def _founded(row: Given) -> None:
    article = str(row.need("article")).partition("(")[0]
    if article not in NO_PENALTY_ARTICLES:
        reason = "不予处罚只能依据行政处罚法第30、31、33、36条，请改正清单"
        raise row.wrong("article", reason, MINOR)
