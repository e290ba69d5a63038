"""Step 12: what must be passed, or may be spared, before the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Found
from faheng.domains.enforcement.discretion.proposal.law import in_force
from faheng.domains.enforcement.discretion.reading import Given
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.simple_amounts import (
    MOST_FOR_CITIZENS,
    MOST_FOR_ORGANISATIONS,
)
from faheng.lib.text import yuan
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

SIMPLE = str(PENALTY_LAW.article(51))
MEASURES = {"fine": "罚款", "gains": "没收违法所得", "goods": "没收非法财物"}
NATURES = {
    "public_interest": "涉及重大公共利益",
    "was_heard": "经过听证程序",
    "complex": "案件情况疑难复杂",
    "major": "违法行为重大",
}
GATES = ("hearing", "review", "panel")
ARTICLES = {
    ("hearing", "fine"): str(PENALTY_LAW.article(63, 1, 1)),
    ("hearing", "gains"): str(PENALTY_LAW.article(63, 1, 2)),
    ("hearing", "goods"): str(PENALTY_LAW.article(63, 1, 2)),
    ("hearing", "licence"): str(PENALTY_LAW.article(63, 1, 3)),
    ("hearing", "business"): str(PENALTY_LAW.article(63, 1, 4)),
    ("review", "public_interest"): str(PENALTY_LAW.article(58, 1, 1)),
    ("review", "was_heard"): str(PENALTY_LAW.article(58, 1, 2)),
    ("review", "complex"): str(PENALTY_LAW.article(58, 1, 3)),
    ("panel", "complex"): str(PENALTY_LAW.article(57, 2)),
    ("panel", "major"): str(PENALTY_LAW.article(57, 2)),
}
REVIEW, PANEL = str(PENALTY_LAW.article(58, 1)), str(PENALTY_LAW.article(57, 2))
BY_NATURE = {
    PenaltyKind.DOWNGRADE: "licence",
    PenaltyKind.REVOKE_LICENCE: "licence",
    PenaltyKind.STOP_BUSINESS: "business",
    PenaltyKind.CLOSE: "business",
    PenaltyKind.BAR_FROM_WORK: "business",
}
LOCAL = (
    ("mitigated", "减轻处罚"),
    ("deviated", "偏离裁量基准"),
    ("disagreed", "与法制审核意见不一致"),
)
ON_THE_SPOT_FEN = 100_00
COLLECTED = str(PENALTY_LAW.article(68)), str(PENALTY_LAW.article(69))

Ground = dict[str, Any]


def check_gates(given: Given) -> Found:
    """Step 12: simple procedure, collection on the spot, hearing, review, panel."""
    simple = is_simple(given)
    found: dict[str, Any] = {
        "simple": simple,
        "collect_on_the_spot": _collected(given, simple=simple),
    }
    speaking = _speaking(given)
    for gate in GATES:
        grounds = _by_nature(gate, given) + _by_amount(gate, given, speaking)
        found[gate] = grounds
    if found["hearing"]:
        found["review"] += [
            _ground("当事人有权要求听证", ARTICLES["review", "was_heard"])
        ]
    return SIMPLE, found


def is_simple(given: Given) -> bool:
    """Tell whether the law allows the penalty on the spot."""
    most = MOST_FOR_CITIZENS
    if given.need("party") != "person":
        most = MOST_FOR_ORGANISATIONS
    kinds = given.rows("kinds")
    light = all(kind in {"warning", "fine"} for kind in kinds)
    return bool(kinds) and light and given.fen("fine_fen") <= most


def _collected(given: Given, *, simple: bool) -> Ground | None:
    """Say on which article the fine may be taken on the spot."""
    facts, fine = given.values["facts"], given.fen("fine_fen")
    if not fine:
        return None
    if simple and fine <= ON_THE_SPOT_FEN:
        return _ground("罚款一百元以下", COLLECTED[0])
    if simple and facts.get("hard_to_enforce_later") is True:
        return _ground("不当场收缴事后难以执行", COLLECTED[0])
    if facts.get("remote") is True and facts.get("party_asks_to_pay") is True:
        return _ground("交通不便且当事人提出", COLLECTED[1])
    return None


def _by_nature(gate: str, given: Given) -> list[Ground]:
    facts = given.values["facts"]
    if gate == "hearing":
        kinds = given.rows("kinds")
        return [
            _ground(str(kind.label), ARTICLES["hearing", nature])
            for kind, nature in BY_NATURE.items()
            if kind.value in kinds
        ]
    found = [
        _ground(NATURES[nature], article)
        for (of, nature), article in ARTICLES.items()
        if of == gate and facts.get(nature) is True
    ]
    local = REVIEW if gate == "review" else PANEL
    return found + [_ground(title, local) for key, title in LOCAL if _is(given, key)]


def _is(given: Given, key: str) -> bool:
    return given.values.get(key) is True


def _ground(why: str, article: str, threshold: Any = None) -> Ground:
    return {"why": why, "article": article, "threshold": threshold}


def _speaking(given: Given) -> dict[tuple[str, str], Given]:
    """Give the one threshold for each gate and measure: most special, then newest."""
    found: dict[tuple[str, str], Given] = {}
    if not given.values.get("thresholds"):
        return found
    decision_on, party = given.day("decision_on"), given.need("party")
    field = given.values.get("field") or ""
    for row in given.parts("thresholds"):
        if not _meant(row, party, field) or not in_force(row, decision_on):
            continue
        key = str(row.need("gate")), str(row.need("measure"))
        if key not in found or _special(row) > _special(found[key]):
            found[key] = row
    return found


def _meant(row: Given, party: Any, field: str) -> bool:
    subject = row.values.get("subject") or "any"
    return subject in {"any", party} and (row.values.get("field") or "") in {"", field}


def _special(row: Given) -> tuple[int, bool, bool, date]:
    depth = row.whole("depth") if row.has("depth") else 0
    subject = (row.values.get("subject") or "any") != "any"
    return depth, bool(row.values.get("field")), subject, row.day("from")


def _by_amount(
    gate: str, given: Given, speaking: dict[tuple[str, str], Given]
) -> list[Ground]:
    found = []
    for measure in MEASURES:
        row = speaking.get((gate, measure))
        amount = given.values.get(f"{measure}_fen") or 0
        if row is None or not amount:
            continue
        least = row.fen("amount_fen")
        if amount > least or (amount == least and row.flag("inclusive")):
            local = REVIEW if gate == "review" else PANEL
            article = ARTICLES.get((gate, measure), local)
            word = "达到" if row.flag("inclusive") else "超过"
            why = f"{MEASURES[measure]}{yuan(amount)}元，{word}{yuan(least)}元"
            found.append(_ground(why, article, row.values.get("id")))
    return found
