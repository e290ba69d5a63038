"""`faheng lawbase check` and `compare`: what the law base finds wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer
from django.utils import timezone

from faheng.cli.citations import cited_in_source
from faheng.domains.enforcement.resting import resting_on
from faheng.kernel.law.declare import Citation
from faheng.lawbase.models import Difference, TargetOutcome
from faheng.lawbase.queries import Checked, Reference, check
from faheng.lawbase.status.declare import key

AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The law of this day; today if left out."),
]
Law = Annotated[str, typer.Option(help="Only this statute.")]


@dataclass(frozen=True, slots=True)
class Line:
    """One provision that something rests on."""

    kind: str
    where: str
    title: str
    citation: str
    reference: Reference
    on: date


def add_to(app: typer.Typer) -> None:
    """Put the commands under `faheng lawbase`."""
    app.command("check")(check_all)
    app.command("compare")(compare)


def check_all(as_of: AsOf = None) -> None:
    """List what items, declarations and benchmarks cite that does not resolve.

    One JSON row a citation; those whose text is not held are told, but only those
    that are missing, not yet in force or repealed make the command fail.
    """
    day = as_of.date() if as_of else timezone.localdate()
    wrong = 0
    for line, found in _checked([*_declared(day), *_listed(day)]):
        if found.outcome is not TargetOutcome.RESOLVES:
            wrong += found.is_wrong
            typer.echo(json.dumps(_row(line, found), ensure_ascii=False))
    raise typer.Exit(1 if wrong else 0)


def compare(law: Law = "") -> None:
    """List where a second source says something else than the text that is held."""
    rows = Difference.objects.select_related("file__version__work").defer(
        "file__original"
    )
    if law:
        rows = rows.filter(file__version__work__names__name=key(law))
    for one in rows.order_by("file__version__work__title", "file", "pk").iterator():
        version = one.file.version
        row = {
            "law": version.work.title,
            "version": version.adopted_on.isoformat() if version.adopted_on else None,
            "source": one.file.source,
            "file": one.file.name,
            "address": one.address,
            "ours": one.ours or None,
            "theirs": one.theirs or None,
        }
        typer.echo(json.dumps(row, ensure_ascii=False))


def _checked(lines: list[Line]) -> Iterator[tuple[Line, Checked]]:
    """Look everything up, one day of law at a time."""
    by_day: dict[date, list[Line]] = {}
    for line in lines:
        by_day.setdefault(line.on, []).append(line)
    for day, some in by_day.items():
        found = check((line.reference for line in some), day)
        for line in some:
            yield line, found[line.reference]


def _declared(day: date) -> Iterator[Line]:
    for one in cited_in_source():
        cited = one.citation
        yield Line(
            "declaration",
            one.where,
            "",
            str(cited),
            _reference(cited),
            _day(cited, day),
        )


def _reference(one: Citation) -> Reference:
    return Reference(one.statute.title, one.article, one.suffix, one.para, one.item)


def _day(one: Citation, day: date) -> date:
    """The day itself, within the days for which the statute is declared."""
    return min(max(day, one.statute.since), one.statute.until or date.max)


def _listed(day: date) -> Iterator[Line]:
    for one in resting_on(day):
        title = f"{one.title} {one.row}".strip()
        yield Line(one.sort.value, one.code, title, one.citation, one.reference, day)


def _row(line: Line, found: Checked) -> dict[str, object]:
    return {
        "kind": line.kind,
        "where": line.where,
        "title": line.title or None,
        "citation": line.citation,
        "on": line.on.isoformat(),
        "outcome": found.outcome.value,
        "since": found.since.isoformat() if found.since else None,
        "by": found.by or None,
    }
