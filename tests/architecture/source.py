"""The files that the architecture tests look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "faheng"


def modules() -> Iterator[Path]:
    """Python files of the house, without tests and what Django wrote."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if not {"tests", "migrations"} & set(path.relative_to(PACKAGE).parts[:-1]):
            yield path


def migrations() -> Iterator[Path]:
    """Migrations of every app."""
    for path in sorted(PACKAGE.rglob("migrations/*.py")):
        if path.name != "__init__.py":
            yield path


def templates() -> Iterator[Path]:
    """Pages and their pieces."""
    yield from sorted(PACKAGE.rglob("templates/**/*.html"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions and methods of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path: Path) -> str:
    """How a failing test names the file."""
    return path.relative_to(ROOT).as_posix()
