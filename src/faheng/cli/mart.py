"""`faheng mart`: the tables of the rules, of the whole city, in one file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

import typer
from django.utils import timezone
from rich.console import Console

from faheng.cli.progress import bars
from faheng.mart import building
from faheng.mart.building import Advance
from faheng.mart.place import Pointer
from faheng.mart.status import MartState
from faheng.mart.status import status as state_of

app = typer.Typer(no_args_is_help=True)

MIB = 1024 * 1024


@app.command()
def build() -> None:
    """Make the mart anew; the one before serves until the new one is finished."""
    _run(building.build)


@app.command()
def append() -> None:
    """Bring the mart up to date: what came since it was last read."""
    _run(building.append)


@app.command()
def status() -> None:
    """Say what the mart is like; fails where there is none that serves."""
    found = state_of()
    told = asdict(found) | {"state": found.state.key, "size_mib": found.size // MIB}
    typer.echo(json.dumps(told, default=str, ensure_ascii=False))
    raise typer.Exit(0 if found.state is MartState.READY else 1)


def _run(work: Callable[[datetime, Advance | None], Pointer]) -> None:
    with shown("mart") as advance:
        made = work(timezone.now(), advance)
    typer.echo(json.dumps(asdict(made)))


@contextmanager
def shown(title: str) -> Iterator[Advance]:
    """Show how far the work on the tables is, on standard error."""
    with bars(Console(stderr=True)) as progress:
        stages = building.stages()
        task = progress.add_task(title, total=stages)

        def advance(name: str, rows: int) -> None:
            progress.update(task, description=f"{title} {name}", advance=1)

        yield advance
        progress.update(task, completed=stages)
