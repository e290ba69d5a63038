"""`faheng lawbase`: the texts of statutes."""

from __future__ import annotations

import typer

from faheng import statutes
from faheng.cli import lawcheck, lawsearch, lawstore
from faheng.cli.lawtext import commands as lawtext
from faheng.lawbase import queries

app = typer.Typer(no_args_is_help=True)
lawtext.add_to(app)
lawstore.add_to(app)
lawsearch.add_to(app)
lawcheck.add_to(app)


@app.command()
def missing() -> None:
    """List the declared statutes whose text is not held."""
    for statute in statutes.load_all():
        if not any(one.held for one in queries.versions_of(statute.title)):
            typer.echo(f"{statute.name}\t{statute.title}")
