"""Provisions that an item cites, looked up in the law base on a day.

Only what the law base holds is judged: where it holds no text of a day, or does not
know when a version began, a citation is left alone.
"""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.rules.decided import decisions
from faheng.kernel.questions.declare import Table
from faheng.kernel.questions.words import having, ibis, lacking


def provisions(item_provisions: Table) -> Table:
    """Return what items cite, each with the address it has in the law base."""
    p = item_provisions
    figure = {name: p[name].cast("string") for name in ("article", "suffix")}
    article = ibis.literal("a") + figure["article"]
    article += ibis.ifelse(p.suffix > 0, ibis.literal("-") + figure["suffix"], "")
    # A paragraph is named "p1" even where it is the only one and nobody says so.
    para = ibis.literal("/p") + p.para.fill_null(1).cast("string")
    para = ibis.ifelse(p.para.notnull() | p.item_no.notnull(), para, "")
    item = ibis.literal("/i") + p.item_no.cast("string")
    return p.select(
        item_id=p.item_id,
        provision_id=p.id,
        role=p.role,
        law=p.law,
        citation=p.citation,
        address=article + para + item.fill_null(""),
    )


def editions(work_names: Table, versions: Table) -> Table:
    """Return the versions of each law by each name that it goes by."""
    return work_names.join(versions, work_names.work_id == versions.work_id).select(
        law=work_names.name,
        version_id=versions.id,
        valid_from=versions.valid_from,
        valid_to=versions.valid_to,
        held=versions.held,
    )


def cited(
    acts: Table,
    courses: Table,
    penalty_files: Table,
    item_provisions: Table,
    *,
    day: str,
) -> Table:
    """Return the provisions cited by decisions, with the day that matters.

    Cases in which the choice between an old and a new law is explained are not told.

    Args:
        acts: the table of that name.
        courses: the table of that name.
        penalty_files: the table of that name.
        item_provisions: the table of that name.
        day: `act_on`, when the act ended, or `decided_on`.
    """
    made = decisions(acts, courses)
    files = penalty_files.filter(penalty_files.item_id.notnull())
    t = made.join(files, made.case_id == files.case_id).select(
        case_id=made.case_id,
        item_id=files.item_id,
        decided_on=made.decided_on,
        act_on=files.act_ended_on,
        law_choice=files.law_choice,
    )
    p = provisions(item_provisions)
    return t.join(p, t.item_id == p.item_id).select(
        case_id=t.case_id,
        row=p.provision_id,
        role=p.role,
        law=p.law,
        citation=p.citation,
        address=p.address,
        law_choice=t.law_choice,
        day=t[day],
    )


def in_force(edition: Table, day: Any) -> Any:
    """Tell whether a version is in force on a day; its last day is not included."""
    return (edition.valid_from <= day) & (
        edition.valid_to.isnull() | (day < edition.valid_to)
    )


def dated(t: Table, known: Table) -> Table:
    """Leave out laws of which some version began nobody knows when."""
    return lacking(t, known, "law", where=lambda _, e: e.valid_from.isnull())


def containing(known: Table, units: Table) -> Table:
    """Return the units of each version by the name of the law."""
    return known.join(units, known.version_id == units.version_id).select(
        law=known.law,
        address=units.address,
        valid_from=known.valid_from,
        valid_to=known.valid_to,
    )


def ever_held(t: Table, known: Table, units: Table) -> Table:
    """Keep citations that some version of the law base has."""
    return having(t, containing(known, units), "law", "address")


def gone(t: Table, known: Table, units: Table) -> Table:
    """Keep citations that no version has which is in force on their day.

    The law must have ended before that day, or be held in the wording of that day.
    """
    t = lacking(t, known, "law", where=lambda p, e: in_force(e, p.day) & ~e.held)
    t = having(
        t,
        known,
        "law",
        where=lambda p, e: in_force(e, p.day) | (e.valid_to <= p.day),
    )
    return lacking(
        t,
        containing(known, units),
        "law",
        "address",
        where=lambda p, u: in_force(u, p.day),
    )
