"""Whether a case would be weighed today as it was: law and benchmark may have changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Proposal
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.saying import (
    outcome_said,
    refusal_says,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.rows.outcome import ProposedPenalty
from faheng.domains.enforcement.rows.weighing import (
    WeighedAmount,
    WeighedFact,
    Worksheet,
)
from faheng.domains.enforcement.weighing.asking import Fact, Told, ask
from faheng.domains.enforcement.weighing.past import latest_sheet
from faheng.kernel.cases.errors import Problem
from faheng.lib.text import yuan
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

BY_TIME = str(PENALTY_LAW.article(37))
NEXT = "办理“变更内容，重新告知”，按现在的依据重新拟定处罚并告知"
KEY = "weighed_as_now"

Rows = Mapping[str, Mapping[str, Any]]


def changed_since(s: Any) -> list[Problem]:
    """Say what has changed since the case was weighed, so that it is weighed anew.

    A case weighed the same day, or by hand, has nothing to be computed again.
    """
    sheet = latest_sheet(s.case.pk)
    if sheet is None or sheet.act.occurred_on == s.on:
        return []
    then = _by_step(json.loads(sheet.rows))
    try:
        now = propose(ask(s, told_in(s, sheet)).question)
    except Unanswerable as problem:
        said = f"按今天的依据不能算出拟定时的处罚：{refusal_says(problem)}"
        return [_problem(said)]
    return [_problem(said) for said in _differences(then, now)]


def _problem(said: str) -> Problem:
    return Problem(said, BY_TIME, NEXT, key=KEY)


def _by_step(rows: list[dict[str, Any]]) -> Rows:
    return {row["step"]: row for row in rows}


def told_in(s: Any, sheet: Worksheet) -> Told:
    """Give what the officer told when the worksheet was made."""
    facts = WeighedFact.objects.filter(act=sheet.act).order_by("pk")
    amounts: dict[str, int] = {}
    for row in WeighedAmount.objects.filter(act=sheet.act):
        amounts[row.of] = amounts.get(row.of, 0) + row.amount
    kinds = ProposedPenalty.objects.filter(act=sheet.act).order_by("pk")
    main = s.main
    return Told(
        facts=[Fact(row.code, row.value, row.evidence_id) for row in facts],
        amounts=amounts,
        kinds=tuple(dict.fromkeys(row.kind for row in kinds)) or None,
        direction=main.direction,
        direction_reason=main.direction_reason,
        age=main.party_age,
        capacity=main.capacity,
    )


def _differences(then: Rows, now: Proposal) -> Iterator[str]:
    rows = _by_step([dict(row) for row in now.rows])
    provisions = [_provision(one) for one in (then, rows)]
    if provisions[0] != provisions[1]:
        yield f"适用的规定由{provisions[0]}变为{provisions[1]}"
    benchmarks = [_benchmark(one) for one in (then, rows)]
    if benchmarks[0] != benchmarks[1]:
        yield f"裁量基准由{benchmarks[0]}变为{benchmarks[1]}"
    outcomes = [one["reasons"]["input"]["outcome"] for one in (then, rows)]
    if outcomes[0] != outcomes[1]:
        yield f"结论由{outcome_said(outcomes[0])}变为{outcome_said(outcomes[1])}"
    ranges = [_range(one) for one in (then, rows)]
    if ranges[0] != ranges[1]:
        yield f"法定罚款幅度由{ranges[0]}变为{ranges[1]}"


def _provision(rows: Rows) -> str:
    """Name the provision that was applied, with the day its version began."""
    chosen = rows.get("concurrence", {}).get("output", {}).get("applies")
    chosen = chosen or next(iter(rows["law"]["output"]["applies"]), None)
    for one in rows["law"]["input"]["provisions"]:
        if one["id"] == chosen:
            return f"{one.get('citation') or one['id']}（{one['from']}起）"
    return "没有规定"


def _benchmark(rows: Rows) -> str:
    used = rows.get("tier", {}).get("input", {}).get("benchmark")
    return f"{used['title']}（{used['from']}起）" if used else "没有裁量基准"


def _range(rows: Rows) -> str:
    found = rows.get("bracket", {}).get("output") or {}
    if found.get("max_fen") is None:
        return "没有罚款"
    return f"{yuan(found['min_fen'])}元至{yuan(found['max_fen'])}元"
