"""Asking the live database, on the connection of whoever writes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import DatabaseError, connection, connections

from faheng.kernel.clocks.numbering import renumber
from faheng.kernel.questions import functions, prepared
from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.binding import (
    AT_THE_DOOR,
    UNNUMBERED,
    Focus,
    Statement,
    single,
    statement,
    told_about,
)
from faheng.kernel.questions.compiling import TOLD
from faheng.kernel.questions.scopes import Scope

STEPS = 20_000
"""How many operations SQLite does between two looks at the time."""


class Hit(NamedTuple):
    """One answer: what is wrong, in which case, at which row, of which organ."""

    code: str
    case_id: int
    row: int
    organ_id: int


def hits(asked: Asked, focus: Focus = AT_THE_DOOR) -> set[Hit]:
    """Ask every question of a focus; of one case those that can have an answer."""
    found = _every(asked, focus)
    if any(hit.code == UNNUMBERED for hit in found):
        renumber()
        found = _every(asked, focus)
    return found


def _every(asked: Asked, focus: Focus) -> set[Hit]:
    if connection.vendor == "postgresql" and focus.one:
        return _hits(prepared.ask(asked, focus))
    return _hits(_told(statement(connection.vendor, focus), asked, focus)[1])


def hits_of(key: str, asked: Asked, focus: Focus = AT_THE_DOOR) -> set[Hit]:
    """Ask one question, as after a failure of the whole."""
    return _hits(_told(single(connection.vendor, focus, key), asked, focus)[1])


def cases(asked: Asked, focus: Focus, scope: Scope) -> set[int]:
    """Return the cases that the rules of a scope tell of."""
    about = told_about(connection.vendor, focus, scope)
    return {row[0] for row in _told(about, asked, focus)[1]}


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


@contextmanager
def _limited(focus: Focus) -> Iterator[Any]:
    """Limit how long a statement may take."""
    timeout = "SELECT set_config('statement_timeout', %s, true)"
    with connection.cursor() as cursor:
        cursor.execute(timeout, [str(int(focus.seconds * 1000))])
        yield cursor
        cursor.execute(timeout, ["0"])
