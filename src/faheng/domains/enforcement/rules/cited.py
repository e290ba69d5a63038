"""Provisions that an item cites, looked up in the law base on a day.

Only what the law base holds is judged: where it holds no text of a day, or does not
know when a version began, a citation is left alone.
"""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.rules.decided import decisions
from faheng.kernel.questions.declare import Table
from faheng.kernel.questions.words import ibis


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


def looked_up(t: Table, known: Table, units: Table) -> Table:
    """Look citations up in every version of their law, and tell what came of it.

    Each citation is followed into the law base by its indices, once for all that is
    asked of it: laws are many, and this is asked at the door.

    Args:
        t: citations, with `row`, `law`, `address` and the `day` that matters.
        known: what `editions` gives.
        units: the table of that name.

    Returns:
        The citations of laws that the law base has, with 1 or 0 for: `undated`, a
        version began nobody knows when; `unread`, the text of the day is not held;
        `read`, it is; `over`, some version had ended by that day; `stands`, the unit
        is in force; `had`, a version has the unit; `fell`, one that has ended had it.
    """
    found = t.join(known, t.law == known.law).select(
        **{name: t[name] for name in t.columns},
        version_id=known.version_id,
        valid_from=known.valid_from,
        valid_to=known.valid_to,
        held=known.held,
    )
    u = units.select("version_id", "address", unit_id=units.id)
    found = found.left_join(
        u, [found.version_id == u.version_id, found.address == u.address]
    ).select(**{name: found[name] for name in found.columns}, unit_id=u.unit_id)
    now, has = in_force(found, found.day), found.unit_id.notnull()
    over = found.valid_to.notnull() & (found.valid_to <= found.day)
    return found.group_by(t.columns).aggregate(
        undated=_any(found.valid_from.isnull()),
        unread=_any(now & ~found.held),
        read=_any(now & found.held),
        over=_any(over),
        stands=_any(now & has),
        had=_any(has),
        fell=_any(over & has),
    )


def in_force(edition: Table, day: Any) -> Any:
    """Tell whether a version is in force on a day; its last day is not included."""
    return (edition.valid_from <= day) & (
        edition.valid_to.isnull() | (day < edition.valid_to)
    )


def gone(t: Table) -> Any:
    """Tell of a citation looked up whether it surely is not in force on its day."""
    told = (t.undated == 0) & (t.unread == 0) & ((t.read == 1) | (t.over == 1))
    return told & (t.stands == 0)


def _any(so: Any) -> Any:
    return ibis.ifelse(so, 1, 0).max()
