"""Rows that other systems reported, put to the platform's own.

A fed record's keys are negative, so that none of ours has them. A rule is asked of fed
records only where the feeds fill every table and column that it reads of a case: what
was never asked for is not missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from faheng.kernel.feeds.declare import FEEDS, Fill
from faheng.kernel.feeds.queries import filled
from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import Compiled

_NAME = re.compile(r"\w+")
_KEYS = frozenset({"id", "case_id", "course_id"})


def feed(connection: Any, advance: Any) -> int:
    """Add the latest version of every fed record; returns how many rows it made."""
    total = 0
    for name, select in _selects():
        done = connection.execute(f'INSERT INTO "{name}" BY NAME {select}')
        rows = int(done.fetchone()[0])
        total += rows
        advance(f"{name} ← feeds", rows)
    return total


def stages() -> int:
    """Count what `feed` advances by."""
    return sum(1 for _ in _selects())


def starve(connection: Any) -> None:
    """Take the fed rows out, to put the present ones in."""
    for table in {fill.table for fill in _fills()} & set(contract.tables()):
        columns = contract.tables()[table].columns
        key = next((k for k in ("id", "case_id") if k in columns), "")
        if key:
            connection.execute(f'DELETE FROM "{table}" WHERE {key} < 0')


def _selects() -> Iterator[tuple[str, str]]:
    known = contract.tables()
    for one in FEEDS:
        for table, selects in filled(one).items():
            yield from ((table, select) for select in selects if table in known)


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


def speaks_of_fed(connection: Any, one: Compiled) -> bool:
    """Tell whether a question can be answered by what feeds report.

    Args:
        connection: where the tables lie; its plan says which columns are read.
        one: the question.
    """
    known, fed = contract.tables(), fed_columns()
    if any(known[name].case and name not in fed for name in one.tables):
        return False
    plan = connection.execute(f"EXPLAIN (FORMAT JSON) {one.hits}").fetchone()[1]
    return all(
        columns <= fed[table] | _KEYS
        for table, columns in _scans(json.loads(plan))
        if table in known and known[table].case
    )


def _scans(nodes: list[Any]) -> Iterator[tuple[str, set[str]]]:
    """Give the tables that a plan reads, each with its columns."""
    for node in nodes:
        told = node.get("extra_info", {})
        if "Table" in told:
            table = str(told["Table"]).rpartition(".")[2]
            said = set(_NAME.findall(str(told.get("Projections", ""))))
            said |= set(_NAME.findall(str(told.get("Filters", ""))))
            known = contract.tables().get(table)
            yield table, said & set(known.columns) if known else set()
        yield from _scans(node.get("children", []))
