"""Read benchmarks and lists: what weighs an item, what a change touches, what is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from faheng.domains.enforcement.benchmarks.checks import Force
from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    DiscretionProvision,
    ListEntry,
    ListUse,
)
from faheng.domains.enforcement.kinds import ListKind, ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.parties.declare import within
from faheng.lawbase.queries import standing
from faheng.lawbase.status.declare import Status


@dataclass(frozen=True, slots=True)
class Affected:
    """A benchmark's violation or a list's entry that rests on a provision.

    Attributes:
        document: title of the benchmark or list.
        issuer: who made it, and is to be told.
        row: number and name of the violation or entry.
    """

    document: str
    issuer: str
    row: str
    citation: str

    @property
    def sentence(self) -> str:
        """What its owner is told."""
        return f"《{self.document}》{self.row}所依据的{self.citation}有变动，请核对"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the documents in force cover in one field."""

    field: str
    violations: int
    entries: int
    usable: int


@dataclass(frozen=True, slots=True)
class Used:
    """How often the entries of one list were used, and what was waived."""

    title: str
    kind: str
    uses: int
    waived_fen: int


def law_in_force(title: str, on: date) -> Force:
    """Ask the law base whether a law is in force; what it does not know it leaves."""
    found = standing(title, on)
    if found.status is Status.REPEALED:
        return Force(held=False, by=found.by or "")
    return Force(True if found.status is Status.IN_FORCE else None)


def held_on(day: date, path: str) -> Q:
    """Give the condition that the document at the end of a path holds on a day."""
    lasts = Q(**{f"{path}valid_until__isnull": True})
    lasts |= Q(**{f"{path}valid_until__gte": day})
    return Q(**{f"{path}valid_from__lte": day}) & lasts


def for_item(
    item: EnforcementItem, on: date, division_path: str = ""
) -> list[BenchmarkViolation]:
    """Give what weighs an item on a day in a place, the most special first.

    First by the item's code; where nobody linked one, by the penalty provisions.
    """
    rows = (
        BenchmarkViolation.objects
        .filter(held_on(on, "benchmark__"), is_usable=True)
        .exclude(benchmark__published_on=None)
        .select_related("benchmark", "benchmark__division")
    )
    here = _here(rows.filter(item_code=item.code), division_path)
    return here or _here(rows.filter(_same_penalty(item)).distinct(), division_path)


def suggested(item: EnforcementItem, on: date) -> list[BenchmarkViolation]:
    """Give violations punished by the same provision, for a person to link."""
    rows = BenchmarkViolation.objects.filter(held_on(on, "benchmark__"))
    return list(rows.filter(_same_penalty(item)).select_related("benchmark").distinct())


def _same_penalty(item: EnforcementItem) -> Q:
    found = Q(pk__in=[])
    for one in item.provisions.filter(role=ProvisionRole.PENALTY):
        found |= Q(
            provisions__role=ProvisionRole.PENALTY,
            provisions__law=one.law,
            provisions__article=one.article,
            provisions__suffix=one.suffix,
            provisions__para=one.para,
            provisions__item_no=one.item_no,
        )
    return found


def _here(
    rows: QuerySet[BenchmarkViolation], division_path: str
) -> list[BenchmarkViolation]:
    fitting = [
        row
        for row in rows
        if row.benchmark.division is None
        or within(division_path, row.benchmark.division.path)
    ]
    return sorted(fitting, key=_depth, reverse=True)


def _depth(row: BenchmarkViolation) -> tuple[int, date]:
    division = row.benchmark.division
    return (len(division.path) if division else 0), row.benchmark.valid_from


def asked_benchmark(row: BenchmarkViolation) -> dict[str, Any]:
    """Write a violation as the engine asks for its benchmark."""
    benchmark = row.benchmark
    return {
        "id": f"{benchmark.code}#{row.section}",
        "title": f"《{benchmark.title}》第{row.section}项",
        "from": benchmark.valid_from.isoformat(),
        "until": exclusive(benchmark.valid_until),
        "rules": benchmark.rules,
        "tables": row.tables,
    }


def asked_entry(row: ListEntry) -> dict[str, Any]:
    """Write an entry as the engine asks for it."""
    listed = row.on_list
    return {
        "id": f"{listed.code}#{row.number}",
        "kind": listed.kind,
        "article": row.article,
        "when": row.when,
        "from": listed.valid_from.isoformat(),
        "until": exclusive(listed.valid_until),
    }


def entries_for_item(
    item: EnforcementItem, on: date, division_path: str = ""
) -> list[ListEntry]:
    """Give the entries linked to an item, or resting on what it violates."""
    violated = Q(item_code=item.code)
    for one in item.provisions.filter(role=ProvisionRole.VIOLATION):
        violated |= Q(
            item_code="",
            provisions__law=one.law,
            provisions__article=one.article,
            provisions__para=one.para,
        )
    rows = (
        ListEntry.objects
        .filter(held_on(on, "on_list__"), violated)
        .exclude(on_list__published_on=None)
        .select_related("on_list", "on_list__division")
        .distinct()
    )
    return [
        row
        for row in rows
        if row.on_list.division is None
        or within(division_path, row.on_list.division.path)
    ]


def exclusive(last: date | None) -> str | None:
    """Turn a last day into the first day after, as the engine counts."""
    return None if last is None else (last + timedelta(days=1)).isoformat()


def affected_by(law: str, article: int | None, on: date) -> list[Affected]:
    """Say which violations and entries in force rest on a provision that changed."""
    rows = DiscretionProvision.objects.filter(law=law)
    if article is not None:
        rows = rows.filter(article=article)
    of_benchmarks = held_on(on, "violation__benchmark__")
    of_lists = held_on(on, "entry__on_list__")
    rows = rows.filter(
        Q(violation__isnull=False) & of_benchmarks | Q(entry__isnull=False) & of_lists
    ).select_related("violation__benchmark", "entry__on_list")
    return list(dict.fromkeys(_affected(row) for row in rows))


def _affected(row: DiscretionProvision) -> Affected:
    if row.violation is not None:
        document: Any = row.violation.benchmark
        named = str(row.violation)
    else:
        document, named = row.entry.on_list, str(row.entry)  # type: ignore[union-attr]
    return Affected(document.title, document.issuer, named, row.citation)


def coverage(on: date) -> list[Coverage]:
    """Count, for each field, the violations weighed and the acts on lists."""
    violations = (
        BenchmarkViolation.objects
        .filter(held_on(on, "benchmark__"))
        .values("benchmark__field")
        .annotate(n=Count("pk"), usable=Count("pk", filter=Q(is_usable=True)))
    )
    entries = (
        ListEntry.objects
        .filter(held_on(on, "on_list__"))
        .values("on_list__field")
        .annotate(n=Count("pk"))
    )
    weighed = {row["benchmark__field"]: row for row in violations}
    listed = {row["on_list__field"]: row["n"] for row in entries}
    return [
        Coverage(
            field,
            _n(weighed, field, "n"),
            listed.get(field, 0),
            _n(weighed, field, "usable"),
        )
        for field in sorted({*weighed, *listed})
    ]


def _n(rows: Mapping[str, Mapping[str, Any]], field: str, name: str) -> int:
    return int(rows[field][name]) if field in rows else 0


def uses(
    since: date, until: date, organ_ids: Iterable[int] | None = None
) -> list[Used]:
    """Count the uses of every list between two days, both included."""
    rows = ListUse.objects.filter(used_on__range=(since, until))
    if organ_ids is not None:
        rows = rows.filter(organ__in=organ_ids)
    counted = rows.values("entry__on_list__title", "entry__on_list__kind").annotate(
        n=Count("pk"), waived=Sum("waived_fen")
    )
    return [
        Used(
            row["entry__on_list__title"],
            str(ListKind(row["entry__on_list__kind"]).label),
            row["n"],
            row["waived"] or 0,
        )
        for row in counted.order_by("entry__on_list__title")
    ]


def in_force(on: date) -> list[Benchmark]:
    """Give the benchmarks of a day, published or not."""
    return list(Benchmark.objects.on(on).order_by("title"))
