"""执法流程: what becomes of confiscated goods and of the money they bring."""

from __future__ import annotations

from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import parameter, today, working_days
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


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
    )
    t = working_days(t, calendar, "sold_on", today(ctx), "waited")
    t = parameter(t, parameters, "remit_days", on="sold_on")
    t = t.filter(t.waited > t.remit_days)
    return t.select("case_id", "row", "proceeds", "sold_on", "waited", "remit_days")
