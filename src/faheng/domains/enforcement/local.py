"""Numbers that no statute fixes: read from the dated register of parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from faheng.domains.enforcement.parameters import parameter


def local(name: str) -> Callable[[Any], int]:
    """Return a function that reads a parameter as it stood on the situation's day."""

    def read(situation: Any) -> int:
        organ = situation.organ
        return parameter(name, situation.on, division=organ.division)

    return read
