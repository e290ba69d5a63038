"""What SQLite lacks and Ibis expects of it."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any


def register(connection: sqlite3.Connection) -> None:
    """Teach a connection the functions that compiled rules call."""
    for name, (function, arguments) in FUNCTIONS.items():
        connection.create_function(name, arguments, function, deterministic=True)


def _none_of_none(function: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(*arguments: Any) -> Any:
        return None if None in arguments else function(*arguments)

    return guarded


def _delta(until: str, start: str) -> int:
    return (date.fromisoformat(until[:10]) - date.fromisoformat(start[:10])).days


def _search(text: str, pattern: str) -> bool:
    return re.search(pattern, text) is not None


FUNCTIONS: dict[str, tuple[Callable[..., Any], int]] = {
    "_ibis_date_delta": (_none_of_none(_delta), 2),
    "_ibis_regex_search": (_none_of_none(_search), 2),
    "floor": (_none_of_none(math.floor), 1),
}
"""The functions by their names, with how many arguments they take."""
