"""Rows that other systems reported, put to the platform's own.

A fed record's keys are negative, so that none of ours has them. A rule is asked of fed
records only where the feeds fill every table and column that it reads of a case: what
was never asked for is not missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from faheng.kernel.feeds.declare import FEEDS, Fill
from faheng.kernel.feeds.queries import filled
from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import Compiled
from faheng.kernel.questions.tables import Table

_NAME = re.compile(r'"(\w+)"')
_KEYS = frozenset({"id", "case_id", "course_id"})


def feed(connection: Any, advance: Any) -> int:
    """Add the latest version of every fed record; returns how many rows it made."""
    total = 0
    known = contract.tables()
    for name, select in _selects():
        if name not in known:
            continue
        done = connection.execute(f'INSERT INTO "{name}" BY NAME {select}')
        rows = int(done.fetchone()[0])
        total += rows
        advance(f"{name} ← feeds", rows)
    return total


def starve(connection: Any) -> None:
    """Take the fed rows out, to put the present ones in."""
    for table in {fill.table for fill in _fills()} & set(contract.tables()):
        columns = contract.tables()[table].columns
        key = next((k for k in ("id", "case_id") if k in columns), "")
        if key:
            connection.execute(f'DELETE FROM "{table}" WHERE {key} < 0')


def _selects() -> Iterator[tuple[str, str]]:
    for one in FEEDS:
        for table, selects in filled(one).items():
            yield from ((table, select) for select in selects)


def _fills() -> Iterator[Fill]:
    for one in FEEDS:
        yield from one.fills


@cache
def fed_columns() -> dict[str, frozenset[str]]:
    """Give, for each table that feeds fill, the columns they fill."""
    found: dict[str, frozenset[str]] = {}
    for fill in _fills():
        found[fill.table] = found.get(fill.table, frozenset()) | set(fill.columns)
    return found


def speaks_of_fed(one: Compiled) -> bool:
    """Tell whether a question can be answered by what feeds report."""
    known = contract.tables()
    read = [known[name] for name in one.tables if known[name].case]
    said = set(_NAME.findall(one.hits))
    return all(_is_filled(table, read, said) for table in read)


def _is_filled(table: Table, read: list[Table], said: set[str]) -> bool:
    held = fed_columns().get(table.name)
    if held is None:
        return False
    # A column of the same name may be meant of another table.
    others = {c for one in read if one is not table for c in one.columns}
    return not ((said & set(table.columns)) - held - _KEYS - others)
