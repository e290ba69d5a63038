"""Imports go down only (docs/decisions/0002)."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

from importlinter.cli import lint_imports

from tests.architecture.source import PACKAGE, ROOT, modules, name_of


def test_every_import_contract_is_kept(
    monkeypatch,
    capsys,  # the linter reads the folder it stands in
):
    monkeypatch.chdir(ROOT)

    exit_code = lint_imports(no_cache=True)

    assert exit_code == 0, capsys.readouterr().out


def test_no_import_is_excepted_from_a_contract():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    for contract in contracts["tool"]["importlinter"]["contracts"]:
        assert "ignore_imports" not in contract, contract["name"]


def test_every_folder_with_code_is_a_package():
    """A folder without __init__.py is invisible to the contracts."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}

    missing = [name_of(f) for f in folders if not (f / "__init__.py").exists()]

    assert not missing


def test_nothing_is_imported_inside_a_function():
    """That is the door by which cycles come in."""
    found = [
        f"{name_of(path)}:{node.lineno}" for path in modules() for node in _hidden(path)
    ]

    assert not found


def _hidden(path: Path) -> list[ast.stmt]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    ]
    return [node for node in inside if isinstance(node, ast.Import | ast.ImportFrom)]
