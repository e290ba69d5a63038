"""Step 13: the reasons that the decision prints, one sentence after another."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Found, Outcome
from faheng.domains.enforcement.discretion.reading import Given
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.lib.text import yuan
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

REASONS = str(PENALTY_LAW.article(44))
DIRECTIONS = {
    "mitigate": "减轻处罚",
    "lighten": "从轻处罚",
    "normal": "一般处罚",
    "heavier": "从重处罚",
}
LABELS = {kind.value: str(kind.label) for kind in PenaltyKind}


def explain(given: Given) -> Found:
    """Step 13: what was weighed, in the words of a decision."""
    outcome = Outcome(given.need("outcome"))
    steps = given.values["steps"]
    said = [_law(given, steps), *_ended(outcome, steps)]
    if outcome is Outcome.PUNISH:
        said += [_range(given, steps), _tier(given, steps), _direction(steps)]
        said += [_amount(given, steps), _gains(steps)]
    text = "".join(f"{sentence}。" for sentence in said if sentence)
    return REASONS, {"text": text}


def _law(given: Given, steps: dict[str, Any]) -> str:
    first, last = given.day("act_start"), given.day("act_end")
    when = _day(last) if first == last else f"{_day(first)}至{_day(last)}"
    cited = given.values.get("citation")
    if not cited:
        return f"行为发生于{when}"
    why = next(
        (o["why"] for o in steps["law"]["lines"] if o["applies"] == given.need("id")),
        "",
    )
    return f"行为发生于{when}，依据{cited}（{why}）" if why else f"依据{cited}"


def _ended(outcome: Outcome, steps: dict[str, Any]) -> list[str]:
    if outcome is Outcome.PUNISH:
        return []
    said = [outcome.label]
    if outcome is Outcome.NO_PENALTY and steps.get("exclusion"):
        said.insert(0, steps["exclusion"]["why"] or "裁量阶次为不予处罚")
    if outcome is Outcome.OUT_OF_TIME:
        said.insert(0, f"追责时效至{_day(steps['limitation']['last_on'])}届满")
    if outcome in {Outcome.NO_PENALTY, Outcome.WAIVED}:
        said.append("对当事人进行教育")
    return said


def _range(given: Given, steps: dict[str, Any]) -> str:
    low, high = steps["bracket"]["min_fen"], steps["bracket"]["max_fen"]
    if high is None:
        return ""
    if not low:
        return f"法定罚款幅度为{yuan(high)}元以下"
    if low == high:
        return f"法定罚款数额为{yuan(high)}元"
    return f"法定罚款幅度为{yuan(low)}元以上{yuan(high)}元以下"


def _tier(given: Given, steps: dict[str, Any]) -> str:
    tier = steps["tier"]
    title = given.values.get("benchmark_title") or "裁量基准"
    if tier["model"] == "none":
        return ""
    if tier["model"] == "weights":
        return f"按照{title}，裁量百分值总和为{_percent(tier['share'])}"
    if tier["model"] == "score":
        return f"按照{title}，裁量得分为{tier['score']}"
    if tier["model"] == "ranges":
        return f"按照{title}，适用第{tier['tier']}行的幅度"
    return f"按照{title}，属于“{tier['tier']}”阶次"


def _direction(steps: dict[str, Any]) -> str:
    found = steps["direction"]
    which = found["direction"]
    side = "heavier" if which == "heavier" else "lighter"
    grounds = found[side] if which != "normal" else []
    if not grounds:
        return ""
    titles = "、".join(one["title"] for one in grounds)
    articles = "、".join(dict.fromkeys(one["article"] for one in grounds))
    return f"当事人有{titles}的情节，依据{articles}，予以{DIRECTIONS[which]}"


def _amount(given: Given, steps: dict[str, Any]) -> str:
    apart = {"fine"} | ({"confiscate_gains"} if _gains(steps) else set())
    kinds = "、".join(LABELS[k] for k in given.rows("kinds") if k not in apart)
    fine = steps["amount"]["fine_fen"]
    parts = [kinds] if kinds else []
    if fine:
        parts.append(f"罚款{yuan(fine)}元")
    said = "拟" + "，并".join(parts) if parts else steps["amount"]["how"]
    if given.has("deviation_reason"):
        said += f"（偏离裁量基准，理由：{given.need('deviation_reason')}）"
    return said


def _gains(steps: dict[str, Any]) -> str:
    amount = steps["gains"]["confiscate_fen"]
    return f"没收违法所得{yuan(amount)}元" if amount else ""


def _percent(share: str) -> str:
    value = Fraction(share) * 100
    whole = value.numerator if value.denominator == 1 else float(value)
    return f"{whole}%"


def _day(day: date | str) -> str:
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{on.year}年{on.month}月{on.day}日"
