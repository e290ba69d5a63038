"""Importing every module of a package, so that what they declare is known."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def load_modules(package: ModuleType) -> None:
    """Import every module below a package, its tests left out."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".tests" not in found.name:
            importlib.import_module(found.name)
