"""Every citation that Faheng's source makes, also those inside functions.

A citation is written `PENALTY_LAW.article(57, 3)`, wherever it stands; reading the
source finds those that no declaration can be asked for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from faheng import statutes
from faheng.kernel.law.declare import Citation, Statute

PACKAGE = Path(statutes.__file__).resolve().parents[1]
PLACES = ("article", "para", "item", "sub")
STATUTES = "faheng.statutes."


@dataclass(frozen=True)
class Cited:
    """A citation and where it is written: "kernel/cases/doors.py:12"."""

    citation: Citation
    where: str


def cited_in_source(root: Path = PACKAGE) -> list[Cited]:
    """Every citation written below a folder, tests left out."""
    return [
        Cited(citation, f"{path.relative_to(root)}:{line}")
        for path in sorted(root.rglob("*.py"))
        if "tests" not in path.relative_to(root).parts
        for citation, line in _cited(path)
    ]


def _cited(path: Path) -> Iterator[tuple[Citation, int]]:
    """The citations of one file with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = dict(_statutes(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="article")
            ) if name in known:
                places = _places(node)
                if places is not None:
                    yield known[name].article(**places), node.lineno


def _statutes(tree: ast.Module) -> Iterator[tuple[str, Statute]]:
    """The statutes that a file imports, by the names it gives them."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    for node in imports:
        if not (node.module or "").startswith(STATUTES):
            continue
        module = import_module(node.module or "")
        for alias in node.names:
            thing = getattr(module, alias.name)
            if isinstance(thing, Statute):
                yield alias.asname or alias.name, thing


def _places(call: ast.Call) -> dict[str, int] | None:
    """The numbers of a citation, or none where one of them is computed."""
    pairs = [
        *zip(PLACES, call.args, strict=False),
        *((keyword.arg or "", keyword.value) for keyword in call.keywords),
    ]
    places: dict[str, int] = {}
    for name, value in pairs:
        if not isinstance(value, ast.Constant) or not isinstance(value.value, int):
            return None
        places[name] = value.value
    return places
