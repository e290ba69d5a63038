"""`faheng reference`: write the pages, or check that they are current."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer
from django.core.management import call_command

from faheng.cli.reference.lists import (
    documents_page,
    glossary_page,
    regimes_page,
    roles_page,
    terms_page,
)
from faheng.cli.reference.procedures import procedures_page
from faheng.cli.reference.rows import rows_page
from faheng.cli.reference.rules import rules_page

FOLDER = Path("docs/reference")

Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; fail when not current.")
]
Into = Annotated[Path, typer.Option(help="The folder of the pages.")]


def openapi() -> str:
    """Return the document of the REST API, which is another surface's."""
    out = StringIO()
    call_command("api_document", stdout=out)
    return out.getvalue()


PAGES: Mapping[str, Callable[[], str]] = {
    "procedures.md": procedures_page,
    "procedure_rows.md": rows_page,
    "terms.md": terms_page,
    "documents.md": documents_page,
    "glossary.md": glossary_page,
    "roles.md": roles_page,
    "regimes.md": regimes_page,
    "rules.md": rules_page,
    "openapi.json": openapi,
}


def reference(check: Check = False, into: Into = FOLDER) -> None:
    """Write the reference pages from the declarations."""
    made = {into / name: write() for name, write in PAGES.items()}
    if not check:
        into.mkdir(parents=True, exist_ok=True)
        for path, text in made.items():
            path.write_text(text, encoding="utf-8")
        return
    if late := stale(made):
        for path in late:
            typer.echo(f"{path} is not current: run `faheng reference`", err=True)
        raise typer.Exit(1)


def stale(made: Mapping[Path, str]) -> list[Path]:
    """Return the pages that do not say what the declarations say."""
    return [
        path
        for path, text in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
