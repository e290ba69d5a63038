"""Whether the party was told, and had its say."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from faheng.domains.enforcement.conditions.evidence import tracks_open
from faheng.domains.enforcement.files.hearing import HearingFile
from faheng.domains.enforcement.frame import (
    ANSWERING_RULE,
    HearingTerm,
    PenaltyFrame,
    may_be_heard,
)
from faheng.domains.enforcement.rows.outcome import Defence, DefencePoint
from faheng.kernel.cases.models import Course
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "告知当事人有要求听证的权利",
    basis=PENALTY_LAW.article(63, 1),
    mend="改用“制作听证告知书”",
    watch="LC-11",
)
def no_hearing_right(s: Any) -> bool:
    """Tell whether what is intended stays below what may be heard."""
    return not may_be_heard(s)


@condition(
    "达到听证范围才制作听证告知书",
    basis=PENALTY_LAW.article(63, 1),
    mend="改用“制作处罚事先告知书”",
)
def hearing_right(s: Any) -> bool:
    """Tell whether the party may ask for a hearing."""
    return may_be_heard(s)


def told_since(s: Any) -> int:
    """Return the place of the last service of a notice; answers before it are past."""
    acts = [*s.acts("serve_notice"), *s.acts("serve_hearing_notice")]
    return max((act.seq for act in acts), default=0)


def told_at(s: Any) -> datetime:
    """Return the moment of the last service of a notice."""
    acts = [*s.acts("serve_notice"), *s.acts("serve_hearing_notice")]
    moments: list[datetime] = [act.occurred_at for act in acts]
    return max(moments, default=s.at)


def _since(s: Any, step: str) -> bool:
    return any(act.seq > told_since(s) for act in s.acts(step))


def defences(s: Any) -> list[Defence]:
    """Return what the party said since it was last told."""
    return [r for r in s.rows(Defence) if r.act.seq > told_since(s)]


@condition(
    "有当事人的陈述申辩可供复核",
    basis=PENALTY_LAW.article(45, 1),
    mend="先记录陈述申辩",
)
def has_answered(s: Any) -> bool:
    """Tell whether the party answered the last notice."""
    return bool(defences(s))


@condition(
    "没有未经复核的陈述申辩",
    basis=PENALTY_LAW.article(45, 1),
    mend="当事人已陈述申辩的，应当逐条复核",
    watch="LC-09",
)
def nothing_to_review(s: Any) -> bool:
    """Tell whether whatever the party said since the last notice was reviewed."""
    said = [row.act.seq for row in defences(s)]
    seen = [row.act.seq for row in s.rows(DefencePoint)]
    return not said or max(seen, default=0) > max(said)


def waived_hearing(s: Any) -> bool:
    """Tell whether the party gave up a hearing on what it was told last."""
    return bool(s.main.hearing_waived) and _since(s, "waive_answer")


@condition(
    "等陈述申辩期限届满",
    basis=ANSWERING_RULE,
    mend="期满后再办；当事人明确放弃的，记录放弃",
)
def answer_period_over(s: Any) -> bool:
    """Tell whether the days for an answer have passed, or were given up."""
    return bool(s.lapsed(PenaltyFrame.answering)) or _since(s, "waive_answer")


@condition(
    "保障当事人要求听证的期限",
    basis=PENALTY_LAW.article(64, 1, 1),
    mend="期满后再办；当事人明确放弃听证的，记录放弃",
    watch="SX-16",
)
def hearing_period_over(s: Any) -> bool:
    """Tell whether the party asked for a hearing, gave it up, or let it pass."""
    if not may_be_heard(s) or waived_hearing(s):
        return True
    asked = Course.objects.filter(case=s.case, track="hearing")
    since = asked.filter(opened_at__gte=told_at(s)).exists()
    return bool(since or s.lapsed(HearingTerm.requesting_hearing))


@condition(
    "办结听证程序",
    basis=PENALTY_LAW.article(65),
    mend="听证结束并提交听证报告后再办",
    watch="LC-12",
)
def hearing_ended(s: Any) -> bool:
    """Tell whether no hearing is under way."""
    return not tracks_open(s, "hearing")


@condition(
    "依法事先告知当事人",
    basis=PENALTY_LAW.article(62),
    mend="先送达处罚事先告知书",
    watch="LC-06",
)
def was_told(s: Any) -> bool:
    """Tell whether a notice was served before."""
    return told_since(s) > 0


def was_heard(s: Any) -> bool:
    """Tell whether a hearing was held in which the officers made their case."""
    held = HearingFile.objects.filter(course__case=s.case)
    return bool(held.exclude(proposal="").exists())
