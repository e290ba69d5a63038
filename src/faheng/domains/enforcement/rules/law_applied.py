"""执法流程: whether the provisions cited were in force, and can be found at all."""

from __future__ import annotations

from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.rules.cited import (
    cited,
    editions,
    gone,
    in_force,
    looked_up,
    provisions,
)
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import empty, having, holds_on, today
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

SHOWN = ("case_id", "row", "citation")


@rule(
    "法律适用时点错误",
    code="LC-23",
    basis=PENALTY_LAW.article(37),
    severity=Severity.RED,
    mend="适用违法行为发生时有效的规定；新规定处罚较轻的，写明选择适用的理由",
    about="item_provisions",
    facts={"day": "违法行为终了日期"},
)
def law_was_not_in_force(
    acts: Table,
    courses: Table,
    penalty_files: Table,
    item_provisions: Table,
    work_names: Table,
    versions: Table,
    units: Table,
) -> Table:
    """处罚依据在违法行为终了之日不是有效条文，也没有写明选择适用的理由。"""
    known = editions(work_names, versions)
    t = cited(acts, courses, penalty_files, item_provisions, day="act_on")
    t = t.filter((t.role == ProvisionRole.PENALTY.value) & empty(t.law_choice))
    t = looked_up(t, known, units)
    return t.filter(gone(t) & (t.had == 1)).select(*SHOWN, "day")


@rule(
    "引用失效条款",
    code="LC-24",
    basis=PENALTY_LAW.article(37),
    severity=Severity.RED,
    mend="核对新旧规定的衔接，改正引用；依法适用旧规定的，写明理由",
    about="item_provisions",
    facts={"day": "决定日期"},
)
def provision_had_been_repealed(
    acts: Table,
    courses: Table,
    penalty_files: Table,
    item_provisions: Table,
    work_names: Table,
    versions: Table,
    units: Table,
) -> Table:
    """处罚依据在作出决定之日已经失效，也没有写明选择适用的理由。"""
    known = editions(work_names, versions)
    t = cited(acts, courses, penalty_files, item_provisions, day="decided_on")
    t = t.filter((t.role == ProvisionRole.PENALTY.value) & empty(t.law_choice))
    t = looked_up(t, known, units)
    return t.filter(gone(t) & (t.fell == 1)).select(*SHOWN, "day")


@rule(
    "法条引用无法匹配",
    code="SJ-16",
    basis=PENALTY_LAW.article(59, 1, 3),
    severity=Severity.RED,
    mend="核对法律名称和条、款、项，改正引用",
    about="item_provisions",
)
def citation_leads_nowhere(
    acts: Table,
    courses: Table,
    penalty_files: Table,
    item_provisions: Table,
    work_names: Table,
    versions: Table,
    units: Table,
) -> Table:
    """决定引用的条文在法规库收录的该法各版本中都不存在。"""
    known = editions(work_names, versions)
    t = cited(acts, courses, penalty_files, item_provisions, day="decided_on")
    t = looked_up(t, known, units)
    return t.filter((t.read == 1) & (t.had == 0)).select(*SHOWN)


@rule(
    "事项与法条版本不同步",
    code="SJ-25",
    basis=PENALTY_LAW.article(39),
    severity=Severity.YELLOW,
    scope=Scope.CITY,
    mend="按现行条文修订事项清单，修订以前暂停使用该事项",
    about="enforcement_items",
    facts={"name": "执法事项"},
)
def item_cites_an_old_version(
    enforcement_items: Table,
    item_provisions: Table,
    powers: Table,
    work_names: Table,
    versions: Table,
    units: Table,
    lineages: Table,
    ctx: Table,
) -> Table:
    """现行事项引用的条文已经被修改、废止，或者不在现行版本中。"""
    known = editions(work_names, versions)
    t = _cited_now(enforcement_items, item_provisions, ctx)
    fell = looked_up(t, known, units)
    fell = fell.filter(gone(fell) & (fell.had == 1)).select(*t.columns)
    moved = having(
        t,
        _changed(known, lineages, units),
        "law",
        "address",
        where=lambda p, u: in_force(u, p.day) & (u.valid_from > p.since),
    )
    found = fell.union(moved)
    held = powers.filter(holds_on(powers, today(ctx)))
    t = found.join(held, found.row == held.item_id).select(
        row=found.row,
        organ_id=held.organ_id,
        name=found.name,
        citation=found.citation,
    )
    return t.distinct()


def _cited_now(enforcement_items: Table, item_provisions: Table, ctx: Table) -> Table:
    """Return what the items cite that are in force."""
    items = enforcement_items.filter(holds_on(enforcement_items, today(ctx)))
    p = provisions(item_provisions)
    t = items.join(p, items.id == p.item_id).select(
        row=items.id,
        name=items.name,
        since=items.valid_from,
        law=p.law,
        citation=p.citation,
        address=p.address,
    )
    return t.cross_join(ctx).select(**{c: t[c] for c in t.columns}, day=ctx.today)


def _changed(known: Table, lineages: Table, units: Table) -> Table:
    """Return the units that a version changed, as they were called before."""
    t = known.join(lineages, known.version_id == lineages.later_id).select(
        law=known.law,
        valid_from=known.valid_from,
        valid_to=known.valid_to,
        before_id=lineages.before_id,
        kind=lineages.kind,
        state=lineages.state,
    )
    t = t.filter((t.kind != "same") & (t.state != "rejected"))
    return t.join(units, t.before_id == units.id).select(
        law=t.law,
        address=units.address,
        valid_from=t.valid_from,
        valid_to=t.valid_to,
    )
