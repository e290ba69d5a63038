"""`faheng benchmarks`: benchmarks and lists of discretion, read, checked and kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from faheng.domains.enforcement.benchmarks.checks import check as run_checks
from faheng.domains.enforcement.benchmarks.drafts import Fault
from faheng.domains.enforcement.benchmarks.importing import ASKING, Draft, keep_all
from faheng.domains.enforcement.benchmarks.keeping import Kept, NotKept, Place
from faheng.domains.enforcement.benchmarks.sources import (
    Gathered,
    SourceUnread,
    gather,
)
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Division

app = typer.Typer(no_args_is_help=True)

Source = Annotated[Path, typer.Argument(help="A folder of CSV files, or a workbook.")]
Divided = Annotated[str, typer.Option(help="Code of the division it is for.")]
Fielded = Annotated[str, typer.Option(help="Field of enforcement.")]
Published = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of publication.")
]
Address = Annotated[str, typer.Option(help="Where it was published.")]


@app.command("import")
def import_(
    source: Source,
    division: Divided = "",
    field: Fielded = "",
    published_on: Published = None,
    url: Address = "",
) -> None:
    """Check what a folder holds and keep it; the same document twice changes nothing."""
    found = _gathered(source)
    place = _place(source, division, field)
    told = published_on.date() if published_on else None
    _published(found, told, url)
    refused = False
    for _, kept in keep_all(found, place):
        refused |= isinstance(kept, NotKept)
        _tell(kept)
    for name in found.ignored:
        typer.echo(f"{name}: of no known form, left out", err=True)
    raise typer.Exit(1 if refused else 0)


@app.command()
def check(source: Source) -> None:
    """Run the eight checks over a folder without keeping anything."""
    wrong = 0
    for draft in _gathered(source).benchmarks:
        run_checks(draft, ASKING, timezone.localdate())
        faults = draft.every_fault()
        sound = sum(one.is_sound for one in draft.violations)
        typer.echo(f"{draft.title}: {len(draft.violations)} violations, {sound} sound")
        _list(faults)
        wrong += any(fault.is_error for fault in faults)
    raise typer.Exit(1 if wrong else 0)


def _gathered(source: Path) -> Gathered:
    try:
        return gather(source)
    except (SourceUnread, OSError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from problem


def _place(source: Path, division: str, field: str) -> Place:
    if field and field not in dict(Field.pairs()):
        typer.echo(f"{field}: no field of enforcement", err=True)
        raise typer.Exit(2)
    row = Division.objects.filter(code=division).first() if division else None
    if division and row is None:
        typer.echo(f"{division}: no such division", err=True)
        raise typer.Exit(2)
    return Place(timezone.now(), timezone.localdate(), row, field, source.name)


def _published(found: Gathered, on: date | None, url: str) -> None:
    drafts: list[Draft] = [*found.benchmarks, *found.lists]
    for draft in drafts:
        draft.published_on = draft.published_on or on
        draft.published_url = draft.published_url or url


def _tell(kept: Kept | NotKept) -> None:
    if isinstance(kept, NotKept):
        typer.echo(str(kept), err=True)
        return
    became = "kept" if kept.changed else "already there"
    typer.echo(f"{kept.title}: {kept.rows} rows, {kept.usable} usable, {became}")
    _list(kept.faults)


def _list(faults: Iterable[Fault]) -> None:
    for fault in faults:
        mark = "!" if fault.is_error else "?"
        number = f"[{fault.check}]" if fault.check else "   "
        typer.echo(f"  {mark} {number} {fault}")
