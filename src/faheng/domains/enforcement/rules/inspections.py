"""Inspections that other systems report: approved beforehand, and in the plan.

The platform has no procedure of inspecting yet: the table is filled by feeds alone, and
empty in the live database.
"""

from __future__ import annotations

from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.tables import TABLES, Column, Kind, by_name, plain
from faheng.kernel.questions.tables import Table as Held
from faheng.kernel.questions.words import empty

APPROVAL_RULE = LocalRule("国办发〔2024〕54号", "严格规范涉企行政检查，检查须经审批")
PLAN_RULE = LocalRule("广东省优化营商环境条例", "第四十八条第一款，年度检查计划")

EMERGENCY = "emergency"
PLANNED = "plan"


def _fed(name: str, kind: Kind, title: str) -> Column:
    return plain(name, kind, title, f"CAST(NULL AS {kind.sql})")


INSPECTIONS = TABLES.add(
    "inspections",
    Held(
        "inspections",
        "行政检查（外部系统报送）",
        by_name((
            _fed("id", Kind.INT, "行政检查"),
            _fed("number", Kind.TEXT, "检查编号"),
            _fed("organ_id", Kind.INT, "机关"),
            _fed("source", Kind.TEXT, "检查来源"),
            _fed("plan_no", Kind.TEXT, "计划编号"),
            _fed("joint_no", Kind.TEXT, "联合检查编号"),
            _fed("mode", Kind.TEXT, "检查方式"),
            _fed("party_name", Kind.TEXT, "检查对象"),
            _fed("party_uscc", Kind.TEXT, "检查对象信用代码"),
            _fed("is_enterprise", Kind.BOOL, "是否企业"),
            _fed("place_division", Kind.TEXT, "检查地点区划"),
            _fed("approved_at", Kind.INT, "批准时间"),
            _fed("scanned_at", Kind.INT, "扫码时间"),
            _fed("scan_exception", Kind.TEXT, "未扫码原因"),
            _fed("started_on", Kind.DATE, "开始日期"),
            _fed("started_at", Kind.INT, "开始时间"),
            _fed("ended_on", Kind.DATE, "结束日期"),
            _fed("ended_at", Kind.INT, "结束时间"),
            _fed("officers", Kind.INT, "执法人员数"),
            _fed("problems", Kind.INT, "发现问题数"),
            _fed("unresolved", Kind.INT, "未处置问题数"),
        )),
        source="(SELECT 1 AS absent WHERE 1 = 0) AS t",
    ),
)
"""Every inspection that a feed reported, in its latest version."""


@rule(
    "检查未经审批",
    code="LC-53",
    basis=APPROVAL_RULE,
    severity=Severity.RED,
    scope=Scope.CITY,
    mend="说明原因；只有紧急情况可以事后补办审批",
    about="inspections",
)
def inspection_was_not_approved(inspections: Table) -> Table:
    """检查开始以前没有批准，也不属于紧急情况。"""
    t = inspections.filter(inspections.started_at.notnull())
    t = t.filter(t.approved_at.isnull() | (t.approved_at > t.started_at))
    t = t.filter(empty(t.scan_exception) | (t.scan_exception != EMERGENCY))
    return t.select("organ_id", "number", "party_name", "started_on", row=t.id)


@rule(
    "计划外检查",
    code="LC-56",
    basis=PLAN_RULE,
    severity=Severity.YELLOW,
    scope=Scope.CITY,
    mend="补入年度检查计划，或者更正检查来源",
    about="inspections",
)
def inspection_was_not_planned(inspections: Table) -> Table:
    """来源是年度计划的检查，没有对应的计划编号。"""
    t = inspections.filter((inspections.source == PLANNED) & empty(inspections.plan_no))
    return t.select("organ_id", "number", "party_name", "started_on", row=t.id)
