"""法制审核: nobody decides a major case before somebody else has read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.documents.legal_review import LegalReviewOpinion
from faheng.domains.enforcement.files.hearing import investigators
from faheng.domains.enforcement.files.legal_review import (
    ReviewFile,
    ReviewOpinion,
    SubmittedMaterial,
)
from faheng.domains.enforcement.local import local
from faheng.kernel.cases.models import Course
from faheng.kernel.clocks.declare import WORKING_DAYS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.kernel.procedures.declare import (
    Extend,
    Procedure,
    Stage,
    Step,
    Term,
    condition,
    many,
    one,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

REVIEWING_RULE = LocalRule("法制审核期限", "各地自行规定，按参数执行")
QUALIFIED_SINCE = date(2018, 1, 1)


@condition(
    "由非本案承办人员审核",
    basis=PENALTY_LAW.article(58, 1),
    mend="由没有承办本案的法制审核人员审核",
    watch="RY-11",
)
def reviewer_is_no_handler(s: Any) -> bool:
    """Tell whether the reviewer never handled the case."""
    return s.actor is None or s.actor.pk not in investigators(s.case)


@condition(
    "由取得法律职业资格的人员审核",
    basis=PENALTY_LAW.article(58, 2),
    mend="由有法律职业资格的人员审核；2018年以前已从事审核的除外",
    watch="RY-12",
)
def reviewer_is_qualified(s: Any) -> bool:
    """Tell whether the reviewer is qualified, or reviewed before that was asked."""
    if s.actor is None or s.actor.legal_qualification_no:
        return True
    held = Appointment.objects.filter(person=s.actor, role=Role.REVIEWER)
    return bool(held.filter(valid_from__lt=QUALIFIED_SINCE).exists())


@condition(
    "在听证结束以后送审",
    basis=PENALTY_LAW.article(58, 1, 2),
    mend="听证结束并提交听证报告后再送审",
)
def hearing_is_over(s: Any) -> bool:
    """Tell whether no hearing of the case is under way."""
    running = Course.objects.filter(case=s.case, track="hearing", ended_at=None)
    return not running.exists()


@condition(
    "在审核期满以前延长，延长日数不超过规定",
    basis=REVIEWING_RULE,
    mend="核对延长的工作日数；已期满的不能再延长",
    watch="SX-17",
    on_given=True,
)
def extension_is_allowed(s: Any) -> bool:
    """Tell whether it is the first extension, in time and within the local limit."""
    days, clock = s.file.extension_days or 0, s.clock(LegalReview.reviewing)
    most = local("review_extension_days")(s)
    in_time = clock is not None and s.on <= clock.due_on
    return in_time and not s.done("extend") and 0 < days <= most


READ_BY = (reviewer_is_no_handler, reviewer_is_qualified)


class LegalReview(Procedure):
    """Submitted, read, then passed, sent back for correction, or rejected."""

    title = "法制审核"
    basis = PENALTY_LAW.article(58)
    file = ReviewFile

    submitted = Stage("审核中")
    returned = Stage("退回补充材料")
    correcting = Stage("补正中")
    passed = Stage("审核通过", final=True)
    rejected = Stage("审核不通过", final=True)

    reviewing = Term(
        local("review_days"),
        WORKING_DAYS,
        REVIEWING_RULE,
        title="完成法制审核",
        watch="SX-17",
    )

    submit = Step(
        "送交法制审核",
        at=None,
        to=submitted,
        by=(Role.TEAM_LEAD, Role.OFFICER),
        basis=PENALTY_LAW.article(58, 1),
        asks=["trigger", "proposal"],
        adds=[many(SubmittedMaterial)],
        requires=[hearing_is_over],
        starts=[reviewing],
        rows=["P06.1", "P06.2", "P05.12"],
        note="送交调查终结报告、拟作决定、证据，经过听证的附听证笔录和听证报告",
    )
    send_back = Step(
        "退回补充材料",
        at=submitted,
        to=returned,
        by=Role.REVIEWER,
        basis=PENALTY_LAW.article(58, 1),
        asks=["lacking"],
        requires=READ_BY,
        pauses=[reviewing],
        aside=True,
        rows=["P06.3"],
    )
    complete = Step(
        "补充送审材料",
        at=returned,
        to=submitted,
        by=(Role.TEAM_LEAD, Role.OFFICER),
        basis=PENALTY_LAW.article(58, 1),
        adds=[many(SubmittedMaterial)],
        resumes=[reviewing],
        rows=["P06.2"],
    )
    extend = Step(
        "延长审核期限",
        at=submitted,
        by=Role.HEAD,
        basis=REVIEWING_RULE,
        asks=["extension_days", "extension_reason"],
        requires=[extension_is_allowed],
        extends=Extend(reviewing, by="extension_days", unit=WORKING_DAYS),
        aside=True,
        rows=["P06.3"],
    )
    approve = Step(
        "审核通过",
        at=submitted,
        to=passed,
        by=Role.REVIEWER,
        basis=PENALTY_LAW.article(58, 1),
        adds=[one(ReviewOpinion)],
        requires=READ_BY,
        stops=[reviewing],
        issues=[LegalReviewOpinion],
        rows=["P06.3"],
    )
    correct = Step(
        "要求补正后重新送审",
        at=submitted,
        to=correcting,
        by=Role.REVIEWER,
        basis=PENALTY_LAW.article(58, 1),
        adds=[one(ReviewOpinion)],
        requires=READ_BY,
        pauses=[reviewing],
        issues=[LegalReviewOpinion],
        aside=True,
        rows=["P06.3"],
    )
    resubmit = Step(
        "补正后重新送审",
        at=correcting,
        to=submitted,
        by=(Role.TEAM_LEAD, Role.OFFICER),
        basis=PENALTY_LAW.article(58, 1),
        asks=["proposal", "response"],
        adds=[many(SubmittedMaterial)],
        resumes=[reviewing],
        rows=["P06.4"],
    )
    reject = Step(
        "审核不通过",
        at=submitted,
        to=rejected,
        by=Role.REVIEWER,
        basis=PENALTY_LAW.article(58, 1),
        adds=[one(ReviewOpinion)],
        requires=READ_BY,
        stops=[reviewing],
        issues=[LegalReviewOpinion],
        aside=True,
        rows=["P06.3", "P06.4"],
        note="审核未通过的，不得作出决定；承办机构有不同意见的，提请负责人集体讨论后重新送审",
    )
