"""公示: a decision is shown for its time, and taken back when it falls."""

from __future__ import annotations

from faheng.domains.enforcement.conditions import publishing as must
from faheng.domains.enforcement.documents.publicity import (
    PublicationApproval,
    WithdrawalStatement,
)
from faheng.domains.enforcement.files.publicity import PublicityFile
from faheng.domains.enforcement.local import local
from faheng.kernel.clocks.declare import DAYS, WORKING_DAYS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Extend, Procedure, Stage, Step, Term
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

REPAIRING_RULE = LocalRule("信用修复处理期限", "地方信用条例，按参数执行")
CHECKED = [
    must.agrees_with_the_paper,
    must.minor_only_by_rule,
    must.months_fit_the_class,
    must.nothing_leaks,
]


class Publicity(Procedure):
    """Drafted, checked for secrets, shown, repaired or withdrawn, taken down."""

    title = "决定公示"
    basis = PENALTY_LAW.article(48)
    file = PublicityFile

    drafted = Stage("待审批")
    approved = Stage("待发布")
    withheld = Stage("不予公示", final=True)
    published = Stage("公示中")
    repairing_stage = Stage("信用修复处理中")
    falling = Stage("待撤回")
    withdrawn = Stage("已撤回", final=True)
    repaired = Stage("信用修复，停止公示", final=True)
    ended = Stage("公示期满", final=True)

    publishing = Term(
        local("publish_days"),
        WORKING_DAYS,
        must.PUBLISHING_RULE,
        title="公开处罚决定",
        until=must.last_day_to_publish,
        when=must.is_penalty,
        watch="SJ-04",
    )
    publishing_other = Term(
        local("publish_other_days"),
        WORKING_DAYS,
        must.PUBLISHING_RULE,
        title="公开其他执法决定",
        until=must.last_day_to_publish,
        when=lambda s: not must.is_penalty(s),
        watch="SJ-05",
    )
    showing = Term(
        1,
        DAYS,
        must.SHOWING_RULE,
        title="公示期",
        until=must.shown_until,
        lapse="停止公示",
        watch="SJ-07",
    )
    withdrawing = Term(
        must.WITHDRAWING_DAYS,
        DAYS,
        PENALTY_LAW.article(48, 2),
        title="撤回公示信息并说明理由",
        until=must.last_day_to_withdraw,
        watch="SJ-06",
    )
    repairing = Term(
        local("repair_days"),
        WORKING_DAYS,
        REPAIRING_RULE,
        title="处理信用修复申请",
    )

    draft = Step(
        "拟定公示内容",
        at=None,
        to=drafted,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(48, 1),
        asks=[
            "decision_kind",
            "decision_no",
            "decided_on",
            "credit_class",
            "months",
            "abstract",
        ],
        optional=["minor_basis"],
        requires=[must.agrees_with_the_paper, must.nothing_leaks],
        starts=[publishing, publishing_other],
        rows=["P31.3", "P31.4"],
        note="姓名、身份证号、住址、电话、银行账号依法隐去；公示期自决定书日期起算",
    )
    redraft = Step(
        "修改公示内容",
        at=drafted,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(48, 1),
        asks=["credit_class", "months", "abstract"],
        optional=["minor_basis"],
        requires=[must.nothing_leaks],
        aside=True,
        rows=["P31.3"],
    )
    approve = Step(
        "批准公示",
        at=drafted,
        to=approved,
        by=(Role.HEAD, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(48, 1),
        asks=["secrecy"],
        requires=CHECKED,
        issues=[PublicationApproval],
        rows=["P31.3", "P31.4", "P31.5"],
    )
    withhold = Step(
        "不予公示",
        at=drafted,
        to=withheld,
        by=(Role.HEAD, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(48, 1),
        asks=["reasons"],
        stops=[publishing, publishing_other],
        aside=True,
        rows=["P31.3"],
    )
    publish = Step(
        "发布公示",
        at=approved,
        to=published,
        by=Role.RECORDER,
        basis=PENALTY_LAW.article(48, 1),
        asks=["site"],
        stops=[publishing, publishing_other],
        starts=[showing],
        rows=["P31.3", "P31.4", "P31.5"],
    )
    take_down = Step(
        "期满停止公示",
        at=published,
        to=ended,
        by=Role.RECORDER,
        basis=must.SHOWING_RULE,
        requires=[must.period_over],
        stops=[showing],
        rows=["P31.5"],
    )
    ask_repair = Step(
        "受理信用修复申请",
        at=published,
        to=repairing_stage,
        by=(Role.RECORDER, Role.OFFICER),
        basis=REPAIRING_RULE,
        asks=["repair"],
        requires=[must.shown_long_enough],
        starts=[repairing],
        aside=True,
        rows=["P31.7"],
    )
    extend_repair = Step(
        "延长修复处理期限",
        at=repairing_stage,
        by=Role.HEAD,
        basis=REPAIRING_RULE,
        asks=["repair_extension"],
        requires=[must.repair_extension_allowed],
        extends=Extend(repairing, by="repair_extension", unit=WORKING_DAYS),
        aside=True,
        rows=["P31.7"],
    )
    repair = Step(
        "准予信用修复",
        at=repairing_stage,
        to=repaired,
        by=Role.HEAD,
        basis=REPAIRING_RULE,
        asks=["repair_opinion"],
        stops=[repairing, showing],
        rows=["P31.7"],
    )
    refuse_repair = Step(
        "不予信用修复",
        at=repairing_stage,
        to=published,
        by=Role.HEAD,
        basis=REPAIRING_RULE,
        asks=["repair_opinion"],
        stops=[repairing],
        aside=True,
        rows=["P31.7"],
    )
    change = Step(
        "登记决定被变更、撤销",
        at=(drafted, approved, published, repairing_stage),
        to=falling,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(48, 2),
        asks=["changing_paper", "changed", "changed_on"],
        requires=[must.changed_after_decided],
        starts=[withdrawing],
        aside=True,
        rows=["P31.6"],
        note="自变更文书作出之日起三个工作日内撤回并公开说明理由",
    )
    withdraw = Step(
        "撤回公示",
        at=falling,
        to=withdrawn,
        by=Role.RECORDER,
        basis=PENALTY_LAW.article(48, 2),
        asks=["withdrawal"],
        stops=[publishing, publishing_other, showing, withdrawing, repairing],
        issues=[WithdrawalStatement],
        rows=["P31.6"],
    )
