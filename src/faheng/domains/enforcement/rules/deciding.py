"""执法流程: what must precede a decision, and on what it may rest."""

from __future__ import annotations

from faheng.domains.enforcement.frame import ANSWERING_RULE
from faheng.domains.enforcement.kinds import FineBase
from faheng.domains.enforcement.rules.decided import decisions, fines, last_of
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import (
    empty,
    having,
    lacking,
    last_by,
    parameter,
    working_days,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

TOLD = ("serve_notice", "serve_hearing_notice")


@rule(
    "陈述申辩期未满即决定",
    code="LC-08",
    basis=ANSWERING_RULE,
    severity=Severity.RED,
    mend="期满以前不作决定；已经作出的，撤销后重新办理",
    about="acts",
    facts={
        "told_on": "告知书送达日期",
        "decided_on": "决定日期",
        "answer_days": "陈述申辩期限（工作日）",
    },
)
def decided_before_the_answer(
    acts: Table,
    courses: Table,
    services: Table,
    cases: Table,
    parameters: Table,
    calendar: Table,
) -> Table:
    """处罚决定在陈述申辩期限届满以前作出，当事人也没有放弃陈述申辩。"""
    told = _told(acts, services)
    made = decisions(acts, courses)
    t = made.join(told, made.case_id == told.case_id).select(
        case_id=made.case_id,
        row=made.row,
        decided_on=made.decided_on,
        told_on=told.told_on,
        told_seq=told.told_seq,
    )
    t = t.join(cases, t.case_id == cases.case_id).select(
        **{name: t[name] for name in t.columns},
        division_path=cases.division_path,
        field=cases.field,
    )
    waived = acts.filter(acts.step == "waive_answer")
    t = lacking(t, waived, "case_id", where=lambda t, w: w.seq > t.told_seq)
    t = working_days(t, calendar, "told_on", "decided_on", "passed")
    t = parameter(t, parameters, "answer_days", on="told_on")
    # The last day of the period is always a working day.
    t = t.join(calendar, t.decided_on == calendar.day).select(
        **{name: t[name] for name in t.columns}, works=calendar.is_workday
    )
    on_the_last = t.works & (t.passed == t.answer_days)
    t = t.filter((t.passed < t.answer_days) | on_the_last)
    return t.select("case_id", "row", "told_on", "decided_on", "answer_days")


def _told(acts: Table, services: Table) -> Table:
    """Return for each case the day on which the last notice took effect."""
    told = acts.filter(acts.step.isin(TOLD))
    t = told.left_join(services, told.id == services.act_id).select(
        case_id=told.case_id,
        seq=told.seq,
        told_on=services.served_on.fill_null(told.occurred_on),
    )
    return t.group_by("case_id").aggregate(
        told_on=t.told_on.max(), told_seq=t.seq.max()
    )


@rule(
    "未根据听证笔录决定",
    code="LC-14",
    basis=PENALTY_LAW.article(65),
    severity=Severity.YELLOW,
    mend="就新的证据重新组织听证",
    about="evidence",
    facts={"held_on": "听证日期", "got_on": "取得日期"},
)
def evidence_came_after_the_hearing(
    acts: Table, courses: Table, exhibit_facts: Table, evidence: Table
) -> Table:
    """决定所依据的证据是听证以后取得的，没有在听证中质证。"""
    held = acts.filter(acts.step == "hold")
    held = held.group_by("case_id").aggregate(
        held_at=held.occurred_at.max(), held_on=held.occurred_on.max()
    )
    made = decisions(acts, courses)
    decided = held.join(
        made, [held.case_id == made.case_id, made.decided_at > held.held_at]
    ).select(case_id=held.case_id, held_at=held.held_at, held_on=held.held_on)
    last = last_of(acts, "close_investigation")
    t = exhibit_facts.join(last, exhibit_facts.act_id == last.last_act)
    t = t.join(evidence, exhibit_facts.evidence_id == evidence.id)
    t = t.join(acts, evidence.act_id == acts.id).select(
        case_id=exhibit_facts.case_id,
        row=evidence.id,
        title=evidence.title,
        got_on=acts.occurred_on,
        got_at=acts.occurred_at,
    )
    t = t.join(
        decided, [t.case_id == decided.case_id, t.got_at > decided.held_at]
    ).select(
        case_id=t.case_id,
        row=t.row,
        title=t.title,
        got_on=t.got_on,
        held_on=decided.held_on,
    )
    return t.distinct()


@rule(
    "审核不通过仍决定",
    code="LC-16",
    basis=PENALTY_LAW.article(58, 1),
    severity=Severity.RED,
    mend="撤回决定，按审核意见办理后重新送审",
    about="acts",
    facts={"decided_on": "决定日期", "rejected_on": "审核不通过日期"},
)
def decided_after_a_rejection(acts: Table, courses: Table) -> Table:
    """最近一次法制审核没有通过，仍然作出处罚决定。"""
    reviews = courses.filter(courses.track == "legal_review")
    last = last_by(
        reviews.select("case_id", "ordinal", "stage", "ended_on", "ended_at"),
        "case_id",
        "ordinal",
    )
    rejected = last.filter(last.stage == "rejected")
    made = decisions(acts, courses)
    return made.join(
        rejected,
        [made.case_id == rejected.case_id, made.decided_at >= rejected.ended_at],
    ).select(
        case_id=made.case_id,
        row=made.row,
        decided_on=made.decided_on,
        rejected_on=rejected.ended_on,
    )


@rule(
    "竞合未择高",
    code="LC-22",
    basis=PENALTY_LAW.article(29),
    severity=Severity.YELLOW,
    mend="按罚款数额高的规定处罚，或者写明不适用的理由",
    about="concurrent_items",
    facts={"higher": "应当考虑的事项", "fine_max": "该事项罚款上限"},
)
def higher_fine_was_passed_over(
    concurrent_items: Table,
    penalty_files: Table,
    enforcement_items: Table,
    acts: Table,
    courses: Table,
) -> Table:
    """同一违法行为还触犯罚款数额更高的事项，没有按其处罚，也没有写明理由。"""
    last = last_of(acts, "close_investigation")
    t = concurrent_items.filter(empty(concurrent_items.reason))
    t = t.join(last, t.act_id == last.last_act).select(
        case_id=t.case_id, row=t.id, item_id=t.item_id
    )
    t = having(t, decisions(acts, courses), "case_id")
    fixed = enforcement_items.filter(
        enforcement_items.fine_base == FineBase.FIXED.value
    )
    fixed = fixed.select("id", "name", "fine_max", "fine_min")
    own = fixed.view()
    t = t.join(penalty_files, t.case_id == penalty_files.case_id).select(
        case_id=t.case_id,
        row=t.row,
        item_id=t.item_id,
        own_id=penalty_files.item_id,
    )
    t = t.join(fixed, t.item_id == fixed.id)
    t = t.join(own, t.own_id == own.id).select(
        case_id=t.case_id,
        row=t.row,
        higher=fixed.name,
        most=fixed.fine_max,
        least=fixed.fine_min.fill_null(0),
        own_most=own.fine_max,
        own_least=own.fine_min.fill_null(0),
    )
    same_most = (t.most == t.own_most) & (t.least > t.own_least)
    return t.filter((t.most > t.own_most) | same_most).select(
        "case_id", "row", "higher", fine_max=t.most
    )


@rule(
    "移送后又罚款",
    code="LC-34",
    basis=PENALTY_LAW.article(35, 2),
    severity=Severity.RED,
    scope=Scope.PARTY,
    mend="撤销罚款决定，等待刑事处理结果",
    about="acts",
    facts={"decided_on": "罚款决定日期", "filed_on": "司法机关立案日期"},
)
def fined_after_the_police_filed(
    acts: Table,
    courses: Table,
    penalty_files: Table,
    case_parties: Table,
    penalty_items: Table,
) -> Table:
    """司法机关已经立案，没有退回，又对同一当事人的同一行为罚款。"""
    known = _acts_of_parties(penalty_files, case_parties)
    filed = _with_the_police(acts)
    referred = known.join(filed, known.case_id == filed.case_id).select(
        **{name: known[name] for name in known.columns if name != "case_id"},
        filed_on=filed.occurred_on,
        filed_at=filed.occurred_at,
    )
    made, mine = decisions(acts, courses), known.view()
    t = having(made, fines(penalty_items), "case_id").select(*made.columns)
    t = t.join(mine, t.case_id == mine.case_id).select(
        **{name: t[name] for name in t.columns},
        **{name: mine[name] for name in mine.columns if name != "case_id"},
    )
    same_act = [
        t.party_id == referred.party_id,
        t.item_id == referred.item_id,
        t.began_on <= referred.ended_on,
        referred.began_on <= t.ended_on,
    ]
    found = t.join(referred, [*same_act, t.decided_at > referred.filed_at]).select(
        case_id=t.case_id,
        row=t.row,
        decided_on=t.decided_on,
        filed_on=referred.filed_on,
    )
    return found.distinct()


def _acts_of_parties(penalty_files: Table, case_parties: Table) -> Table:
    """Return what each party is said to have done, and on which days."""
    return penalty_files.join(
        case_parties, penalty_files.case_id == case_parties.case_id
    ).select(
        case_id=penalty_files.case_id,
        item_id=penalty_files.item_id,
        party_id=case_parties.party_id,
        began_on=penalty_files.act_began_on,
        ended_on=penalty_files.act_ended_on.fill_null(penalty_files.act_began_on),
    )


def _with_the_police(acts: Table) -> Table:
    """Return for each case that lies with the police since when it does."""
    filed = acts.filter(acts.step == "record_police_filed")
    back = acts.filter(acts.step == "take_back")
    filed = lacking(filed, back, "case_id", where=lambda f, b: b.seq > f.seq)
    return filed.select("case_id", "occurred_on", "occurred_at")
