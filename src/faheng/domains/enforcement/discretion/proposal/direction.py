"""Step 9: below the range, low in it, as usual, or high in it."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.discretion.proposal.barring import (
    CAPACITY,
    CHILDREN,
    FULL_AGE,
)
from faheng.domains.enforcement.discretion.proposal.declare import Found
from faheng.domains.enforcement.discretion.proposal.expressions import holds
from faheng.domains.enforcement.discretion.proposal.facts import LEGAL_FACTS, Effect
from faheng.domains.enforcement.discretion.proposal.law import in_force
from faheng.domains.enforcement.discretion.reading import Given
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

LIGHTER = str(PENALTY_LAW.article(32))
RANGE = str(PENALTY_LAW.article(34))
EMERGENCY = str(PENALTY_LAW.article(49))
DIRECTIONS = ("mitigate", "lighten", "normal", "heavier")
LIST_TITLES = {"mitigated": "减轻处罚清单", "lighter": "从轻处罚清单"}

Ground = dict[str, Any]
_LIGHTENING = tuple(f for f in LEGAL_FACTS.values() if f.effect is Effect.LIGHTEN)
_HEAVIER = tuple(f for f in LEGAL_FACTS.values() if f.effect is Effect.HEAVIER)


def find_direction(given: Given) -> Found:
    """Step 9: what the facts order, and within that what was chosen."""
    facts = given.values["facts"]
    light = [*_by_person(given), *_by_facts(facts), *_by_lists(given, facts)]
    heavy = [
        *(_ground(f.code, f.title, f.article, shall=True) for f in _on(facts)),
        *_aggravating(given, facts),
    ]
    must_light = any(one["shall"] for one in light)
    must_heavy = any(one["shall"] for one in heavy)
    if given.has("direction"):
        direction = _chosen(given, light, heavy)
    elif must_light and must_heavy:
        titles = "、".join(one["title"] for one in [*light, *heavy] if one["shall"])
        reason = f"{titles}同时存在，应当从轻又应当从重，由人工选择方向并说明理由"
        raise given.wrong("choices.direction", reason, LIGHTER)
    else:
        direction = _ordered(light, must_light=must_light, must_heavy=must_heavy)
    article = LIGHTER if direction in DIRECTIONS[:2] else RANGE
    if must_heavy and direction == "heavier":
        article = EMERGENCY
    return article, {"direction": direction, "lighter": light, "heavier": heavy}


def _ordered(light: list[Ground], *, must_light: bool, must_heavy: bool) -> str:
    """Return what follows without a choice; what the law only allows waits for one."""
    if must_light:
        mitigated = any(one.get("list") == "mitigated" for one in light)
        return "mitigate" if mitigated else "lighten"
    return "heavier" if must_heavy else "normal"


def _chosen(given: Given, light: list[Ground], heavy: list[Ground]) -> str:
    direction = given.choice("direction", DIRECTIONS)
    must_light = any(one["shall"] for one in light)
    must_heavy = any(one["shall"] for one in heavy)
    name = "choices.direction"
    if direction in {"normal", "heavier"} and must_light and not must_heavy:
        titles = "、".join(one["title"] for one in light if one["shall"])
        reason = f"有{titles}，应当从轻或者减轻处罚，不能选择这个方向"
        raise given.wrong(name, reason, light[0]["article"])
    if direction in {"lighten", "mitigate"} and not light:
        reason = "没有从轻或者减轻处罚的情节，请补充情节和证据，或者改选方向"
        raise given.wrong(name, reason, LIGHTER)
    if direction == "heavier" and not heavy:
        reason = "没有从重处罚的情节，请补充情节和证据，或者改选方向"
        raise given.wrong(name, reason, RANGE)
    if direction != "heavier" and must_heavy and not light:
        raise given.wrong(name, "突发事件期间应当从重处罚，不能选择这个方向", EMERGENCY)
    if must_light and must_heavy and not given.has("choice_reason"):
        raise given.wrong("choices.reason", "请说明选择这个方向的理由", LIGHTER)
    return direction


def _by_person(given: Given) -> list[Ground]:
    if given.values.get("party") != "person":
        return []
    found = []
    if given.whole("age") < FULL_AGE:
        title = "已满十四周岁不满十八周岁"
        found.append(_ground("age", title, CHILDREN, shall=True))
    if given.values.get("capacity") == "reduced":
        title = "尚未完全丧失辨认或者控制自己行为能力"
        found.append(_ground("capacity", title, CAPACITY, shall=False))
    return found


def _by_facts(facts: dict[str, Any]) -> list[Ground]:
    return [
        _ground(f.code, f.title, f.article, shall=True)
        for f in _LIGHTENING
        if facts.get(f.code) is True
    ]


def _by_lists(given: Given, facts: dict[str, Any]) -> list[Ground]:
    if not given.values.get("lists"):
        return []
    decision_on = given.day("decision_on")
    return [
        _ground(row.need("id"), LIST_TITLES[kind], LIGHTER, shall=True) | {"list": kind}
        for row in given.parts("lists")
        if (kind := str(row.values.get("kind"))) in LIST_TITLES
        and in_force(row, decision_on)
        and holds(row.need("when"), facts, []) is True
    ]


def _on(facts: dict[str, Any]) -> list[Any]:
    return [f for f in _HEAVIER if facts.get(f.code) is True]


def _aggravating(given: Given, facts: dict[str, Any]) -> list[Ground]:
    """Grounds that a benchmark names; they hold inside the range only."""
    if not given.values.get("aggravating"):
        return []
    return [
        _ground(row.need("fact"), row.need("title"), RANGE, shall=row.flag("shall"))
        for row in given.parts("aggravating")
        if facts.get(row.need("fact")) is True
    ]


def _ground(code: Any, title: str, article: str, *, shall: bool) -> Ground:
    return {"fact": code, "title": title, "article": article, "shall": shall}
