"""执法主体: whether a street may punish what it punishes."""

from __future__ import annotations

from faheng.domains.enforcement.rules.bodies import filed
from faheng.kernel.parties.declare import UNDER_ANOTHER, Level
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import holds_on, ibis
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

UNDER = sorted(kind.value for kind in UNDER_ANOTHER)


def _punished(penalty_files: Table, on_the_spot_files: Table) -> Table:
    """Return the items of cases and the last day of the violation."""
    ended = penalty_files.act_ended_on.fill_null(penalty_files.act_began_on)
    ordinary = penalty_files.select("case_id", "item_id", act_on=ended)
    spot = on_the_spot_files.select("case_id", "item_id", "act_on")
    return ordinary.union(spot)


def _of_streets(
    taken_up: Table, items_of: Table, organs: Table, enforcement_items: Table
) -> Table:
    """Return what streets took up in their own name; an item is meant by its code."""
    t = taken_up.join(organs, taken_up.organ_id == organs.id)
    t = t.filter((organs.level == Level.STREET.value) & ~organs.kind.isin(UNDER))
    t = t.join(items_of, taken_up.case_id == items_of.case_id)
    t = t.join(enforcement_items, items_of.item_id == enforcement_items.id)
    return t.select(
        case_id=taken_up.case_id,
        row=taken_up.row,
        organ_id=taken_up.organ_id,
        act_on=items_of.act_on,
        code=enforcement_items.code,
        name=enforcement_items.name,
    )


def _granted(t: Table, powers: Table, enforcement_items: Table) -> Table:
    """Count, for what a street took up, the powers of it that the street was given.

    Counted once for a street, an item and a day, however many cases share them.

    Returns:
        The rows with `held`, `published` and `later`: how many powers held on the
        day of the violation, how many of these were public, how many began later.
    """
    keys = ["organ_id", "code", "act_on"]
    asked = t.select(*keys).distinct()
    mine = _given(asked, powers, enforcement_items)
    both = asked.join(
        mine, [asked.organ_id == mine.street_id, asked.code == mine.item_code]
    )
    held = holds_on(mine, asked.act_on)
    told = both.select(
        **{f"of_{key}": asked[key] for key in keys},
        held=ibis.ifelse(held, 1, 0),
        published=ibis.ifelse(held & mine.published_on.notnull(), 1, 0),
        later=ibis.ifelse(mine.valid_from > asked.act_on, 1, 0),
    )
    sums = ("held", "published", "later")
    counted = told.group_by([f"of_{key}" for key in keys]).aggregate(**{
        name: told[name].sum() for name in sums
    })
    known = t.left_join(counted, [t[key] == counted[f"of_{key}"] for key in keys])
    return known.select(
        **{key: t[key] for key in ("case_id", "row", "name", "act_on")},
        **{name: counted[name].fill_null(0) for name in sums},
    )


def _given(asked: Table, powers: Table, enforcement_items: Table) -> Table:
    """Return the powers of the items and streets asked about, each once.

    Many wordings may share a code: only what is distinct is put to what was asked.
    """
    codes = asked.select("code").distinct()
    streets = asked.select("organ_id").distinct()
    wordings = enforcement_items.view()
    # Few powers name one item, many belong to one street: the sum keeps databases
    # from going through the street's.
    both = (
        codes
        .join(wordings, codes.code == wordings.code)
        .join(powers, [wordings.id == powers.item_id, powers.street])
        .join(streets, streets.organ_id == powers.organ_id + 0)
    )
    return both.select(
        street_id=streets.organ_id,
        item_code=codes.code,
        valid_from=powers.valid_from,
        valid_until=powers.valid_until,
        published_on=powers.published_on,
    ).distinct()


@rule(
    "级别管辖不符",
    code="ZT-05",
    basis=PENALTY_LAW.article(23),
    severity=Severity.RED,
    mend="移送有管辖权的县级以上行政机关",
    about="acts",
)
def street_had_no_power(
    acts: Table,
    cases: Table,
    organs: Table,
    penalty_files: Table,
    on_the_spot_files: Table,
    enforcement_items: Table,
    powers: Table,
) -> Table:
    """违法行为发生时，该事项没有赋权给办案的街道、乡镇。"""
    items_of = _punished(penalty_files, on_the_spot_files)
    t = _of_streets(filed(acts, cases), items_of, organs, enforcement_items)
    t = t.filter(t.act_on.notnull())
    t = _granted(t, powers, enforcement_items)
    t = t.filter(t.held == 0)
    return t.select("case_id", "row", "name", "act_on")


@rule(
    "街道赋权未公布",
    code="ZT-06",
    basis=PENALTY_LAW.article(24, 1),
    severity=Severity.RED,
    mend="移送县级行政机关；公布赋权决定并更正权力清单",
    about="acts",
)
def street_power_was_not_public(
    acts: Table,
    cases: Table,
    organs: Table,
    penalty_files: Table,
    on_the_spot_files: Table,
    enforcement_items: Table,
    powers: Table,
) -> Table:
    """违法行为发生时，街道、乡镇所依据的赋权还没有生效，或者没有公布。"""
    items_of = _punished(penalty_files, on_the_spot_files)
    t = _of_streets(filed(acts, cases), items_of, organs, enforcement_items)
    t = t.filter(t.act_on.notnull())
    t = _granted(t, powers, enforcement_items)
    # A later version of a power that was public already is no later power.
    t = t.filter((t.published == 0) & ((t.held > 0) | (t.later > 0)))
    return t.select("case_id", "row", "name", "act_on")
