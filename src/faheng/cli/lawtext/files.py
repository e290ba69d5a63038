"""Many files behind one bar; a bad one is named and the rest goes on."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import typer
from rich.console import Console

from faheng.cli.progress import bars
from faheng.lawbase.drafting.taking import UNFORESEEN
from faheng.lawbase.parser.reading import Unreadable, unopened
from faheng.lawbase.status.sources import texts

log = logging.getLogger(__name__)
Row = Mapping[str, object]
Rows = Callable[[Path], Iterable[Row]]


def say(row: Row) -> None:
    """Print one row."""
    print(json.dumps(row, ensure_ascii=False))


def complain(path: Path, problem: str) -> None:
    """Name the problem of a file."""
    typer.echo(f"{path}: {problem}", err=True)


def each(paths: list[Path], title: str, rows: Rows, *, tell: bool = False) -> None:
    """Print the rows of every file; with `tell` a row for a bad file too.

    Raises:
        typer.Exit: Nothing could be read.
    """
    good = 0
    for path, found in _read(texts(paths), title, rows):
        if isinstance(found, str):
            complain(path, found)
            if tell:
                say({"file": str(path), "error": found})
            continue
        good += 1
        for row in found:
            say(row)
    if not good:
        raise typer.Exit(1)


def _read(
    files: list[Path], title: str, rows: Rows
) -> Iterator[tuple[Path, list[Row] | str]]:
    """The rows of each file, or its problem in words."""
    with bars(Console(stderr=True)) as progress:
        task = progress.add_task(title, total=len(files))
        for path in files:
            try:
                yield path, list(rows(path))
            except Unreadable as problem:
                yield path, str(problem)
            except OSError as problem:
                yield path, unopened(problem)
            except Exception as problem:
                # One file, whatever is wrong with it, keeps no other out.
                log.exception("reading %s", path)
                yield path, UNFORESEEN % type(problem).__name__
            progress.advance(task)
