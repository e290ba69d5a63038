"""执法流程和办理时限: measures taken on property, and the days that they last."""

from __future__ import annotations

from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import lacking
from faheng.statutes.administrative_coercion_law import COERCION_LAW


@rule(
    "强制措施未经批准",
    code="LC-36",
    basis=COERCION_LAW.article(18, 1, 1),
    severity=Severity.RED,
    mend="立即解除查封、扣押，并追究责任",
    about="acts",
)
def measure_was_not_approved(acts: Table, courses: Table) -> Table:
    """不属于紧急情况，查封、扣押在负责人批准以前实施。"""
    seizures = courses.filter(courses.track == "seizure")
    done = acts.filter(acts.step == "execute")
    t = done.join(seizures, done.course_id == seizures.id).select(
        case_id=done.case_id,
        row=done.id,
        course_id=done.course_id,
        occurred_on=done.occurred_on,
        occurred_at=done.occurred_at,
    )
    approved = acts.filter(acts.step == "approve")
    t = lacking(
        t,
        approved,
        "course_id",
        where=lambda t, a: a.occurred_at <= t.occurred_at,
    )
    return t.select("case_id", "row", "occurred_on")


@rule(
    "鉴定期间未告知却扣除",
    code="SX-12",
    basis=COERCION_LAW.article(25, 3),
    severity=Severity.RED,
    mend="重新计算期限；已经超期的，立即解除",
    about="clock_pauses",
    facts={"from_on": "扣除期间自", "until_on": "扣除期间至"},
)
def test_days_left_out_untold(
    clock_pauses: Table, clocks: Table, papers: Table
) -> Table:
    """检测期间从查封、扣押期限中扣除，却没有事先书面告知当事人。"""
    holding = clocks.filter(clocks.term == "holding")
    t = clock_pauses.join(holding, clock_pauses.clock_id == holding.id).select(
        case_id=clock_pauses.case_id,
        row=clock_pauses.id,
        course_id=holding.course_id,
        from_on=clock_pauses.from_on,
        until_on=clock_pauses.until_on,
    )
    told = papers.filter(
        (papers.document == "lab_period_notice") & (papers.state == "issued")
    )
    t = lacking(t, told, "course_id", where=lambda t, p: p.served_on < t.from_on)
    return t.select("case_id", "row", "from_on", "until_on")
