"""Numbers that no statute fixes: read from the dated register of parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from faheng.domains.enforcement.parameters import parameter


def local(name: str) -> Callable[[Any], int]:
    """Return a function that reads a parameter as it stood on the situation's day.

    What is set for the organ's division and the field of the case goes first.
    """

    def read(situation: Any) -> int:
        division = situation.organ.division
        return parameter(name, situation.on, division, field_of(situation))

    return read


def field_of(situation: Any) -> str:
    """Return the field of the item that is punished in a case; empty for none."""
    item = getattr(situation.main, "item", None)
    return str(item.field) if item is not None else ""
