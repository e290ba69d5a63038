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

from django.db import DatabaseError, connection, connections
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
    told_about,
)
from faheng.kernel.questions.compiling import TOLD
from faheng.kernel.questions.declare import Scope

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
    found = _hits(_run(asking, asked, focus))
    if any(hit.code == UNNUMBERED for hit in found):
        renumber()
        found = _hits(_run(asking, asked, focus))
    return found


def hits_of(key: str, asked: Asked, focus: Focus = AT_THE_DOOR) -> set[Hit]:
    """Ask one question, as after a failure of the whole."""
    return _hits(_run(single(connection.vendor, focus, key), asked, focus))


def cases(asked: Asked, focus: Focus, scope: Scope) -> set[int]:
    """Return the cases that the rules of a scope tell of."""
    return {row[0] for row in _run(told_about(focus, scope), asked, focus)}


def _hits(rows: Iterable[Sequence[Any]]) -> set[Hit]:
    return {Hit(code, *(key or 0 for key in keys)) for code, *keys in rows}


def facts(
    key: str, asked: Asked, focus: Focus = AT_THE_DOOR
) -> dict[Hit, dict[str, Any]]:
    """Ask one question again with the facts of each answer."""
    found = single(connection.vendor, focus, key, full=True)
    names, rows = _told(found, asked, focus)
    answers = {}
    for row in rows:
        known = dict(zip(names, row, strict=True))
        code, case, place, organ = (known.pop(name) for name in TOLD)
        answers[Hit(code, case or 0, place or 0, organ or 0)] = known
    return answers


_WARM: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
"""Which raw connection of SQLite has learned the functions."""


def _run(asking: Statement, asked: Asked, focus: Focus) -> Sequence[Sequence[Any]]:
    if connection.vendor == "sqlite" or not focus.one:
        return _told(asking, asked, focus)[1]
    with _limited(focus, asking) as cursor:
        values = ", ".join(asked.literals().values())
        cursor.execute(f"EXECUTE {asking.name}({values})")
        rows: Sequence[Sequence[Any]] = cursor.fetchall()
    return rows


def _told(
    asking: Statement, asked: Asked, focus: Focus
) -> tuple[list[str], Sequence[Sequence[Any]]]:
    if connection.vendor == "sqlite":
        return _sqlite(asking, asked, focus)
    # Many cases at once are planned for as many: no statement kept for one serves.
    with _limited(focus) as cursor:
        cursor.execute(asking.filled(asked.literals()))
        return [column[0] for column in cursor.description], cursor.fetchall()


def _sqlite(
    asking: Statement, asked: Asked, focus: Focus
) -> tuple[list[str], Sequence[Sequence[Any]]]:
    """Run on SQLite, which stops by itself when it has taken too long."""
    connection.ensure_connection()
    raw: sqlite3.Connection = connection.connection
    wrapper = connections[connection.alias]
    if _WARM.get(wrapper) is not raw:
        functions.register(raw)
        _WARM[wrapper] = raw
    until = time.monotonic() + focus.seconds
    raw.set_progress_handler(lambda: time.monotonic() > until, STEPS)
    try:
        found = raw.execute(asking.named, asked.named())
        return [column[0] for column in found.description], found.fetchall()
    except sqlite3.Error as failure:
        raise DatabaseError(str(failure)) from failure
    finally:
        raw.set_progress_handler(None, 0)


_PREPARED = (
    "SELECT set_config('statement_timeout', %s, true), "
    "set_config('plan_cache_mode', %s, true), "
    "set_config('jit', 'off', true), "
    "EXISTS (SELECT 1 FROM pg_prepared_statements WHERE name = %s)"
)
_AS_BEFORE = (
    "SELECT set_config('statement_timeout', '0', true), "
    "set_config('plan_cache_mode', 'auto', true)"
)


@contextmanager
def _limited(focus: Focus, asking: Statement | None = None) -> Iterator[Any]:
    """Limit how long a statement may take; prepare it once for a connection if named.

    A connection plans the rules once, for some eighty milliseconds, and then runs
    them by name.
    """
    name = asking.name if asking else ""
    plan = "force_generic_plan" if asking else "auto"
    with connection.cursor() as cursor:
        cursor.execute(_PREPARED, [str(int(focus.seconds * 1000)), plan, name])
        if asking and not cursor.fetchone()[-1]:
            cursor.execute(_preparing(asking))
        yield cursor
        cursor.execute(_AS_BEFORE)


def _preparing(asking: Statement) -> str:
    places = {name: f"${number}" for number, name in enumerate(PLACES, start=1)}
    kinds = "bigint, bigint, date, bigint"
    return f"PREPARE {asking.name} ({kinds}) AS {asking.filled(places)}"
