"""Reading the demo's tables."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "data"
SEED = "南澜市"


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files of the package."""
    with (HERE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def chance(topic: str) -> random.Random:
    """The chance of one topic, the same on every run and machine."""
    return random.Random(f"{SEED}/{topic}")  # noqa: S311 - nothing secret comes of it
