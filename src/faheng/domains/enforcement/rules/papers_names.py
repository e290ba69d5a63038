"""文书完整性: whether papers name the party and the law alike and exactly."""

from __future__ import annotations

from faheng.domains.enforcement.rules.bodies import DECISIONS
from faheng.domains.enforcement.rules.papers import in_force
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import having
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@rule(
    "当事人信息不一致",
    code="WS-20",
    basis=PENALTY_LAW.article(59, 1, 1),
    severity=Severity.YELLOW,
    mend="核对当事人名称；确有变更的附变更证明，写错的更正文书",
    about="party_versions",
    facts={"former": "原名称"},
)
def party_is_named_differently(
    case_parties: Table, party_versions: Table, papers: Table, acts: Table
) -> Table:
    """办案中当事人名称变了，前后送达当事人的文书名称不一致。"""
    before = party_versions.view()
    mine = case_parties.select("case_id", "party_id").distinct()
    t = mine.join(party_versions, mine.party_id == party_versions.party_id)
    t = t.join(
        before,
        [
            party_versions.party_id == before.party_id,
            party_versions.number == before.number + 1,
            party_versions.name != before.name,
        ],
    ).select(
        case_id=mine.case_id,
        row=party_versions.id,
        former=before.name,
        name=party_versions.name,
        recorded_on=party_versions.recorded_on,
        recorded_at=party_versions.recorded_at,
    )
    told = papers.filter(papers.must_serve & (papers.state == "issued"))
    made = told.join(acts, told.act_id == acts.id).select(
        case_id=told.case_id, made_at=acts.recorded_at
    )
    t = having(t, made, "case_id", where=lambda t, m: m.made_at < t.recorded_at)
    t = having(t, made, "case_id", where=lambda t, m: m.made_at >= t.recorded_at)
    return t.select("case_id", "row", "former", "name", "recorded_on")


@rule(
    "文书引用条款不到款项",
    code="WS-26",
    basis=PENALTY_LAW.article(59, 1, 3),
    severity=Severity.YELLOW,
    mend="把事项依据写到款、项，并更正文书",
    about="item_provisions",
)
def citation_stops_at_the_article(
    papers: Table,
    penalty_files: Table,
    on_the_spot_files: Table,
    item_provisions: Table,
    work_names: Table,
    versions: Table,
    units: Table,
) -> Table:
    """决定所引的条文有两款以上，引用时没有写到款。"""
    made = in_force(papers, *DECISIONS)
    files = penalty_files.select("case_id", "item_id")
    files = files.union(on_the_spot_files.select("case_id", "item_id"))
    t = made.join(files, made.case_id == files.case_id).select(
        case_id=made.case_id, made_on=made.made_on, item_id=files.item_id
    )
    short = item_provisions.filter(item_provisions.para.isnull())
    t = t.join(short, t.item_id == short.item_id)
    t = t.join(work_names, short.law == work_names.name)
    t = t.join(versions, work_names.work_id == versions.work_id).select(
        case_id=t.case_id,
        row=short.id,
        citation=short.citation,
        article=short.article,
        suffix=short.suffix,
        version_id=versions.id,
        gone=versions.valid_to.notnull() & (versions.valid_to <= t.made_on),
        begun=versions.valid_from <= t.made_on,
    )
    t = t.filter(t.begun & ~t.gone)
    number = t.article.cast("string")
    tail = (t.suffix > 0).ifelse("-" + t.suffix.cast("string"), "")
    t = t.mutate(second="a" + number + tail + "/p2")
    t = having(t, units, "version_id", where=lambda t, u: u.address == t.second)
    return t.select("case_id", "row", "citation").distinct()
