"""`faheng supervise`: every rule of the whole city, once a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer
from django.utils import timezone
from rich.console import Console

from faheng.cli.mart import shown
from faheng.cli.progress import bars
from faheng.kernel.alerts.sweeping import watch_city
from faheng.kernel.questions.declare import QUESTIONS
from faheng.mart import building, spark
from faheng.mart.asking import Advance
from faheng.mart.supervising import Supervised, supervise_touched
from faheng.mart.supervising import supervise as ask_city


class Engine(StrEnum):
    """What asks the rules."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    LIVE = "live"


By = Annotated[
    Engine, typer.Option(help="DuckDB, a Spark cluster, or the live database itself.")
]
Master = Annotated[str, typer.Option(help="Address of Spark's master.")]
Shared = Annotated[
    str, typer.Option(help="Folder that this machine and every worker reach.")
]
Touched = Annotated[
    bool, typer.Option("--touched", help="Only cases touched since the last run.")
]


def supervise(
    engine: By = Engine.DUCKDB,
    master: Master = "local[*]",
    shared: Shared = "",
    touched: Touched = False,
) -> None:
    """Ask every rule, raise what is new and clear what is gone; prints one JSON line."""
    at = timezone.now()
    if engine is Engine.LIVE:
        done = watch_city(at)
        typer.echo(json.dumps(asdict(done)))
        raise typer.Exit(1 if done.failed else 0)
    with shown("mart") as advance:
        mart = building.append(at, advance)
    with _asking() as told:
        if touched:
            done_all = supervise_touched(mart, at, told)
        elif engine is Engine.SPARK:
            with spark.cluster(master, shared) as ask:
                done_all = ask_city(mart, at, told, ask)
        else:
            done_all = ask_city(mart, at, told)
    _tell(done_all, at)


def _tell(done: Supervised, at: datetime) -> None:
    typer.echo(json.dumps(asdict(done) | {"at": at.isoformat()}))
    if done.failed:
        raise typer.Exit(1)


@contextmanager
def _asking() -> Iterator[Advance]:
    with bars(Console(stderr=True)) as progress:
        task = progress.add_task("rules", total=len(QUESTIONS))

        def advance(key: str) -> None:
            progress.update(task, description=f"rules {key}", advance=1)

        yield advance
