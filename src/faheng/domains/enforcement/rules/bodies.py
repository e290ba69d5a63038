"""执法主体: whether the organ may act at all, and in this matter."""

from __future__ import annotations

from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import having, lacking
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


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
    cases: Table, courses: Table, penalty_files: Table, case_parties: Table
) -> Table:
    """对同一当事人的同一违法行为，其他机关已经在先立案。"""
    filed = cases.filter(cases.number != "")
    mine = filed.join(penalty_files, filed.case_id == penalty_files.case_id)
    mine = mine.filter(penalty_files.act_began_on.notnull())
    mine = mine.join(case_parties, mine.case_id == case_parties.case_id)
    known = mine.select(
        case_id=filed.case_id,
        organ_id=filed.organ_id,
        opened_on=filed.opened_on,
        stage=filed.stage,
        item_id=penalty_files.item_id,
        party_id=case_parties.party_id,
        began_on=penalty_files.act_began_on,
        ended_on=penalty_files.act_ended_on,
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
