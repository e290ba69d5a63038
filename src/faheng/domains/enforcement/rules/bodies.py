"""执法主体: whether the organ may act at all, and in this matter."""

from __future__ import annotations

from faheng.kernel.parties.declare import OrganKind
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import given, having, holds_on, lacking, today
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

ON_THE_SPOT = "enforcement.on_the_spot_penalty"
DECISIONS = ("penalty_decision", "no_penalty_decision", "on_the_spot_decision")


def filed(acts: Table, cases: Table) -> Table:
    """Return the acts by which organs took up a violation."""
    t = acts.join(cases, acts.case_id == cases.case_id).select(
        case_id=acts.case_id,
        row=acts.id,
        step=acts.step,
        occurred_on=acts.occurred_on,
        procedure=cases.procedure,
        organ_id=cases.organ_id,
    )
    begun = (t.procedure == ON_THE_SPOT) & (t.step == "begin")
    t = t.filter((t.step == "file_case") | begun)
    return t.select("case_id", "row", "occurred_on", "organ_id")


@rule(
    "无执法主体资格",
    code="ZT-01",
    basis=PENALTY_LAW.article(38, 1),
    severity=Severity.RED,
    mend="停止办理，移送有资格的机关；已经作出决定的，予以撤销",
    about="acts",
)
def organ_was_not_qualified(acts: Table, cases: Table, organs: Table) -> Table:
    """机关在作出决定之日不具有执法主体资格。"""
    decided = acts.filter(acts.step == "decide")
    decided = decided.join(cases, decided.case_id == cases.case_id).select(
        case_id=decided.case_id,
        row=decided.id,
        occurred_on=decided.occurred_on,
        organ_id=cases.organ_id,
    )
    return lacking(
        decided,
        organs,
        where=lambda t, o: (
            (t.organ_id == o.id)
            & (o.qualified_from <= t.occurred_on)
            & (o.qualified_until.isnull() | (t.occurred_on <= o.qualified_until))
        ),
    )


@rule(
    "重复管辖（后立案）",
    code="ZT-07",
    basis=PENALTY_LAW.article(25, 1),
    severity=Severity.RED,
    scope=Scope.PARTY,
    mend="把证据移交先立案的机关，本案终止调查",
)
def another_organ_was_first(
    cases: Table, penalty_files: Table, case_parties: Table
) -> Table:
    """对同一当事人的同一违法行为，其他机关已经在先立案。"""
    filed = cases.filter(cases.number != "")
    about = penalty_files.filter(penalty_files.act_began_on.notnull())
    known = filed.join(about, filed.case_id == about.case_id).select(
        case_id=filed.case_id,
        organ_id=filed.organ_id,
        opened_on=filed.opened_on,
        stage=filed.stage,
        item_id=about.item_id,
        began_on=about.act_began_on,
        ended_on=about.act_ended_on,
    )
    known = known.join(case_parties, known.case_id == case_parties.case_id).select(
        *known.columns, party_id=case_parties.party_id
    )
    return having(
        known,
        known.filter(~known.stage.isin(["transferred", "not_filed"])),
        "party_id",
        "item_id",
        where=lambda t, o: (
            (t.organ_id != o.organ_id)
            & (o.opened_on < t.opened_on)
            & (o.began_on <= t.ended_on.fill_null(t.began_on))
            & (t.began_on <= o.ended_on.fill_null(o.began_on))
        ),
    ).select("case_id", "opened_on")


@rule(
    "主体资格未公告",
    code="ZT-02",
    basis=PENALTY_LAW.article(39),
    severity=Severity.YELLOW,
    mend="向社会公告主体名称、职权和依据，并报执法监督机构确认",
    about="acts",
)
def organ_was_not_announced(acts: Table, cases: Table, organs: Table) -> Table:
    """机关立案时，其执法主体资格还没有公告。"""
    t = filed(acts, cases)
    t = t.join(organs, t.organ_id == organs.id).select(
        case_id=t.case_id,
        row=t.row,
        occurred_on=t.occurred_on,
        announced_on=organs.announced_on,
    )
    return t.filter(t.announced_on.isnull() | (t.announced_on > t.occurred_on))


@rule(
    "委托无书面委托书",
    code="ZT-08",
    basis=PENALTY_LAW.article(20, 1),
    severity=Severity.RED,
    mend="由委托机关接手办理；补签或者续签书面委托书",
    about="acts",
)
def nobody_entrusted_the_body(
    acts: Table, cases: Table, organs: Table, entrustments: Table
) -> Table:
    """受委托组织立案时，没有在有效期内的书面委托书。"""
    t = filed(acts, cases)
    t = having(
        t,
        organs,
        where=lambda t, o: (t.organ_id == o.id) & (o.kind == OrganKind.ENTRUSTED.value),
    )
    written = entrustments.filter(given(entrustments.document_no))
    t = lacking(t, written, "organ_id", where=lambda t, e: holds_on(e, t.occurred_on))
    return t.select("case_id", "row", "occurred_on")


@rule(
    "委托书未公布",
    code="ZT-09",
    basis=PENALTY_LAW.article(20, 2),
    severity=Severity.YELLOW,
    scope=Scope.ORGAN,
    mend="向社会公布委托书，并登记公布日期",
    about="entrustments",
)
def entrustment_was_not_published(
    entrustments: Table, organs: Table, ctx: Table
) -> Table:
    """有效的行政处罚委托书没有公布。"""
    held = entrustments.filter(holds_on(entrustments, today(ctx)))
    told = held.published_on.notnull() & (held.published_on <= today(ctx))
    held = held.filter(~told)
    entrusted = organs.filter(organs.kind == OrganKind.ENTRUSTED.value)
    return held.join(entrusted, held.organ_id == entrusted.id).select(
        organ_id=held.organ_id,
        row=held.id,
        document_no=held.document_no,
        valid_from=held.valid_from,
    )


@rule(
    "受委托组织以自己名义处罚",
    code="ZT-10",
    basis=PENALTY_LAW.article(20, 4),
    severity=Severity.RED,
    mend="撤销该决定，以委托机关的名义重新作出",
    about="papers",
)
def decided_in_its_own_name(papers: Table, cases: Table, organs: Table) -> Table:
    """决定书使用受委托组织自己的文号，而不是委托机关的文号。"""
    made = papers.filter(papers.document.isin(DECISIONS) & (papers.state == "issued"))
    t = made.join(cases, made.case_id == cases.case_id)
    t = t.join(organs, cases.organ_id == organs.id).select(
        case_id=made.case_id,
        row=made.id,
        title=made.title,
        number=made.number,
        mark=organs.mark,
        kind=organs.kind,
        deciding_organ_id=organs.deciding_organ_id,
    )
    own = given(t.mark) & (t.number.left(t.mark.length()) == t.mark)
    t = t.filter((t.kind == OrganKind.ENTRUSTED.value) & own)
    t = lacking(
        t,
        organs,
        where=lambda t, o: (t.deciding_organ_id == o.id) & (t.mark == o.mark),
    )
    return t.select("case_id", "row", "title", "number")
