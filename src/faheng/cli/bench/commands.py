"""`faheng bench`: measure, and print one JSON line a figure."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from rich.console import Console

from faheng.cli.bench import (
    discretion,
    door,
    feeds,
    lawbase,
    lawsearch,
    lawstore,
    lists,
    papers,
    worker,
    writers,
)
from faheng.cli.bench.figures import Figure
from faheng.cli.bench.people import People, settle
from faheng.cli.bench.place import temporary_database
from faheng.cli.bench.supervise import measure as supervision
from faheng.cli.progress import bars


class What(StrEnum):
    """What can be measured."""

    DOOR = "door"
    WRITERS = "writers"
    DOCUMENTS = "documents"
    LISTS = "lists"
    WORKER = "worker"
    LAWBASE = "lawbase"
    DISCRETION = "discretion"
    FEEDS = "feeds"
    SUPERVISE = "supervise"
    ALL = "all"


Chosen = Annotated[What, typer.Argument(help="What to measure.")]
Cases = Annotated[int, typer.Option(min=100, help="Cases, rows or decisions.")]
Steps = Annotated[int, typer.Option(min=1, help="Steps, for the door and writers.")]
Laws = Annotated[
    Path | None, typer.Option(file_okay=False, help="Texts with right answers.")
]
Rounds = Annotated[int, typer.Option(min=1, help="Rounds, for pages and papers.")]
Rows = Annotated[int, typer.Option(min=100_000, help="Rows of the city supervised.")]

Measuring = Callable[[People, Callable[[], None]], list[Figure]]


def bench(  # noqa: PLR0913 - the flags of a command
    what: Chosen = What.ALL,
    cases: Cases = 1_000_000,
    steps: Steps = 700,
    rounds: Rounds = 100,
    laws: Laws = None,
    rows: Rows = supervision.ROWS,
) -> None:
    """Measure in a database of its own, which is dropped afterwards."""
    settings.ALLOWED_HOSTS = ["*"]
    logging.disable(logging.WARNING)
    if what in {What.LAWBASE, What.ALL}:
        # Thousands of statutes of no city are in the way of what is asked of one.
        with temporary_database():
            _texts(laws or lawbase.BESIDE)
    if what is What.LAWBASE:
        return
    with temporary_database():
        if what in {What.DISCRETION, What.ALL}:
            _decisions(cases)
        if what is What.DISCRETION:
            return
        people = settle()
        failed = [
            part.value
            for part, (total, measuring) in _plans(cases, steps, rounds).items()
            if what in {part, What.ALL} and not _run(part, total, people, measuring)
        ]
        if what in {What.SUPERVISE, What.ALL}:
            failed += _city(people, rows)
    if failed:
        typer.echo(f"failed: {', '.join(failed)}", err=True)
        raise typer.Exit(1)


def _plans(cases: int, steps: int, rounds: int) -> dict[What, tuple[int, Measuring]]:
    """Say how each part with people is measured, and in how many stages."""
    return {
        What.DOOR: (steps, lambda who, go: door.measure(who, steps, go)),
        What.WRITERS: (
            writers.WRITERS,
            lambda who, go: writers.measure(who, steps, go),
        ),
        What.DOCUMENTS: (rounds, lambda who, go: papers.measure(who, rounds, go)),
        What.FEEDS: (len(feeds.SHAPES), lambda who, go: feeds.measure(cases, go)),
        # The largest comes last, so that the others are not measured in its shade.
        What.WORKER: (rounds, lambda who, go: worker.measure(who, rounds, go)),
        What.LISTS: (
            lists.stages(rounds),
            lambda who, go: lists.measure(who, cases, rounds, go),
        ),
    }


def _texts(folder: Path) -> None:
    if not folder.exists():
        typer.echo(f"No texts with right answers in {folder}.", err=True)
        return
    with bars(Console(stderr=True)) as shown:
        # First, since the memory told is the most that the process ever held.
        stored = shown.add_task("lawbase.import", total=lawstore.LAWS)
        figures = lawstore.measure(folder / "corpus", lambda: shown.advance(stored))
        total = lawbase.STAGES + lawsearch.STAGES
        task = shown.add_task(What.LAWBASE.value, total=total)
        figures += lawbase.measure(folder, lambda: shown.advance(task))
        figures += lawsearch.measure(folder, lambda: shown.advance(task))
    for figure in figures:
        print(figure.line(), flush=True)


def _decisions(decisions: int) -> None:
    with bars(Console(stderr=True)) as shown:
        total = discretion.stages(decisions)
        task = shown.add_task(What.DISCRETION.value, total=total)
        figures = discretion.measure(decisions, lambda: shown.advance(task))
    for figure in figures:
        print(figure.line(), flush=True)


def _city(people: People, rows: int) -> list[str]:
    """Print each figure when it is known; name it if a part of it failed."""
    with bars(Console(stderr=True)) as shown:
        task = shown.add_task(What.SUPERVISE.value, total=supervision.STAGES)
        try:
            for figure in supervision.measure(
                people, rows, lambda: shown.advance(task)
            ):
                print(figure.line(), flush=True)
        except supervision.Wrong as wrong:
            typer.echo(str(wrong), err=True)
            return [What.SUPERVISE.value]
    return []


def _run(part: What, total: int, people: People, measuring: Measuring) -> bool:
    """Measure a part; one that fails silences no other."""
    with bars(Console(stderr=True)) as shown:
        task = shown.add_task(part.value, total=total)
        try:
            figures = measuring(people, lambda: shown.advance(task))
        except Exception as failure:  # noqa: BLE001 - told by the part's name
            typer.echo(f"{part.value}: {type(failure).__name__}: {failure}", err=True)
            return False
    for figure in figures:
        print(figure.line(), flush=True)
    return True
