"""`faheng discretion`: questions of discretion, answered with their steps."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from faheng.domains.enforcement.discretion.answers import answer


def discretion(
    file: Annotated[
        Path, typer.Argument(help="A JSON list of questions; - for stdin.")
    ],
) -> None:
    """Answer a list of questions; print a JSON list of answers in the same order."""
    answers = [answer(question) for question in _questions(file)]
    json.dump(answers, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _questions(file: Path) -> list[Any]:
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8-sig")
        # A share written as a number stays the decimal that it was written as.
        questions = json.loads(text, parse_float=Decimal)
    except (OSError, ValueError) as problem:
        typer.echo(f"{file}：读不出 JSON（{problem}）", err=True)
        raise typer.Exit(2) from problem
    if not isinstance(questions, list):
        typer.echo(f"{file}：应当是问题的列表", err=True)
        raise typer.Exit(2)
    return questions
