"""What follows from the facts that an officer ticks: the worksheet, and the file."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from math import ceil, floor
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import (
    Outcome,
    Proposal,
    canonical,
)
from faheng.domains.enforcement.discretion.proposal.fine import SUMMED
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.saying import refusal_says
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.rows.weighing import WeighedFact, Worksheet
from faheng.domains.enforcement.weighing.asking import Asked, Told, ask, told_of
from faheng.domains.enforcement.weighing.past import alike, latest_sheet
from faheng.kernel.cases.errors import Problem
from faheng.kernel.procedures.declare import WorkedOut
from faheng.lib.text import yuan
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

RANGE = str(PENALTY_LAW.article(34))
BY_HAND = "核对事实和证据；确需由人工裁量的，写明裁量因素、裁量理由和偏离裁量基准的理由，法制审核并集体讨论"
LEAVING = "在幅度内改写；确需偏离的，写明偏离裁量基准的理由，经法制审核并集体讨论"
FULL_STOP = "。"
LINE, SHORT = 120, 60


def work_out(s: Any, act: Any) -> WorkedOut:
    """Compute the proposal, freeze it with the act and fill the file from it.

    A case that no published benchmark weighs, and in which no fact was ticked, is
    left to the officer, who writes the reasons.
    """
    told = told_of(s.given)
    try:
        asked = ask(s, told)
        if not asked.is_computed and not told.facts:
            return WorkedOut()
        proposal, wrong = proposed(asked, told)
    except Unanswerable as problem:
        return _by_hand(s, told, problem)
    if wrong:
        return WorkedOut(problems=wrong)
    sheet = _frozen(s, act, asked, proposal, told)
    _fill(s, asked, proposal, sheet)
    return WorkedOut({"worksheet_sha256": sheet.sha256})


def _by_hand(s: Any, told: Told, problem: Unanswerable) -> WorkedOut:
    """Let the officer weigh what the engine cannot, as a deviation with its reason."""
    written = s.main.factors and s.main.tier_reasons
    if written and (told.deviation or not _is_weighed(s)):
        return WorkedOut()
    sentence = f"不能算出裁量结果：{refusal_says(problem)}"
    return WorkedOut(
        problems=[Problem(sentence, problem.article or RANGE, BY_HAND, key="weighing")]
    )


def _is_weighed(s: Any) -> bool:
    try:
        return ask(s, Told()).is_weighed
    except Unanswerable:
        return False


def proposed(asked: Asked, told: Told) -> tuple[Proposal, list[Problem]]:
    """Compute the proposal with what the officer chose, and what is wrong with that.

    A fine that may not be chosen leaves the proposal as it is without it.

    Raises:
        Unanswerable: a fact is missing or contradictory.
    """
    choices = asked.question["choices"]
    free = {name: one for name, one in choices.items() if name != "fine_fen"}
    plain = propose(asked.question | {"choices": free})
    wrong = _wrong(told, plain)
    if wrong or "fine_fen" not in choices:
        return plain, wrong
    return propose(asked.question), []


def _wrong(told: Told, plain: Proposal) -> list[Problem]:
    if plain.outcome is not Outcome.PUNISH:
        sentence = f"按认定的事实：{plain.outcome.label}"
        mend = "按这个结论办理，或者核对事实和证据"
        article = plain.rows[-1]["article"]
        return [Problem(sentence, article, mend, key="weighing")]
    low, high = part_of(plain)
    asked = told.fine
    if told.deviation or asked is None or low is None or high is None:
        return []
    if low <= asked <= high:
        return []
    sentence = f"拟罚款{yuan(asked)}元，不在可以选择的{yuan(low)}元至{yuan(high)}元之内"
    return [Problem(sentence, RANGE, LEAVING, key="weighing", watch="LC-28")]


def _frozen(
    s: Any, act: Any, asked: Asked, proposal: Proposal, told: Told
) -> Worksheet:
    kept = canonical(proposal.rows)
    place = proposal.output("tier") or {}
    tier = str(proposal.tier or "")
    item = s.main.item.code
    past = alike(item, tier, proposal.fine_fen, s.on, s.case.pk)
    return Worksheet.objects.create(
        case=act.case,
        course=act.course,
        act=act,
        item_code=item,
        benchmark=_title(asked, place.get("benchmark")),
        outcome=proposal.outcome.value,
        tier=tier,
        direction=proposal.direction or "",
        low=proposal.low_fen,
        high=proposal.high_fen,
        fine=proposal.fine_fen,
        reasons=proposal.reasons.rstrip(FULL_STOP),
        deviation=told.deviation,
        rows=kept.decode(),
        sha256=hashlib.sha256(kept).hexdigest(),
        past=past.row(),
    )


def _title(asked: Asked, benchmark: Any) -> str:
    titles = (
        str(one["title"])
        for one in asked.question["benchmarks"]
        if one["id"] == benchmark
    )
    return next(titles, "")[:200]


def _fill(s: Any, asked: Asked, proposal: Proposal, sheet: Worksheet) -> None:
    """Write what was computed where papers and conditions look for it."""
    file = s.file
    low, high = part_of(proposal)
    mitigated = proposal.direction == "mitigate"
    values = {
        "benchmark": sheet.benchmark[:LINE],
        "tier": tier_words(proposal)[:SHORT],
        "tier_low": low,
        "tier_high": high,
        "factors": facts_text(s, asked),
        "tier_reasons": sheet.reasons,
        "mitigated": mitigated,
        "mitigation_ground": _grounds(proposal)[:LINE] if mitigated else "",
    }
    for name, value in values.items():
        setattr(file, name, value)
    file.save(update_fields=list(values))


def _grounds(proposal: Proposal) -> str:
    found = (proposal.output("direction") or {}).get("lighter") or []
    return "、".join(dict.fromkeys(f"{g['title']}（{g['article']}）" for g in found))


def tier_words(proposal: Proposal) -> str:
    """Name the place in the range: a tier, a share or a score; empty for none."""
    tier = proposal.output("tier") or {}
    if tier.get("model") == "weights":
        return f"裁量百分值{float(Fraction(tier['share']) * 100):g}%"
    if tier.get("model") == "score":
        return f"裁量得分{tier['score']}"
    if tier.get("model") == "ranges":
        return f"第{proposal.tier}行"
    return str(proposal.tier or "")


def part_of(proposal: Proposal) -> tuple[int | None, int | None]:
    """Give the whole fen between which the fine could be chosen.

    Weights and scores come to one amount, which is rounded down; any other leaves
    the benchmark.
    """
    if proposal.part is None:
        return None, None
    tier = proposal.output("tier") or {}
    if tier.get("model") in SUMMED and proposal.direction == "normal":
        exact = floor(Fraction((proposal.output("amount") or {})["exact"]))
        deviated = any(row["input"].get("deviated") for row in proposal.rows)
        return (exact if deviated else min(proposal.fine_fen, exact)), exact
    low, high = (Fraction(proposal.part[name]) for name in ("low_fen", "high_fen"))
    return ceil(low), floor(high)


def facts_text(s: Any, asked: Asked) -> str:
    """Say every fact with its evidence; those without any are named apart."""
    proved, bare = [], []
    for row in s.rows(WeighedFact):
        question = asked.of(row.code)
        if row.act.seq != s.seq or question is None:
            continue
        said = f"{question.title}：{question.say(row.value)}"
        if row.evidence is None:
            bare.append(said)
        else:
            proved.append(f"{said}（{row.evidence.title}）")
    told = "；".join(proved) or "没有查明特别情节"
    return f"{told}。没有证据、不计入的：{'；'.join(bare)}" if bare else told


def carry_reasons(s: Any) -> None:
    """Have the decision's reasons say what the worksheet says."""
    sheet = latest_sheet(s.case.pk)
    said = s.file.decision_reasons
    if sheet is not None and sheet.reasons not in said:
        s.file.decision_reasons = f"{sheet.reasons}。{said}"
        s.file.save(update_fields=["decision_reasons"])
