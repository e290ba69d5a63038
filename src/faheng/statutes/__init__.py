"""Statutes as declarations, one file each; calendars, one file a year.

A statute is cited by importing its constant. `load_all` declares every one of
them, for the pages and checks that need the whole list.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def load_all() -> None:
    """Import every statute of this package."""
    for found in pkgutil.iter_modules([str(_HERE)]):
        if not found.ispkg:
            importlib.import_module(f"{__name__}.{found.name}")
