"""执法流程: what becomes of confiscated goods and of the money they bring."""

from __future__ import annotations

from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import ibis, parameter, today, working_days
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

DISPOSING_RULE = LocalRule("罚没财物管理办法", "财税〔2020〕54号")
BETWEEN = ("，", ",", "；", ";", " ", "　", "/", "和")
"""What may stand between two names."""


@rule(
    "处置与办案未分离",
    code="LC-49",
    basis=DISPOSING_RULE,
    severity=Severity.YELLOW,
    mend="由办案机构以外的人员重新办理处置",
    about="goods_disposals",
    facts={"name": "办案人员"},
)
def handlers_disposed_of_the_goods(
    goods_disposals: Table, case_officers: Table, persons: Table
) -> Table:
    """罚没物品由办理本案的执法人员处置。"""
    said = goods_disposals.disposers
    for mark in BETWEEN:
        said = said.replace(mark, "、")
    done = goods_disposals.select(
        "case_id", row=goods_disposals.id, names=ibis.literal("、") + said + "、"
    )
    t = done.join(case_officers, done.case_id == case_officers.case_id)
    t = t.join(persons, case_officers.person_id == persons.id).select(
        case_id=done.case_id, row=done.row, names=done.names, name=persons.name
    )
    t = t.filter(t.names.contains(ibis.literal("、") + t.name + "、"))
    return t.select("case_id", "row", "name").distinct()


@rule(
    "罚没未缴国库",
    code="LC-50",
    basis=PENALTY_LAW.article(74, 2),
    severity=Severity.RED,
    mend="立即上缴国库并登记上缴日期",
    about="goods_disposals",
    facts={"waited": "处置后的工作日数", "remit_days": "规定期限（工作日）"},
)
def proceeds_were_not_remitted(
    goods_disposals: Table,
    acts: Table,
    cases: Table,
    parameters: Table,
    calendar: Table,
    ctx: Table,
) -> Table:
    """罚没物品处置所得超过规定期限仍未上缴国库。"""
    sold = goods_disposals.filter(
        (goods_disposals.proceeds > 0) & goods_disposals.remitted_on.isnull()
    )
    t = sold.join(acts, sold.act_id == acts.id)
    t = t.join(cases, sold.case_id == cases.case_id).select(
        case_id=sold.case_id,
        row=sold.id,
        proceeds=sold.proceeds,
        sold_on=acts.occurred_on,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = working_days(t, calendar, "sold_on", today(ctx), "waited")
    t = parameter(t, parameters, "remit_days", on="sold_on")
    t = t.filter(t.waited > t.remit_days)
    return t.select("case_id", "row", "proceeds", "sold_on", "waited", "remit_days")
