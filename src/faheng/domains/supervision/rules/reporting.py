"""数据归集: whether records went up in time, and what was turned back was mended."""

from __future__ import annotations

from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import ibis, parameter, today, working_days
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION

MENDING_RULE = LocalRule("退回数据更正期限", "上级监管平台管理规定")


@rule(
    "数据上报延迟",
    code="SJ-11",
    basis=SUPERVISION_REGULATION,
    severity=Severity.YELLOW,
    mend="报送上级平台",
    about="upward_records",
    facts={"waited": "登记后的工作日数", "push_days": "规定期限（工作日）"},
)
def record_went_up_late(
    upward_records: Table, parameters: Table, calendar: Table, ctx: Table
) -> Table:
    """数据登记后超过规定期限才报送上级平台，或者至今没有报送。"""
    passed_unsent = (upward_records.status == "passed") & (
        upward_records.pushed_on.isnull()
    )
    t = upward_records.filter(~passed_unsent)
    t = t.select(
        case_id=t.case_id,
        row=t.id,
        entity=t.entity,
        recorded_on=t.recorded_on,
        pushed_on=t.pushed_on,
        division_path=t.division_path,
        until_on=ibis.coalesce(t.pushed_on, today(ctx)),
    )
    t = working_days(t, calendar, "recorded_on", "until_on", "waited")
    t = parameter(t, parameters, "push_days", on="recorded_on")
    t = t.filter(t.waited > t.push_days)
    return t.select(
        "case_id", "row", "entity", "recorded_on", "pushed_on", "waited", "push_days"
    )


@rule(
    "上报被退回未更正",
    code="SJ-12",
    basis=MENDING_RULE,
    severity=Severity.YELLOW,
    mend="按退回的理由更正后重新报送",
    about="upward_records",
    facts={"waited": "退回后的工作日数", "fix_days": "规定期限（工作日）"},
)
def rejected_record_was_not_mended(
    upward_records: Table, parameters: Table, calendar: Table, ctx: Table
) -> Table:
    """上级平台退回的数据超过规定期限没有更正。"""
    t = upward_records.filter(upward_records.status == "rejected")
    t = t.select(
        case_id=t.case_id,
        row=t.id,
        entity=t.entity,
        rejected_on=t.rejected_on,
        division_path=t.division_path,
    )
    t = working_days(t, calendar, "rejected_on", today(ctx), "waited")
    t = parameter(t, parameters, "fix_days", on="rejected_on")
    t = t.filter(t.waited > t.fix_days)
    return t.select("case_id", "row", "entity", "rejected_on", "waited", "fix_days")
