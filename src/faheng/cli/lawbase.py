"""`faheng lawbase`: the texts of statutes."""

from __future__ import annotations

import typer

from faheng import statutes
from faheng.cli import lawsearch, lawstore
from faheng.cli.citations import cited_in_source
from faheng.cli.lawtext import commands as lawtext
from faheng.lawbase import queries

app = typer.Typer(no_args_is_help=True)
lawtext.add_to(app)
lawstore.add_to(app)
lawsearch.add_to(app)


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
        if not any(one.held for one in queries.versions_of(statute.title)):
            typer.echo(f"{statute.name}\t{statute.title}")
