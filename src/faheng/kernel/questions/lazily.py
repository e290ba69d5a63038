"""Ibis, loaded when a rule is first compiled.

A web worker that finds every rule compiled never loads it and stays 150 MB smaller.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _Lazily:
    """Stands for a module until something is asked of it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


ibis: Any = _Lazily("ibis")

sqlglot: Any = _Lazily("sqlglot")
"""What Ibis writes SQL with."""
