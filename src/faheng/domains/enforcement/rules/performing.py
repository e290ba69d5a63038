"""执法流程: how a decision is enforced, and what is taken beside the fine."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.files.choices import PayFor
from faheng.domains.enforcement.rules.decided import fines
from faheng.domains.enforcement.surcharge import PER_CENT_A_DAY
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import days, ibis, lacking
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@rule(
    "未催告即强制执行或申请",
    code="LC-42",
    basis=COERCION_LAW.article(54),
    severity=Severity.RED,
    mend="送达催告书，撤回申请；催告期满后再申请",
    about="acts",
    facts={"occurred_on": "申请日期"},
)
def court_was_asked_without_a_demand(acts: Table, papers: Table) -> Table:
    """申请人民法院强制执行以前，没有向当事人送达催告书。"""
    asked = acts.filter(acts.step == "apply_to_court")
    asked = asked.select("case_id", "occurred_on", row=asked.id)
    demand = papers.filter(
        (papers.document == "performance_demand") & (papers.state == "issued")
    )
    return lacking(
        asked, demand, "case_id", where=lambda t, p: p.served_on <= t.occurred_on
    ).select("case_id", "row", "occurred_on")


@rule(
    "复议诉讼期间计收加处罚款",
    code="LC-48",
    basis=PENALTY_LAW.article(73, 3),
    severity=Severity.RED,
    mend="重新计算加处罚款，多收的退还",
    facts={
        "amount": "已收加处罚款",
        "fine": "扣除复议诉讼期间后最多可收",
        "counted": "可以计算的日数",
    },
)
def surcharge_ran_during_a_remedy(
    payments: Table,
    penalty_items: Table,
    clocks: Table,
    instalments: Table,
    remedy_cases: Table,
    remedy_ends: Table,
) -> Table:
    """收取的加处罚款超过扣除复议、诉讼期间后可以计收的数额。"""
    extra = payments.filter(payments.pay_for == PayFor.SURCHARGE.value)
    extra = extra.group_by("case_id").aggregate(
        amount=extra.amount.sum(), last_on=extra.paid_on.max()
    )
    due = clocks.filter(clocks.term == "paying")
    due = due.group_by("case_id").aggregate(due_on=due.due_on.max())
    fined = fines(penalty_items)
    t = extra.join(fined, extra.case_id == fined.case_id)
    t = t.join(due, extra.case_id == due.case_id).select(
        case_id=extra.case_id,
        amount=extra.amount,
        last_on=extra.last_on,
        fine=fined.fine,
        due_on=due.due_on,
    )
    t = lacking(t, instalments, "case_id")
    t = _left_out(t, remedy_cases, remedy_ends)
    t = t.mutate(counted=days(t.due_on, t.last_on) - t.excluded)
    # Fen by the hundred, as the surcharge itself is computed.
    most = t.fine * PER_CENT_A_DAY * t.counted
    t = t.filter((t.excluded > 0) & (t.amount * 100 > most))
    most = (t.fine * PER_CENT_A_DAY * t.counted / 100).floor().cast("int64")
    return t.select("case_id", "amount", "counted", fine=most)


def _left_out(t: Table, remedy_cases: Table, remedy_ends: Table) -> Table:
    """Add how many days the longest remedy takes off the days of the surcharge.

    Where remedies followed one another only the longest is taken: no lawful surcharge
    is ever reported.
    """
    ends = remedy_ends.group_by("remedy_id").aggregate(
        ended_on=remedy_ends.ended_on.max()
    )
    spans = remedy_cases.left_join(ends, remedy_cases.id == ends.remedy_id).select(
        case_id=remedy_cases.case_id,
        from_on=remedy_cases.accepted_on,
        until_on=ends.ended_on,
    )
    joined = t.join(spans, t.case_id == spans.case_id)
    met = joined.select(
        case_id=t.case_id, excluded=_overlap(t, spans.from_on, spans.until_on)
    )
    met = met.group_by("case_id").aggregate(excluded=met.excluded.max())
    return t.join(met, t.case_id == met.case_id).select(
        **{name: t[name] for name in t.columns}, excluded=met.excluded
    )


def _overlap(t: Table, from_on: Any, until_on: Any) -> Any:
    """Count the days of a span, both ends included, that the surcharge ran through."""
    ended = until_on.fill_null(t.last_on)
    last = ibis.ifelse(ended < t.last_on, ended, t.last_on)
    before = ibis.ifelse(
        from_on > t.due_on, days(t.due_on, from_on) - 1, ibis.literal(0)
    )
    return days(t.due_on, last) - before
