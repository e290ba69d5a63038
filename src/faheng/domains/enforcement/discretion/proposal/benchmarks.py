"""Which benchmark applies, and which of its tables."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.proposal.law import in_force
from faheng.domains.enforcement.discretion.reading import Given
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

BENCHMARK = str(PENALTY_LAW.article(34))
MODELS = ("weights", "ranges", "tiers", "score")


def versions(asked: Given) -> list[Given]:
    """Give the benchmarks of the question, one or several versions of it."""
    if asked.has("benchmarks"):
        return asked.parts("benchmarks") if asked.values["benchmarks"] else []
    return [asked.part("benchmark")] if asked.has("benchmark") else []


def applicable(asked: Given, act_end: date, decision_on: date) -> list[Any]:
    """Give the benchmark in force at the decision, then an older one that may count.

    The older one, in force when the act ended, is weighed only where the place's
    parameters say that it applies when lighter.
    """
    given = versions(asked)
    if not given:
        return [None]
    now = [one for one in given if in_force(one, decision_on)]
    if len(now) > 1:
        reason = f"{decision_on} 有两个版本的裁量基准同时有效，请改正起止日期"
        raise now[1].wrong("from", reason, BENCHMARK)
    if not now:
        reason = f"裁量基准在 {decision_on} 没有生效，请改选当日有效的版本"
        raise given[0].wrong("until", reason, BENCHMARK)
    found = [now[0].values]
    parameters = asked.values.get("parameters") or {}
    if parameters.get("old_benchmark_if_lighter") is True:
        found += [
            one.values for one in given if one is not now[0] and in_force(one, act_end)
        ]
    return found


def table_of(benchmark: Given, facts: dict[str, Any]) -> Given:
    """Return the table that the facts point to; the only one where there is one.

    Several tables of a violation stand for variants: corrected in time or not, for
    the unit or for the persons responsible. The fact `variant` names it.
    """
    tables = benchmark.parts("tables")
    if len(tables) == 1:
        return tables[0]
    wanted = facts.get("variant")
    fitting = [table for table in tables if table.values.get("code") == wanted]
    if len(fitting) == 1:
        return fitting[0]
    codes = "、".join(str(table.values.get("code")) for table in tables)
    if wanted is None:
        raise Given(facts, "facts").wrong(
            "variant", f"该违法行为有几张裁量表（{codes}），请选择一张", BENCHMARK
        )
    raise benchmark.wrong("tables", f"没有唯一的“{wanted}”裁量表", BENCHMARK)
