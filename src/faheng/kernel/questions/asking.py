"""Asking the live database, on the connection of whoever writes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import connection, connections
from django.utils import timezone

from faheng.kernel.clocks.numbering import renumber
from faheng.kernel.questions import functions
from faheng.kernel.questions.binding import (
    AT_THE_DOOR,
    PLACES,
    UNNUMBERED,
    Focus,
    Statement,
    single,
    statement,
)
from faheng.kernel.questions.compiling import TOLD

SECONDS = 3.0
"""An act never waits longer than this for its rules."""

STEPS = 20_000
"""How many operations SQLite does between two looks at the time."""


class Hit(NamedTuple):
    """One answer: what is wrong, in which case, at which row, of which organ."""

    code: str
    case_id: int
    row: int
    organ_id: int


@dataclass(frozen=True)
class Asked:
    """What is asked about, and when.

    Attributes:
        first, last: keys that bound the focus; one case is its key twice.
        at: the moment; the day follows from it.
    """

    first: int
    last: int
    at: datetime

    @classmethod
    def of_case(cls, case_id: int, at: datetime) -> Asked:
        """Ask about one case."""
        return cls(case_id, case_id, at)

    @property
    def today(self) -> date:
        """Return the local day."""
        return timezone.localdate(self.at)

    def literals(self) -> dict[str, str]:
        """Write the values as SQL; they are numbers and a day of our own making."""
        return {
            "first": str(int(self.first)),
            "last": str(int(self.last)),
            "today": f"DATE '{self.today.isoformat()}'",
            "now": str(int(self.at.timestamp())),
        }

    def named(self) -> dict[str, Any]:
        """Give the values by name."""
        return {
            "first": self.first,
            "last": self.last,
            "today": self.today.isoformat(),
            "now": int(self.at.timestamp()),
        }


def hits(asked: Asked, focus: Focus = AT_THE_DOOR) -> set[Hit]:
    """Ask every question of a focus in one statement."""
    asking = statement(connection.vendor, focus)
    found = _hits(_run(asking, asked))
    if any(hit.code == UNNUMBERED for hit in found):
        renumber()
        found = _hits(_run(asking, asked))
    return found


def hits_of(key: str, asked: Asked, focus: Focus = AT_THE_DOOR) -> set[Hit]:
    """Ask one question, as after a failure of the whole."""
    return _hits(_run(single(connection.vendor, focus, key), asked))


def _hits(rows: Iterable[Sequence[Any]]) -> set[Hit]:
    return {Hit(code, *(key or 0 for key in keys)) for code, *keys in rows}


def facts(
    key: str, asked: Asked, focus: Focus = AT_THE_DOOR
) -> dict[Hit, dict[str, Any]]:
    """Ask one question again with the facts of each answer."""
    found = single(connection.vendor, focus, key, full=True)
    names, rows = _told(found, asked)
    answers = {}
    for row in rows:
        known = dict(zip(names, row, strict=True))
        code, case, place, organ = (known.pop(name) for name in TOLD)
        answers[Hit(code, case or 0, place or 0, organ or 0)] = known
    return answers


_WARM: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
"""Which raw connection of SQLite has learned the functions."""


def _run(asking: Statement, asked: Asked) -> Sequence[Sequence[Any]]:
    if connection.vendor == "sqlite":
        return _sqlite(asking, asked).fetchall()
    with _limited(asking) as cursor:
        values = ", ".join(asked.literals().values())
        cursor.execute(f"EXECUTE {asking.name}({values})")
        rows: Sequence[Sequence[Any]] = cursor.fetchall()
    return rows


def _told(asking: Statement, asked: Asked) -> tuple[list[str], Sequence[Sequence[Any]]]:
    if connection.vendor == "sqlite":
        found = _sqlite(asking, asked)
        return [column[0] for column in found.description], found.fetchall()
    with connection.cursor() as cursor:
        cursor.execute(asking.filled(asked.literals()))
        return [column[0] for column in cursor.description], cursor.fetchall()


def _sqlite(asking: Statement, asked: Asked) -> sqlite3.Cursor:
    """Run on SQLite, which stops by itself when it has taken too long."""
    connection.ensure_connection()
    raw: sqlite3.Connection = connection.connection
    wrapper = connections[connection.alias]
    if _WARM.get(wrapper) is not raw:
        functions.register(raw)
        _WARM[wrapper] = raw
    places = {name: f":{name}" for name in asked.named()}
    until = time.monotonic() + SECONDS
    raw.set_progress_handler(lambda: time.monotonic() > until, STEPS)
    try:
        return raw.execute(asking.filled(places), asked.named())
    finally:
        raw.set_progress_handler(None, 0)


_PREPARED = (
    "SELECT set_config('statement_timeout', %s, true), "
    "set_config('plan_cache_mode', 'force_generic_plan', true), "
    "set_config('jit', 'off', true), "
    "EXISTS (SELECT 1 FROM pg_prepared_statements WHERE name = %s)"
)
_AS_BEFORE = (
    "SELECT set_config('statement_timeout', '0', true), "
    "set_config('plan_cache_mode', 'auto', true)"
)


@contextmanager
def _limited(asking: Statement) -> Iterator[Any]:
    """Prepare a statement once for a connection and limit how long it may take.

    A connection plans the rules once, for some eighty milliseconds, and then runs
    them by name.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PREPARED, [str(int(SECONDS * 1000)), asking.name])
        if not cursor.fetchone()[-1]:
            cursor.execute(_preparing(asking))
        yield cursor
        cursor.execute(_AS_BEFORE)


def _preparing(asking: Statement) -> str:
    places = {name: f"${number}" for number, name in enumerate(PLACES, start=1)}
    kinds = "bigint, bigint, date, bigint"
    return f"PREPARE {asking.name} ({kinds}) AS {asking.filled(places)}"
