"""What must precede a decision."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.evidence import tracks_open
from faheng.domains.enforcement.conditions.notice import was_heard
from faheng.domains.enforcement.frame import PenaltyFrame
from faheng.domains.enforcement.kinds import Gate
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.rows import DiscussionMember
from faheng.domains.enforcement.rows.reading import (
    at_stake,
    latest,
    place,
    sanction,
)
from faheng.domains.enforcement.thresholds import Ground, required
from faheng.kernel.cases.models import Course
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

REVIEW_TRACK = "legal_review"
PASSED = "passed"


def gate(s: Any, of: Gate) -> Ground | None:
    """Say why a gate must be passed before this decision; None if it need not."""
    about = sanction(s, at_stake(s), was_heard=was_heard(s))
    return required(of, about, on=s.on, place=place(s))


def _reviews(s: Any) -> list[Course]:
    found = Course.objects.filter(case=s.case, track=REVIEW_TRACK)
    return list(found.order_by("ordinal"))


@condition(
    "经法制审核通过",
    basis=PENALTY_LAW.article(58, 1),
    mend="先办理法制审核；审核未通过的，不得作出决定",
    watch="LC-15",
)
def legally_reviewed(s: Any) -> bool:
    """Tell whether a review is not needed, or the last one passed this proposal."""
    reviews = _reviews(s)
    if not reviews:
        return gate(s, Gate.REVIEW) is None and not s.main.deviation_reason
    ended, weighed = reviews[-1].ended_at, s.acts("weigh")
    fresh = not weighed or (ended and ended >= weighed[-1].occurred_at)
    return reviews[-1].stage == PASSED and bool(fresh)


@condition(
    "经行政机关负责人集体讨论",
    basis=PENALTY_LAW.article(57, 2),
    mend="先组织集体讨论并记录",
    watch="LC-17",
)
def jointly_discussed(s: Any) -> bool:
    """Tell whether the leaders discussed it after the review, or need not."""
    if gate(s, Gate.PANEL) is None and not s.main.deviation_reason:
        return True
    talks = s.acts("discuss")
    reviews = [r.ended_at for r in _reviews(s) if r.ended_at]
    return bool(talks) and talks[-1].occurred_at >= max(
        reviews, default=talks[-1].occurred_at
    )


@condition(
    "达到集体讨论的法定人数",
    basis=PENALTY_LAW.article(57, 2),
    mend="补充参加讨论的负责人",
    watch="LC-18",
    on_given=True,
)
def quorate(s: Any) -> bool:
    """Tell whether enough leaders, each counted once, took part."""
    people = {row.person_id for row in latest(s, DiscussionMember)}
    return len(people) >= local("panel_quorum")(s)


@condition(
    "使讨论时间不晚于现在",
    basis=PENALTY_LAW.article(57, 2),
    mend="核对讨论时间",
    on_given=True,
)
def discussion_was_held(s: Any) -> bool:
    """Tell whether the discussion lies in the past."""
    return s.file.discussed_at is not None and s.file.discussed_at <= s.at


@condition(
    "由本领域的规定允许延长，延长日数不超过规定，并在期满前批准",
    basis=PENALTY_LAW.article(60),
    mend="没有法律、法规、规章规定的，不得延长",
    watch="SX-05",
    on_given=True,
)
def may_be_extended(s: Any) -> bool:
    """Tell whether a field rule allows the extension and it comes in time."""
    days, most = s.file.extension_days or 0, local("case_extension_days")(s)
    clock = s.clock(PenaltyFrame.deciding)
    return clock is not None and 0 < days <= most and s.on <= clock.due_on


@condition(
    "由本领域的规定允许中止并扣除期限",
    basis=PENALTY_LAW.article(60),
    mend="没有法律、法规、规章规定的，不得中止计算",
    watch="SX-06",
)
def may_be_suspended(s: Any) -> bool:
    """Tell whether a field rule lets days of suspension go uncounted."""
    return bool(local("case_suspension_days")(s) > 0)


@condition(
    "解除查封、扣押，处理先行登记保存的证据",
    basis=PENALTY_LAW.article(56),
    mend="先办结尚未解除的措施",
    watch="LC-51",
)
def no_measure_open(s: Any) -> bool:
    """Tell whether no property is still held."""
    return not tracks_open(s, "seizure", "preservation")


@condition(
    "就回避申请作出决定",
    basis=PENALTY_LAW.article(43, 3),
    mend="先由行政机关负责人决定是否回避",
    watch="RY-08",
)
def recusal_decided(s: Any) -> bool:
    """Tell whether no application for recusal is open."""
    return not tracks_open(s, "recusal")
