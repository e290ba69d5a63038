"""The port by which a case is watched: a room above says who watches.

`cases` knows no rules. What is plugged in here is called after each act, in the same
transaction, and must itself see to it that it loses none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faheng.kernel.cases.models import Act

    Watch = Callable[[Act, datetime], None]

_WATCHERS: list[str] = []


def watch_with(module: str) -> None:
    """Have a module's `after_act` called after each act.

    It is named, not given, because its tables are not ready when apps start.
    """
    if module not in _WATCHERS:
        _WATCHERS.append(module)


def watched(act: Act, at: datetime) -> None:
    """Let everybody who watches look at what has just been recorded."""
    for module in _WATCHERS:
        watch: Watch = import_module(module).after_act
        watch(act, at)
