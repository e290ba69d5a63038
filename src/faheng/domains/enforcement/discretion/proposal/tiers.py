"""Step 8: where in the range the benchmark puts these facts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from faheng.domains.enforcement.discretion.proposal.bands import find_band
from faheng.domains.enforcement.discretion.proposal.benchmarks import (
    BENCHMARK,
    MODELS,
    table_of,
)
from faheng.domains.enforcement.discretion.proposal.declare import Found
from faheng.domains.enforcement.discretion.proposal.expressions import holds
from faheng.domains.enforcement.discretion.proposal.history import counted
from faheng.domains.enforcement.discretion.proposal.spans import (
    Exact,
    share_of,
    times,
    written,
)
from faheng.domains.enforcement.discretion.reading import Given, Unanswerable

ONE = Decimal(1)
Row = dict[str, Any]


def find_tier(given: Given) -> Found:
    """Step 8: the tier, band, share or score that the facts come to."""
    if not given.has("benchmark"):
        return BENCHMARK, {"model": "none", "tier": None}
    benchmark = given.part("benchmark")
    table = table_of(benchmark, given.values["facts"])
    model = table.choice("model", MODELS)
    if given.values.get("earlier_on") is None:
        found = _FINDING[model](table, given)
    else:
        facts, numbers = counted(table, given)
        found = _FINDING[model](table, Given({**given.values, "facts": facts}))
        found["counted"] = numbers
    return BENCHMARK, {
        "model": model,
        "benchmark": benchmark.values.get("id"),
        "table": table.values.get("code"),
    } | found


def _weights(table: Given, given: Given) -> Row:
    """Start plus the weight of each factor's option, capped, times the base."""
    rows, total = [], table.decimal("start")
    for factor in table.parts("factors"):
        code = factor.need("code")
        option, known = _option(code, factor, given)
        weight = option.decimal("weight")
        total += weight
        rows.append([code, option.need("code"), str(weight), known])
    cap = table.share("cap") if table.has("cap") else ONE
    share = min(total, cap)
    exact = times(_base(table.part("formula"), given), share_of(share))
    kept = {"tier": None, "share": str(share), "exact": written(exact)}
    return kept | {"factors": rows, "capped": total > cap}


def _option(code: Any, factor: Given, given: Given) -> tuple[Given, bool]:
    """Return the option that the facts name, the lowest where none is proved."""
    wanted = given.values["facts"].get(code)
    options = factor.parts("options")
    if wanted is None:
        if given.values.get("missing") == "refuse":
            raise Unanswerable(f"facts.{code}", "没有给出，请查明", BENCHMARK)
        return min(options, key=lambda one: one.decimal("weight")), False
    for option in options:
        if option.values.get("code") == wanted:
            return option, True
    reason = f"“{wanted}”不是这个裁量因素的选项，请在表内选择"
    raise Unanswerable(f"facts.{code}", reason, BENCHMARK)


def _base(formula: Given, given: Given) -> Exact:
    """Return what the share is taken of: the maximum, an amount, or a base."""
    of = str(formula.need("of"))
    if of == "maximum":
        amount = given.fen("max_fen")
    elif of == "fixed":
        amount = formula.fen("amount_fen")
    else:
        amount = given.part("amounts").fen(of)
    if not formula.has("times"):
        return amount
    return times(amount, share_of(formula.decimal("times")))


def _tiers(table: Given, given: Given) -> Row:
    """The one tier whose condition is true; none or two is for a person."""
    facts, missing = given.values["facts"], list[str]()
    tiers = table.parts("tiers")
    told = [holds(tier.need("when"), facts, missing) for tier in tiers]
    true = [tier for tier, is_so in zip(tiers, told, strict=True) if is_so]
    if len(true) > 1:
        names = "、".join(str(tier.need("name")) for tier in true)
        reason = f"同时符合{names}几个阶次，请核对事实，或者由人工决定并说明理由"
        raise Unanswerable("facts", reason, BENCHMARK)
    if true and (None not in told or given.values.get("missing") == "lowest"):
        return _tier(true[0], given)
    if missing:
        code = missing[0]
        reason = "没有给出，无法确定裁量阶次，请查明并附证据"
        raise Unanswerable(f"facts.{code}", reason, BENCHMARK)
    reason = "不符合任何一个阶次，请核对事实，或者由人工决定并说明理由"
    raise Unanswerable("facts", reason, BENCHMARK)


def _tier(tier: Given, given: Given) -> Row:
    low, high = given.fen("min_fen"), given.fen("max_fen")
    mode = tier.choice("mode", ("percent", "amount", "multiple", "no_penalty"))
    kept = {
        "tier": str(tier.need("name")),
        "kinds": tier.values.get("kinds"),
        "no_penalty": mode == "no_penalty",
    }
    if mode == "no_penalty":
        return kept | {"low_fen": 0, "high_fen": 0}
    first, last = _EDGES[mode](tier, given)
    if first > last:
        raise tier.wrong("high", "上限低于下限，前后矛盾", BENCHMARK)
    if first < low or last > high:
        reason = "超出法定幅度，裁量基准不能突破法律，请改正基准"
        raise tier.wrong("high", reason, BENCHMARK)
    return kept | {
        "low_fen": written(first),
        "high_fen": written(last),
        "low_open": bool(tier.values.get("low_open", False)),
        "high_open": bool(tier.values.get("high_open", last < high and first < last)),
    }


def _percent(tier: Given, given: Given) -> tuple[Any, Any]:
    low = given.fen("min_fen")
    width = given.fen("max_fen") - low
    first, last = tier.share("low"), tier.share("high")
    return low + times(width, share_of(first)), low + times(width, share_of(last))


def _amount(tier: Given, given: Given) -> tuple[Any, Any]:
    return tier.fen("low_fen"), tier.fen("high_fen")


def _multiple(tier: Given, given: Given) -> tuple[Any, Any]:
    base = given.part("amounts").fen(str(tier.values.get("base") or "base_fen"))
    first, last = tier.decimal("low_times"), tier.decimal("high_times")
    return times(base, share_of(first)), times(base, share_of(last))


_EDGES: dict[str, Callable[[Given, Given], tuple[Any, Any]]] = {
    "percent": _percent,
    "amount": _amount,
    "multiple": _multiple,
}


def _score(table: Given, given: Given) -> Row:
    """Least plus score times width, the score being the weighted sum of scores."""
    score, rows = Decimal(0), []
    total = Decimal(0)
    for factor in table.parts("factors"):
        code, weight = factor.need("code"), factor.share("weight")
        facts = Given(given.values["facts"], "facts")
        mark = facts.share(code)
        total += weight
        score += weight * mark
        rows.append([code, str(weight), str(mark)])
    if total != ONE:
        raise table.wrong("factors", "各因素权重之和应当是 1", BENCHMARK)
    low = given.fen("min_fen")
    exact = low + times(given.fen("max_fen") - low, share_of(score))
    kept = {"tier": None, "score": str(score), "exact": written(exact)}
    return kept | {"factors": rows}


_FINDING: dict[str, Callable[[Given, Given], Row]] = {
    "weights": _weights,
    "ranges": find_band,
    "tiers": _tiers,
    "score": _score,
}
