"""执法流程: penalties on those whom the law spares or treats more lightly."""

from __future__ import annotations

from faheng.domains.enforcement.kinds import FineBase
from faheng.domains.enforcement.rules.decided import (
    ADULT,
    ADULT_ENOUGH,
    YEAR,
    acted,
    citizens,
    decisions,
    figure,
    fines,
)
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import having, parameter, text
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

YOUNG, LATE = "实施违法行为时不满十四周岁", "发现时已超过追责时效"


@rule(
    "应当从轻减轻未适用",
    code="LC-29",
    basis=PENALTY_LAW.article(30),
    severity=Severity.RED,
    mend="重新确定罚款数额，从轻或者减轻处罚",
    facts={"fine": "罚款", "tier_high": "从轻处罚的上沿"},
)
def minor_was_fined_in_full(
    penalty_files: Table,
    on_the_spot_files: Table,
    penalty_items: Table,
    enforcement_items: Table,
    case_parties: Table,
    parties: Table,
    cases: Table,
    acts: Table,
    courses: Table,
    parameters: Table,
) -> Table:
    """当事人实施违法行为时已满十四周岁不满十八周岁，罚款没有从轻，也没有减轻。"""
    fined = _unmitigated(penalty_items, penalty_files, on_the_spot_files)
    known = acted(penalty_files, on_the_spot_files)
    made, people = decisions(acts, courses), citizens(case_parties, parties)
    fixed = enforcement_items.filter(
        enforcement_items.fine_base == FineBase.FIXED.value
    ).select("id", "fine_min", "fine_max")
    t = fined.join(known, fined.case_id == known.case_id)
    t = t.join(people, fined.case_id == people.case_id)
    t = t.join(made, fined.case_id == made.case_id)
    t = t.join(fixed, known.item_id == fixed.id)
    t = t.join(cases, fined.case_id == cases.case_id).select(
        case_id=fined.case_id,
        fine=fined.fine,
        decided_on=made.decided_on,
        grown=figure(known.act_on) - figure(people.birth_on),
        least=fixed.fine_min.fill_null(0),
        most=fixed.fine_max,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = t.filter((t.grown >= ADULT_ENOUGH * YEAR) & (t.grown < ADULT * YEAR))
    t = parameter(t, parameters, "lighten_percent", on="decided_on")
    # In hundredths, so that nothing is rounded before it is compared.
    light = t.least * 100 + (t.most - t.least) * t.lighten_percent
    t = t.mutate(light=light)
    t = t.filter(t.fine * 100 > t.light)
    t = t.select("case_id", "fine", tier_high=(t.light / 100).cast("int64"))
    return t.distinct()


def _unmitigated(
    penalty_items: Table, penalty_files: Table, on_the_spot_files: Table
) -> Table:
    """Return the fine of each case in which it was not mitigated."""
    long = fines(penalty_items)
    mitigated = penalty_files.filter(penalty_files.mitigated)
    long = long.anti_join(mitigated, long.case_id == mitigated.case_id)
    short = on_the_spot_files.filter(on_the_spot_files.fine > 0)
    return long.select("case_id", "fine").union(short.select("case_id", "fine"))


@rule(
    "应不罚而罚",
    code="LC-30",
    basis=PENALTY_LAW.article(30),
    severity=Severity.RED,
    mend="撤销处罚决定，作出不予行政处罚决定",
    facts={"ground": "不予处罚的情形"},
)
def the_excused_was_punished(
    penalty_files: Table,
    on_the_spot_files: Table,
    enforcement_items: Table,
    case_parties: Table,
    parties: Table,
    acts: Table,
    courses: Table,
) -> Table:
    """当事人实施违法行为时不满十四周岁，或者发现时已超过追责时效，仍然给予处罚。"""
    known = acted(penalty_files, on_the_spot_files)
    people = citizens(case_parties, parties)
    young = known.join(
        people,
        [
            known.case_id == people.case_id,
            figure(known.act_on) < figure(people.birth_on) + ADULT_ENOUGH * YEAR,
        ],
    ).select(case_id=known.case_id, ground=text(YOUNG))
    found = penalty_files
    last = figure(found.act_ended_on) + enforcement_items.limitation_years * YEAR
    late = found.join(
        enforcement_items,
        [
            found.item_id == enforcement_items.id,
            figure(found.discovered_on) > last,
        ],
    ).select(case_id=found.case_id, ground=text(LATE))
    return having(young.union(late), decisions(acts, courses), "case_id").distinct()
