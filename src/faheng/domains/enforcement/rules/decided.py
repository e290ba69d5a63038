"""What was decided in a case: the parts that several rules begin with."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.kernel.questions.declare import Table

ADULT_ENOUGH, ADULT = 14, 18
YEAR = 10_000


def decisions(acts: Table, courses: Table) -> Table:
    """Return the acts by which a penalty was decided; tracks have deciding of theirs."""
    main = courses.filter(courses.track == "")
    made = acts.filter(acts.step == "decide")
    made = made.semi_join(main, made.course_id == main.id)
    return made.select(
        case_id=made.case_id,
        row=made.id,
        decided_on=made.occurred_on,
        decided_at=made.occurred_at,
    )


def last_of(acts: Table, step: str) -> Table:
    """Return for each case the last act of a step."""
    done = acts.filter(acts.step == step)
    return done.group_by("case_id").aggregate(last_act=done.id.max())


def imposed(penalty_items: Table) -> Table:
    """Return what was put to the head last: one that was sent back is past."""
    last = penalty_items.group_by("case_id").aggregate(
        last_act=penalty_items.act_id.max()
    )
    return penalty_items.join(
        last,
        [
            penalty_items.case_id == last.case_id,
            penalty_items.act_id == last.last_act,
        ],
    ).select(
        case_id=penalty_items.case_id,
        row=penalty_items.id,
        kind=penalty_items.kind,
        amount=penalty_items.amount,
    )


def fines(penalty_items: Table) -> Table:
    """Return for each case the fine that was put to the head last."""
    rows = imposed(penalty_items)
    rows = rows.filter((rows.kind == PenaltyKind.FINE.value) & (rows.amount > 0))
    return rows.group_by("case_id").aggregate(fine=rows.amount.sum())


def acted(penalty_files: Table, on_the_spot_files: Table) -> Table:
    """Return for each case the item and the day on which the act ended."""
    long = penalty_files.select("case_id", "item_id", act_on=penalty_files.act_ended_on)
    short = on_the_spot_files.select(
        "case_id", "item_id", act_on=on_the_spot_files.act_on
    )
    return long.union(short)


def citizens(case_parties: Table, parties: Table) -> Table:
    """Return the citizens of each case whose birth is known."""
    people = parties.filter((parties.kind == "citizen") & parties.birth_on.notnull())
    return case_parties.join(people, case_parties.party_id == people.id).select(
        case_id=case_parties.case_id, birth_on=people.birth_on
    )


def figure(day: Any) -> Any:
    """Write a day as one figure, so that years can be added to it."""
    return day.year() * YEAR + day.month() * 100 + day.day()
