"""文书完整性: whether each paper says and brings what it must."""

from __future__ import annotations

from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.kernel.cases.models.papers import PaperState
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import any_of, empty, lacking, last_by
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.fine_collection_measures import FINE_COLLECTION_MEASURES

EVIDENCE_RULE = LocalRule("询问笔录一人一份", "行政处罚证据规则，各地和各领域规定")
SEPARATORS = ("、", "，", ",", "；", ";", "/")
"""What stands between the names of several people."""


def in_force(papers: Table, *documents: str) -> Table:
    """Return papers of some kinds that were not declared void."""
    made = papers.filter(papers.state == PaperState.ISSUED.value)
    return made.filter(made.document.isin(documents))


def fined(papers: Table, penalty_items: Table) -> Table:
    """Return the decisions that impose a fine; the last proposal is what counts."""
    last = penalty_items.group_by("case_id").aggregate(
        last_act=penalty_items.act_id.max()
    )
    imposed = penalty_items.join(
        last,
        [
            penalty_items.case_id == last.case_id,
            penalty_items.act_id == last.last_act,
        ],
    ).select(
        case_id=penalty_items.case_id,
        kind=penalty_items.kind,
        amount=penalty_items.amount,
    )
    fines = imposed.filter((imposed.kind == PenaltyKind.FINE) & (imposed.amount > 0))
    fines = fines.group_by("case_id").aggregate(amount=fines.amount.sum())
    made = in_force(papers, "penalty_decision")
    return made.join(fines, made.case_id == fines.case_id).select(
        case_id=made.case_id,
        course_id=made.course_id,
        row=made.id,
        number=made.number,
        made_on=made.made_on,
        amount=fines.amount,
    )


@rule(
    "决定书未写缴款机构或加处规则",
    code="WS-04",
    basis=FINE_COLLECTION_MEASURES.article(7),
    severity=Severity.YELLOW,
    mend="补正决定书，写明罚款代收机构，重新送达",
    about="papers",
    facts={"amount": "罚款数额"},
)
def decision_names_no_payee(
    papers: Table, penalty_items: Table, penalty_files: Table
) -> Table:
    """决定书处以罚款，却没有写明代收机构。"""
    t = fined(papers, penalty_items)
    files = penalty_files.filter(empty(penalty_files.payee))
    return t.semi_join(files, t.course_id == files.course_id).select(
        "case_id", "row", "number", "amount"
    )


@rule(
    "裁量说明缺失",
    code="WS-22",
    basis=PENALTY_LAW.article(34),
    severity=Severity.YELLOW,
    mend="补充裁量说明，写明适用的阶次和理由",
    about="papers",
    facts={"amount": "罚款数额"},
)
def fine_was_not_weighed(papers: Table, penalty_items: Table) -> Table:
    """决定书处以罚款，案卷里没有行政处罚裁量说明。"""
    t = fined(papers, penalty_items)
    t = lacking(t, in_force(papers, "discretion_worksheet"), "case_id")
    return t.select("case_id", "row", "number", "amount")


@rule(
    "一份笔录多名被询问人",
    code="WS-14",
    basis=EVIDENCE_RULE,
    severity=Severity.YELLOW,
    mend="分别询问，每人单独制作一份笔录",
    about="questionings",
)
def several_people_in_one_record(questionings: Table) -> Table:
    """一份询问笔录写了两个以上的被询问人。"""
    person = questionings.person
    several = any_of(*(person.contains(mark) for mark in SEPARATORS))
    return questionings.filter(several).select(
        "case_id", row=questionings.id, person=person, started_on="started_on"
    )


@rule(
    "清单未一式二份",
    code="WS-16",
    basis=COERCION_LAW.article(24, 3),
    severity=Severity.YELLOW,
    mend="把清单当场交付当事人一份，并登记送达",
    about="papers",
)
def party_got_no_list(papers: Table, services: Table) -> Table:
    """制作了查封（扣押）清单，没有交付当事人的记录。"""
    lists = in_force(papers, "seizure_list")
    t = lists.select("case_id", "title", "made_on", row=lists.id)
    t = lacking(t, services, where=lambda t, s: t.row == s.paper_id)
    return t.select("case_id", "row", "title", "made_on")


@rule(
    "证据无证明对象或来源",
    code="WS-17",
    basis=PENALTY_LAW.article(46, 2),
    severity=Severity.YELLOW,
    mend="补充证据的证明对象、来源和取得时间",
    about="evidence",
)
def evidence_is_not_described(evidence: Table) -> Table:
    """证据没有写明证明对象、来源或者取得时间。"""
    unsaid = any_of(
        empty(evidence.proves), empty(evidence.source), evidence.taken_on.isnull()
    )
    return evidence.filter(unsaid).select(
        "case_id", "title", "proves", "source", "taken_on", row=evidence.id
    )


@rule(
    "当事人主体证明缺失",
    code="WS-21",
    basis=PENALTY_LAW.article(59, 1, 1),
    severity=Severity.RED,
    mend="调取并核对当事人的身份证件或者主体登记材料，附卷",
    about="acts",
)
def party_is_not_proven(acts: Table, papers: Table) -> Table:
    """调查已经终结，案卷里没有当事人身份或者主体资格材料。"""
    ended = acts.filter(acts.step == "close_investigation")
    ended = ended.select("case_id", "occurred_on", row=ended.id)
    t = last_by(ended, "case_id", "row")
    return lacking(t, in_force(papers, "party_identity"), "case_id").select(
        "case_id", "row", "occurred_on"
    )
