"""Keep benchmarks and lists: versions by their dates, publication, links to items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from faheng.domains.enforcement.benchmarks.checks import Asking, check
from faheng.domains.enforcement.benchmarks.cited import law_of, provisions_of
from faheng.domains.enforcement.benchmarks.drafts import (
    DraftBenchmark,
    DraftList,
    Fault,
)
from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    DiscretionList,
    DiscretionProvision,
    Issued,
    ListEntry,
    ListUse,
)
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.provisions import Provision
from faheng.kernel.parties.models import Division, Organ

NO_DATE = "没有生效日期，请在 documents 表里补上"


class NotKept(Exception):
    """不能登记。"""


@dataclass(frozen=True, slots=True)
class Place:
    """For which place and field a document is, and when it is taken in."""

    at: datetime
    on: date
    division: Division | None = None
    field: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a document.

    Attributes:
        rows: violations or entries kept.
        usable: how many of them can be weighed.
        changed: whether anything was written; the same document twice is not.
    """

    title: str
    rows: int
    usable: int
    faults: tuple[Fault, ...]
    changed: bool


@transaction.atomic
def keep_benchmark(draft: DraftBenchmark, place: Place, asking: Asking) -> Kept:
    """Check a benchmark and keep it; a newer version closes the one before.

    Raises:
        NotKept: it has no date, or its days overlap another version's.
    """
    check(draft, asking, place.on)
    faults = draft.every_fault()
    sound = sum(one.is_sound for one in draft.violations)
    code = draft.doc_no or draft.title
    if _is_there(Benchmark, f"{code}/{draft.title}"[:160], draft.valid_from):
        return Kept(
            draft.title, len(draft.violations), sound, tuple(faults), changed=False
        )
    row = Benchmark(
        rules=draft.rules,
        texts=draft.texts,
        faults=[asdict(fault) for fault in faults],
    )
    _issue(row, draft, place, f"{code}/{draft.title}"[:160])
    violations = BenchmarkViolation.objects.bulk_create(
        BenchmarkViolation(
            benchmark=row,
            section=one.section,
            chapter=one.chapter[:100],
            name=one.name,
            model=one.model,
            formula=one.formula,
            note=one.note,
            tables=one.tables,
            place=one.place,
            is_usable=one.is_sound and bool(one.tables),
        )
        for one in draft.violations
    )
    _cite(
        DiscretionProvision(violation=violation, role=role, citation=cited[:300])
        for violation, one in zip(violations, draft.violations, strict=True)
        for role, citations in (
            (ProvisionRole.VIOLATION, one.violated),
            (ProvisionRole.PENALTY, one.penalties),
        )
        for cited in citations
    )
    return Kept(draft.title, len(draft.violations), sound, tuple(faults), changed=True)


@transaction.atomic
def keep_list(draft: DraftList, place: Place) -> Kept:
    """Keep a list; a newer version closes the one before.

    Raises:
        NotKept: it has no date, or its days overlap another version's.
    """
    code = f"{draft.doc_no or draft.title}/{draft.kind}"[:160]
    rows = len(draft.entries)
    if _is_there(DiscretionList, code, draft.valid_from):
        return Kept(draft.title, rows, rows, tuple(draft.faults), changed=False)
    row = DiscretionList(kind=draft.kind)
    _issue(row, draft, place, code)
    entries = ListEntry.objects.bulk_create(
        ListEntry(
            on_list=row,
            number=one.number,
            category=one.category,
            violation=one.violation,
            conditions=list(one.conditions),
            when=one.when,
            article=one.article,
        )
        for one in draft.entries
    )
    _cite(
        DiscretionProvision(
            entry=entry, role=ProvisionRole.VIOLATION, citation=cited[:300]
        )
        for entry, one in zip(entries, draft.entries, strict=True)
        for cited in one.provisions
    )
    return Kept(draft.title, rows, rows, tuple(draft.faults), changed=True)


def _is_there(model: type[Issued], code: str, valid_from: date | None) -> bool:
    if valid_from is None:
        return False
    return model.objects.filter(code=code, valid_from=valid_from).exists()


def _issue(
    row: Benchmark | DiscretionList,
    draft: DraftBenchmark | DraftList,
    place: Place,
    code: str,
) -> None:
    """Set a document among the versions of its code, and save it."""
    if draft.valid_from is None:
        raise NotKept(f"{draft.title}：{NO_DATE}")
    row.code, row.title, row.issuer = code, draft.title[:200], draft.issuer
    row.doc_no, row.division, row.field = draft.doc_no, place.division, place.field
    row.valid_from, row.valid_until = draft.valid_from, draft.valid_until
    row.published_on, row.published_url = draft.published_on, draft.published_url
    row.recorded_at, row.source = place.at, place.source[:200]
    if isinstance(draft, DraftBenchmark):
        row.issued = draft.issued[:40]
    former = _former(type(row), code, draft.valid_from)
    if former is not None:
        if former.valid_until is None or former.valid_until >= draft.valid_from:
            former.valid_until = draft.valid_from - timedelta(days=1)
            former.save(update_fields=["valid_until"])
        row.replaces = former
    row.save()


def _former(model: type[Issued], code: str, valid_from: date) -> Any:
    """Give the version before; a later one there already is a contradiction."""
    # Locked, so that two imports cannot both close it.
    versions = model.objects.select_for_update().filter(code=code)
    if versions.filter(valid_from__gt=valid_from).exists():
        raise NotKept(f"{code} 已有更晚生效的版本，不能再登记更早的版本")
    return versions.order_by("-valid_from").first()


def _cite(rows: Iterable[DiscretionProvision]) -> None:
    """Keep each citation once for every provision it names."""
    found = []
    for row in rows:
        named = provisions_of(row.citation)
        if not named:
            row.law = law_of(row.citation)[:120]
            found.append(row)
        found += [_copy(row, one) for one in named]
    DiscretionProvision.objects.bulk_create(found)


def _copy(row: DiscretionProvision, one: Provision) -> DiscretionProvision:
    return DiscretionProvision(
        violation=row.violation,
        entry=row.entry,
        role=row.role,
        law=one.law[:120],
        article=one.article,
        suffix=one.suffix,
        para=one.para,
        item_no=one.item_no,
        citation=row.citation,
    )


@transaction.atomic
def publish(document: Benchmark | DiscretionList, on: date, url: str) -> None:
    """Say when and where a document was published; only then may it be used.

    Raises:
        NotKept: no address, or it is published already on another day.
    """
    if not url.strip():
        raise NotKept("请填写公布网址（行政处罚法第34条）")
    if document.published_on not in {None, on}:
        raise NotKept(f"已于{document.published_on}公布，不能改写")
    document.published_on, document.published_url = on, url.strip()[:300]
    fields = ["published_on", "published_url"]
    if isinstance(document, Benchmark):
        document.faults = [one for one in document.faults if one["check"] != 6]
        fields.append("faults")
    document.save(update_fields=fields)


def link(row: BenchmarkViolation | ListEntry, item_code: str) -> None:
    """Say to which item of the catalogue a violation or an entry belongs."""
    row.item_code = item_code
    row.save(update_fields=["item_code"])


@dataclass(frozen=True, slots=True)
class Use:
    """That an entry settled a case."""

    organ: Organ
    used_on: date
    waived_fen: int
    case_id: int | None = None


def record_use(entry: ListEntry, use: Use) -> ListUse:
    """Count an entry as used; the same case counts once."""
    if use.case_id is not None:
        known = ListUse.objects.filter(entry=entry, case=use.case_id).first()
        if known is not None:
            return known
    return ListUse.objects.create(
        entry=entry,
        organ=use.organ,
        case_id=use.case_id,
        used_on=use.used_on,
        waived_fen=use.waived_fen,
    )
