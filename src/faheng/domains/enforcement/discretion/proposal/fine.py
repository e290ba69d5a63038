"""Step 10: the amount, inside the part of the range that tier and direction leave."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Found
from faheng.domains.enforcement.discretion.proposal.spans import (
    Exact,
    Span,
    read,
    share_of,
    written,
)
from faheng.domains.enforcement.discretion.reading import Given
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

RANGE = str(PENALTY_LAW.article(34))
MITIGATED = str(PENALTY_LAW.article(32))
NOT_FOR_DEFENCE = str(PENALTY_LAW.article(45, 2))
SET_OFF = str(PENALTY_LAW.article(35, 2))
HALF = Fraction(1, 2)
SUMMED = ("weights", "score")


def compute_fine(given: Given) -> Found:
    """Step 10: the amount, rounded towards the party."""
    tier = given.part("tier").values
    if given.values.get("criminal_fine_fen"):
        return SET_OFF, _none("人民法院已经判处罚金，不再给予罚款")
    if given.values.get("min_fen") is None:
        return RANGE, _none("罚则没有罚款")
    if tier.get("no_penalty"):
        return RANGE, _none("裁量阶次为不予处罚")
    if "fine" not in given.rows("wanted"):
        return RANGE, _none("不选择罚款")
    direction = given.need("direction")
    if direction == "mitigate":
        return _mitigated(given)
    part = _part(given, direction, tier)
    exact = _exact(part, tier, direction, given)
    return _settled(given, part, exact)


def _none(how: str) -> dict[str, Any]:
    return {"part": None, "exact": None, "fine_fen": 0, "how": how}


def _settled(given: Given, part: Span, exact: Exact) -> Found:
    """Take the officer's amount where one was given, else round the computed one."""
    fine = part.rounded(exact, given.whole("round_to_fen"))
    if fine is None:
        reason = "这一部分幅度内没有整分的数额，请核对基数和裁量基准"
        raise given.wrong("tier", reason, RANGE)
    how = "取整"
    if given.has("chosen_fen"):
        fine, how = _within(given, part), "办案人员在幅度内确定"
    if given.has("deviation"):
        fine, how = _deviated(given), "偏离裁量基准"
    return _not_for_defence(
        given,
        fine,
        {
            "part": part.row(),
            "exact": written(exact),
            "fine_fen": fine,
            "how": how,
        },
    )


def _part(given: Given, direction: str, tier: Mapping[str, Any]) -> Span:
    low, high = given.fen("min_fen"), given.fen("max_fen")
    if tier["model"] in {"none", *SUMMED}:
        return band(given, direction, low, high, summed=tier["model"] in SUMMED)
    span = Span(
        read(tier["low_fen"]),
        read(tier["high_fen"]),
        tier["low_open"],
        tier["high_open"],
    )
    if tier.get("one_sided"):
        return _one_sided(given, direction, tier, span)
    mean = span.at(HALF)
    by_mean = given.values.get("by_mean") is True
    if direction == "lighten":
        return Span(span.low, mean, span.low_open, by_mean and mean > span.low)
    if direction == "heavier":
        return Span(mean, span.high, span.low_open and mean == span.low, span.high_open)
    return Span(mean, mean) if by_mean and span.holds(mean) else span


def band(given: Given, direction: str, low: int, high: int, *, summed: bool) -> Span:
    """Return the part of a range that a direction means where no tier names one."""
    if direction == "normal" and summed:
        return Span(low, high)
    first, second = (share_of(share) for share in given.rows("split"))
    whole = Span(low, high)
    if direction == "lighten":
        return Span(low, whole.at(first))
    if direction == "heavier":
        return Span(whole.at(second), high)
    inner = Span(whole.at(first), whole.at(second), low < high, low < high)
    return inner if inner.low < inner.high else Span(inner.low, inner.high)


def _one_sided(
    given: Given, direction: str, tier: Mapping[str, Any], whole: Span
) -> Span:
    """Return the point that a document sets where a row has one limit only."""
    side = tier["one_sided"]
    shares = given.values.get("one_sided") or {}
    share = (shares.get(side) or {}).get(direction)
    if share is None:
        return whole
    edge = whole.high if side == "max_only" else whole.low
    point = whole.nearest(edge * share_of(share))
    return Span(point, point)


def _exact(part: Span, tier: Mapping[str, Any], direction: str, given: Given) -> Exact:
    if tier["model"] in SUMMED:
        return part.nearest(read(tier["exact"]))
    return part.at(share_of(given.values["point"]))


def _mitigated(given: Given) -> Found:
    """Below the minimum; from nothing only a lighter kind or no penalty is left."""
    low = given.fen("min_fen")
    if low == 0:
        if "warning" in given.rows("kinds") or "criticism" in given.rows("kinds"):
            return MITIGATED, _none("法定下限为零，不能再减轻数额，改用较轻的种类")
        reason = "法定下限为零，不能再减轻数额，只能改用较轻的种类或者不予处罚"
        raise given.wrong("choices.direction", reason, MITIGATED)
    ratio = share_of(given.values.get("floor_ratio") or 0)
    part = Span(ratio * low, low, high_open=True)
    article, found = _settled(given, part, part.at(share_of(given.values["point"])))
    return (MITIGATED if article == RANGE else article), found


def _within(given: Given, part: Span) -> int:
    fine = given.fen("chosen_fen")
    if not part.holds(fine):
        reason = f"不在可以选择的 {part.low} 至 {part.high} 分之内，需要偏离的请说明理由并报批"
        raise given.wrong("choices.fine_fen", reason, RANGE)
    return fine


def _deviated(given: Given) -> int:
    """Leave the benchmark, but not the law: with a reason, and by approval."""
    # Named as it was asked; the step itself has the choices one by one.
    deviation = Given(given.part("deviation").values, "choices.deviation")
    if not str(deviation.need("reason")).strip():
        raise deviation.wrong("reason", "偏离裁量基准应当说明理由", RANGE)
    fine = deviation.fen("fine_fen")
    low, high = given.fen("min_fen"), given.fen("max_fen")
    below = given.need("direction") == "mitigate" and fine < low
    if not below and not low <= fine <= high:
        reason = f"超出法定幅度 {low} 至 {high} 分，偏离基准也不能突破法律"
        raise deviation.wrong("fine_fen", reason, RANGE)
    return fine


def _not_for_defence(given: Given, fine: int, found: dict[str, Any]) -> Found:
    """Keep to what was notified: a defence makes no penalty heavier."""
    if not given.has("notified_fen") or given.values.get("new_facts") is True:
        return RANGE, found
    told = given.fen("notified_fen")
    if fine <= told:
        return RANGE, found
    if told < given.fen("min_fen") and given.need("direction") != "mitigate":
        reason = "告知的数额低于法定下限而没有减轻情节，请核对告知书，依法重新告知"
        raise given.wrong("notified_fen", reason, NOT_FOR_DEFENCE)
    how = "不得因当事人陈述、申辩而给予更重的处罚，以告知数额为限"
    return NOT_FOR_DEFENCE, found | {"fine_fen": told, "how": how}
