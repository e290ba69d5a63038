"""数据归集: whether what was done was entered, in time and right."""

from __future__ import annotations

from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import HOUR, parameter

RECORDING_RULE = LocalRule("办案信息录入时限", "各地执法平台管理规定")


@rule(
    "当日办案未当日录入",
    code="SJ-01",
    basis=RECORDING_RULE,
    severity=Severity.YELLOW,
    mend="及时录入，并说明迟录的原因",
    about="acts",
    facts={"hours": "迟录小时数", "record_hours": "规定时限（小时）"},
)
def act_was_entered_late(acts: Table, cases: Table, parameters: Table) -> Table:
    """行为发生后超过规定时限才录入系统。"""
    t = acts.join(cases, acts.case_id == cases.case_id).select(
        case_id=acts.case_id,
        row=acts.id,
        occurred_on=acts.occurred_on,
        recorded_on=acts.recorded_on,
        late=acts.recorded_at - acts.occurred_at,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = parameter(t, parameters, "record_hours", on="occurred_on")
    t = t.filter(t.late > t.record_hours * HOUR)
    return t.select(
        "case_id",
        "row",
        "occurred_on",
        "recorded_on",
        "record_hours",
        hours=t.late // HOUR,
    )
