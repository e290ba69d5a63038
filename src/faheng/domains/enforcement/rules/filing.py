"""执法流程: whether a case was filed, and filed first."""

from __future__ import annotations

from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import empty, parameter, today, working_days
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

UNFILED = ("verified", "proposed", "endorsed")


@rule(
    "未立案先调查",
    code="LC-01",
    basis=PENALTY_LAW.article(54),
    severity=Severity.YELLOW,
    mend="补充说明立案前进行的理由，及时立案",
    about="acts",
    facts={"began_on": "调查日期", "filed_on": "立案日期"},
)
def investigated_before_filing(
    questionings: Table, scene_examinations: Table, acts: Table
) -> Table:
    """询问或者现场检查早于批准立案，又没有写明理由。"""
    filed = acts.filter(acts.step == "file_case")
    filed = filed.group_by("case_id").aggregate(
        filed_at=filed.occurred_at.min(), filed_on=filed.occurred_on.min()
    )
    asked = questionings.select(
        "case_id", "act_id", "started_on", "started_at", "before_filing"
    )
    seen = scene_examinations.select(
        "case_id", "act_id", "started_on", "started_at", "before_filing"
    )
    t = asked.union(seen)
    t = t.filter(empty(t.before_filing))
    return t.join(
        filed, [t.case_id == filed.case_id, t.started_at < filed.filed_at]
    ).select(
        case_id=t.case_id,
        row=t.act_id,
        began_on=t.started_on,
        filed_on=filed.filed_on,
    )


@rule(
    "有案不立",
    code="LC-02",
    basis=PENALTY_LAW.article(54, 2),
    severity=Severity.RED,
    mend="立即报请立案；不应当立案的，作出不予立案决定并写明理由",
    facts={
        "verified_on": "核查日期",
        "waited": "核查后的工作日数",
        "file_days": "规定期限（工作日）",
    },
)
def violation_was_not_filed(
    courses: Table,
    penalty_files: Table,
    acts: Table,
    cases: Table,
    parameters: Table,
    calendar: Table,
    ctx: Table,
) -> Table:
    """核查认为应当立案，超过规定期限仍未立案，也没有决定不予立案。"""
    waiting = courses.filter((courses.track == "") & courses.stage.isin(UNFILED))
    files = penalty_files.filter(penalty_files.verify_result == "file")
    verified = acts.filter(acts.step == "verify_clue")
    verified = verified.group_by("case_id").aggregate(
        verified_on=verified.occurred_on.max()
    )
    t = waiting.join(files, waiting.id == files.course_id).select(
        case_id=waiting.case_id
    )
    t = t.join(verified, t.case_id == verified.case_id).select(
        case_id=t.case_id, verified_on=verified.verified_on
    )
    t = t.join(cases, t.case_id == cases.case_id).select(
        case_id=t.case_id,
        verified_on=t.verified_on,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = working_days(t, calendar, "verified_on", today(ctx), "waited")
    t = parameter(t, parameters, "file_days", on="verified_on")
    t = t.filter(t.waited > t.file_days)
    return t.select("case_id", "verified_on", "waited", "file_days")
