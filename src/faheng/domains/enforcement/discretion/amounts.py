"""Amounts: by score, by weights, surcharge, daily fine, gains."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from faheng.domains.enforcement.discretion.reading import (
    Given,
    Unanswerable,
    day,
    decimal,
    fen_of,
    in_order,
)
from faheng.domains.enforcement.discretion.trace import Trace
from faheng.domains.enforcement.surcharge import Due, Span, days_late, surcharge
from faheng.kernel.clocks.compute import reckon
from faheng.kernel.clocks.declare import DAYS, Budget, shipped_calendar
from faheng.kernel.clocks.regimes import PENALTY
from faheng.kernel.law.declare import LocalRule
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

BENCHMARK = LocalRule("裁量基准")
CONTINUING = LocalRule("按日连续处罚的专门规定")


def answer_score(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer a fine by weighted factors: least + score x width, rounded down."""
    low, high = given.fen("min_fen"), given.fen("max_fen")
    if high < low:
        raise given.wrong("max_fen", "低于 min_fen，前后矛盾")
    weights, scores = given.part("weights"), given.part("scores")
    if set(weights.values) != set(scores.values):
        raise given.wrong("scores", "评分的因素和权重的因素不一致")
    if sum((weights.share(n) for n in weights.values), Decimal(0)) != 1:
        raise given.wrong("weights", "各因素权重之和应当是 1")
    score = sum(
        (weights.share(n) * scores.share(n) for n in weights.values), Decimal(0)
    )
    trace.step("按因素评分", BENCHMARK, dict(scores.values), _short(score))
    step = given.whole("round_to_fen")
    if step == 0:
        raise given.wrong("round_to_fen", "取整单位应当大于零")
    exact = low + score * (high - low)
    fine = max(low, int(exact // step) * step)
    trace.step("按评分计算并向下取整", PENALTY_LAW.article(34), exact, fine)
    return {"score": _short(score), "fine_fen": fine}


def answer_weights(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer a fine by adding percentages to a start, up to a cap."""
    factors = [
        _nth(given, place, row) for place, row in enumerate(given.rows("factors"))
    ]
    total = given.decimal("start") + sum(factors, Decimal(0))
    share = min(total, given.decimal("cap"))
    trace.step("裁量起点加各因素权重", BENCHMARK, factors, share)
    fine = fen_of(share * given.fen("base_fen"), given.name("base_fen"))
    trace.step("比例乘以基数", PENALTY_LAW.article(34), share, fine)
    return {"share": str(share), "fine_fen": fine}


def _nth(given: Given, place: int, value: Any) -> Decimal:
    try:
        return decimal(value, "")
    except Unanswerable as problem:
        reason = f"第 {place + 1} 项{problem.reason}"
        raise given.wrong("factors", reason) from problem


def _short(number: Decimal) -> str:
    return format(number.normalize(), "f")


def answer_surcharge(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer the surcharge: 3 % a day on what is overdue, at most the fine."""
    fine = given.fen("fine_fen")
    served_on, paid_on = in_order(given, "served_on", "paid_on")
    length = given.whole("pay_days")
    budget = Budget(regime=PENALTY, unit=DAYS, length=length, start_on=served_on)
    due_on = reckon(budget, shipped_calendar()).due_on
    trace.step("缴款期限", PENALTY_LAW.article(67, 3), served_on, due_on)
    stopped = _suspended(given)
    dues = [Due(due_on, fine)]
    late = days_late(dues, paid_on, stopped)
    trace.step(
        "不计的期间", PENALTY_LAW.article(73, 3), given.rows("suspensions"), late
    )
    owed = surcharge(dues, [], paid_on, stopped)
    trace.step("每日百分之三，不超过罚款", PENALTY_LAW.article(72, 1, 1), fine, owed)
    return {"due_on": due_on, "days": late, "surcharge_fen": owed}


def _suspended(given: Given) -> list[Span]:
    return [
        _span(given, place, row)
        for place, row in enumerate(given.rows("suspensions"), 1)
    ]


def _span(given: Given, place: int, row: Any) -> Span:
    if not isinstance(row, list) or len(row) != 2:
        raise given.wrong("suspensions", f"第 {place} 段应当有起止两个日期")
    try:
        first, last = day(row[0], ""), day(row[1], "")
    except Unanswerable as problem:
        reason = f"第 {place} 段{problem.reason}"
        raise given.wrong("suspensions", reason) from problem
    if last < first:
        raise given.wrong("suspensions", f"第 {place} 段止日早于起日，前后矛盾")
    return Span(first, last)


def answer_daily_fine(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer a daily continuing fine, from the day after the order to the re-check."""
    ordered_on, recheck_on = in_order(given, "ordered_on", "recheck_on")
    days = (recheck_on - ordered_on).days
    trace.step("责令改正次日起至复查之日", CONTINUING, [ordered_on, recheck_on], days)
    fine = given.fen("base_fen") * days
    trace.step("原处罚数额乘以日数", CONTINUING, days, fine)
    return {"days": days, "fine_fen": fine}


def answer_gains(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer what is confiscated: receipts less refunds, less costs where a rule says."""
    receipts, refunds = given.fen("receipts_fen"), given.fen("refunds_fen")
    if refunds > receipts:
        raise given.wrong("refunds_fen", "退赔多于所得，前后矛盾")
    costs = given.fen("costs_fen") if given.flag("deduct_costs") else 0
    kept = max(0, receipts - refunds - costs)
    asked = {"receipts_fen": receipts, "refunds_fen": refunds, "costs_fen": costs}
    trace.step("违法所得扣除依法退赔", PENALTY_LAW.article(28, 2), asked, kept)
    return {"confiscate_fen": kept}
