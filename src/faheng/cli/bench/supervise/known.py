"""How many hits each rule must give: one copy is asked on SQLite, and multiplied."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from faheng.cli.bench.supervise.seeds import BLOCK, Row, Seed, of_all
from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import compiled, prefix
from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.functions import register
from faheng.kernel.questions.tables import SQLITE, Table

Found = Counter[tuple[str, int, bool]]
"""How many hits a rule gives in one copy of a scene; last, whether about a case."""


def in_one_copy(seeds: Iterable[Seed], at: datetime) -> Found:
    """Ask every rule of one copy of each scene, on SQLite."""
    connection = sqlite3.connect(":memory:")
    register(connection)
    rows = _together(seeds)
    rows["ctx"] = [
        {
            "case_id": 0,
            "today": timezone.localdate(at),
            "now_at": int(at.timestamp()),
        }
    ]
    for table in contract.tables().values():
        _load(connection, table, rows.get(table.name, []))
    found: Found = Counter()
    for key, one in compiled(SQLITE).items():
        for name in one.tables:
            _name(connection, key, contract.tables()[name])
        for code, case, row, organ in set(connection.execute(one.hits).fetchall()):
            found[code, (case or organ or row) // BLOCK, bool(case)] += 1
    connection.close()
    return found


def expected(
    found: Found, copies: Mapping[int, int], shared: Mapping[int, int]
) -> Counter[str]:
    """Multiply what one copy gives by how many there are.

    Args:
        found: what one copy gives.
        copies: how many there are of each scene.
        shared: how many there are of its organs and people.
    """
    total: Counter[str] = Counter()
    for (code, scene, of_case), hits in found.items():
        total[code] += hits * (copies if of_case else shared)[scene]
    return total


def _together(seeds: Iterable[Seed]) -> dict[str, list[Row]]:
    rows = {name: list(told) for name, told in of_all().items()}
    for seed in seeds:
        for name, told in seed.rows.items():
            rows.setdefault(name, []).extend(told)
    return rows


def _load(connection: sqlite3.Connection, table: Table, rows: list[Row]) -> None:
    columns = ", ".join(f'"{c.name}" {c.kind.sql}' for c in table.columns.values())
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    places = ", ".join("?" for _ in table.columns)
    connection.executemany(
        f'INSERT INTO "{table.name}" VALUES ({places})',
        ([_plain(row.get(name)) for name in table.columns] for row in rows),
    )
    for name in ("case_id", "id", "day", "person_id"):
        if name in table.columns:
            connection.execute(
                f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ({name})'
            )


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _name(connection: sqlite3.Connection, key: str, table: Table) -> None:
    opening = prefix(QUESTIONS[key].scope)
    if opening and table.case:
        connection.execute(
            f'CREATE VIEW IF NOT EXISTS "{opening}{table.name}" AS '
            f'SELECT * FROM "{table.name}"'
        )
