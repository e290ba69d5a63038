"""办理时限: how much of a period is used, and whether its days were counted right."""

from __future__ import annotations

from faheng.domains.enforcement.files.choices import PayFor
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.rules.decided import imposed
from faheng.domains.enforcement.rules.months import three_months
from faheng.kernel.cases.actions.papers import PUBLIC_NOTICE_DAYS
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import (
    days,
    having,
    ibis,
    lacking,
    parameter,
    today,
)
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.civil_procedure_law import CIVIL_PROCEDURE_LAW

MONEY = {
    PenaltyKind.FINE.value: PayFor.FINE.value,
    PenaltyKind.CONFISCATE_GAINS.value: PayFor.GAINS.value,
}


@rule(
    "办案期限预警",
    code="SX-02",
    basis=PENALTY_LAW.article(60),
    severity=Severity.HINT,
    mend="抓紧办理；本领域规定允许延长的，在期满前报批",
    about="clocks",
    facts={
        "used": "已用日数",
        "whole": "办案期限（日）",
        "case_used_percent": "提示比例（百分比）",
    },
)
def most_of_the_time_is_used(
    clocks: Table,
    courses: Table,
    cases: Table,
    clock_extensions: Table,
    parameters: Table,
    ctx: Table,
) -> Table:
    """办案期限大部分（一般为五分之四）已经用去，仍未作出决定。"""
    more = clock_extensions.group_by("clock_id").aggregate(
        more=clock_extensions.length.sum()
    )
    main = courses.filter(courses.track == "")
    running = clocks.filter((clocks.term == "deciding") & (clocks.state == "running"))
    running = running.semi_join(main, running.course_id == main.id)
    t = running.left_join(more, running.id == more.clock_id).select(
        case_id=running.case_id,
        row=running.id,
        due_on=running.due_on,
        raw_due_on=running.raw_due_on,
        whole=running.length + more.more.fill_null(0),
    )
    t = t.join(cases, t.case_id == cases.case_id).select(
        **{name: t[name] for name in t.columns},
        asked_on=today(ctx),
        division_path=cases.division_path,
        field=cases.field,
    )
    t = parameter(t, parameters, "case_used_percent", on="asked_on")
    t = t.mutate(used=t.whole - days(t.asked_on, t.raw_due_on))
    t = t.filter(t.used * 100 >= t.whole * t.case_used_percent)
    return t.select("case_id", "row", "due_on", "whole", "used", "case_used_percent")


@rule(
    "公告送达不足30日",
    code="SX-19",
    basis=CIVIL_PROCEDURE_LAW.article(95, 1),
    severity=Severity.RED,
    mend="更正送达日期，重新计算其后的各项期限",
    about="services",
)
def public_notice_was_too_short(
    services: Table, papers: Table, public_notices: Table
) -> Table:
    """公告送达自发布之日起不满三十日，就计算为已经送达。"""
    t = services.join(papers, services.paper_id == papers.id).select(
        case_id=services.case_id,
        row=services.id,
        method=services.method,
        title=papers.title,
        acted_on=services.acted_on,
        served_on=services.served_on,
    )
    t = t.filter((t.method == "public_notice") & t.served_on.notnull())
    short = t.filter(days(t.acted_on, t.served_on) < PUBLIC_NOTICE_DAYS)
    posted = public_notices.select(
        "case_id", "posted_on", title=public_notices.paper_title
    )
    late = having(t, posted, "case_id", "title")
    late = lacking(
        late,
        posted,
        "case_id",
        "title",
        where=lambda t, n: days(n.posted_on, t.served_on) >= PUBLIC_NOTICE_DAYS,
    )
    found = short.union(late).distinct()
    return found.select("case_id", "row", "title", "acted_on", "served_on")


@rule(
    "申请法院执行临期",
    code="SX-24",
    basis=COERCION_LAW.article(53),
    severity=Severity.YELLOW,
    mend="立即催告，催告期满后申请人民法院强制执行",
    facts={
        "since": "可以申请执行之日",
        "left": "剩余日数",
        "court_soon_days": "提示日数",
    },
)
def court_window_is_closing(
    courses: Table,
    cases: Table,
    parameters: Table,
    clocks: Table,
    instalments: Table,
    instalment_payments: Table,
    remedy_cases: Table,
    remedy_ends: Table,
    penalty_items: Table,
    payments: Table,
    ctx: Table,
) -> Table:
    """申请人民法院强制执行的三个月期限即将届满，罚没款仍未缴清。"""
    main = courses.filter(
        (courses.track == "") & courses.stage.isin(["served", "overdue"])
    )
    ended = clocks.filter(clocks.term.isin(["suing", "reconsidering"]))
    day = ended.select("case_id", since=ended.due_on)
    day = day.union(instalments.select("case_id", since=instalments.due_on))
    day = day.union(remedy_ends.select("case_id", since=remedy_ends.ended_on))
    day = day.group_by("case_id").aggregate(since=day.since.max())
    t = main.join(day, main.case_id == day.case_id)
    t = t.join(cases, main.case_id == cases.case_id).select(
        case_id=main.case_id,
        since=day.since,
        division_path=cases.division_path,
        field=cases.field,
    )
    pending = remedy_cases.anti_join(
        remedy_ends, remedy_cases.id == remedy_ends.remedy_id
    )
    t = lacking(t, pending, "case_id")
    owed = _owed(penalty_items, payments, instalment_payments)
    t = having(t, owed, "case_id")
    left = three_months(t.since) - days(t.since, today(ctx))
    t = t.mutate(left=left)
    t = parameter(t, parameters, "court_soon_days", on="since")
    t = t.filter((t.left >= 0) & (t.left <= t.court_soon_days))
    return t.select("case_id", "since", "left", "court_soon_days")


def _owed(penalty_items: Table, payments: Table, instalment_payments: Table) -> Table:
    """Return the cases in which a fine or gains are not paid in full."""
    rows = imposed(penalty_items)
    rows = rows.filter(rows.kind.isin(list(MONEY)))
    fine = rows.kind == PenaltyKind.FINE.value
    put = rows.select(
        "case_id",
        of=ibis.ifelse(fine, PayFor.FINE.value, PayFor.GAINS.value),
        amount=rows.amount.fill_null(0),
    )
    came = payments.filter(payments.pay_for.isin(list(MONEY.values())))
    came = came.select("case_id", of=came.pay_for, amount=-came.amount)
    split = instalment_payments.select(
        "case_id",
        of=ibis.literal(PayFor.FINE.value),
        amount=-instalment_payments.amount,
    )
    t = put.union(came).union(split)
    t = t.group_by("case_id", "of").aggregate(owed=t.amount.sum())
    return t.filter(t.owed > 0)
