"""Growing the city in DuckDB: copies of scenes, each with keys of its own.

Ordinary cases share some hundreds of organs with their officers; what was planted has
its own, so that no copy meets another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.apps import apps

from faheng.cli.bench.supervise.seeds import BLOCK, Row, Seed, is_name, of_all
from faheng.kernel.questions import contract
from faheng.kernel.questions.contract import named
from faheng.kernel.questions.tables import Kind, Table
from faheng.mart.engine import engine

ORGANS = 500
"""Organs that ordinary cases are spread over."""

ALONE = frozenset({"parties", "party_versions"})
"""Tables of the city of which every case has its own rows."""

_ARROW = {
    Kind.INT: pa.int64(),
    Kind.FEN: pa.int64(),
    Kind.TEXT: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.BOOL: pa.bool_(),
    Kind.REAL: pa.float64(),
}


@dataclass(frozen=True)
class Plan:
    """What is grown.

    Attributes:
        copies: how often each scene is there.
        organs: how many sets of organs and people ordinary cases are spread over.
    """

    seeds: list[Seed]
    copies: Mapping[int, int]
    organs: int = ORGANS

    @property
    def shared(self) -> dict[int, int]:
        """Say how often the organs and people of each scene are there."""
        clean = {seed.place for seed in self.seeds if seed.is_clean}
        return {
            place: min(times, self.organs) if place in clean else times
            for place, times in self.copies.items()
        }


def grow(file: Path, plan: Plan) -> int:
    """Write the city into a file, as a mart; returns how many rows it has."""
    once = of_all()
    total = 0
    with engine(file) as connection:
        for table in contract.tables().values():
            if table.name == "ctx":
                continue
            columns = ", ".join(
                f'"{c.name}" {c.kind.sql}' for c in table.columns.values()
            )
            connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
            total += _insert(connection, table, once.get(table.name, []))
            total += _copy(connection, table, plan)
        connection.execute("CHECKPOINT")
    return total


def _insert(connection: Any, table: Table, rows: list[Row]) -> int:
    if rows:
        connection.register("given", _arrow(table, rows))
        connection.execute(f'INSERT INTO "{table.name}" FROM given')
        connection.unregister("given")
    return len(rows)


def _arrow(table: Table, rows: Iterable[Row]) -> Any:
    held = list(rows)
    columns = {}
    for column in table.columns.values():
        values = [row.get(column.name) for row in held]
        columns[column.name] = pa.array(
            values, type=_ARROW[column.kind], from_pandas=False
        )
    return pa.table(columns)


def _copy(connection: Any, table: Table, plan: Plan) -> int:
    total = 0
    for is_clean in (False, True):
        rows, times = [], []
        for seed in (seed for seed in plan.seeds if seed.is_clean is is_clean):
            for row in seed.rows.get(table.name, ()):
                rows.append(row)
                times.append(_times(table, plan, seed))
        if not rows:
            continue
        given = _arrow(table, rows).append_column("_times", pa.array(times, pa.int64()))
        connection.register("given", given)
        shifted = ", ".join(
            _shifted(table, name, plan, is_clean) for name in table.columns
        )
        done = connection.execute(
            f'INSERT INTO "{table.name}" SELECT {shifted} FROM (SELECT n, g.* FROM '
            f"range({max(times)}) AS r(n) JOIN given AS g ON n < g._times)"
        )
        total += int(done.fetchone()[0])
        connection.unregister("given")
    return total


def _times(table: Table, plan: Plan, seed: Seed) -> int:
    if not any(_is_key(name) for name in table.columns):
        return 1
    shared = seed.is_clean and _is_shared(table.name)
    return (plan.shared if shared else plan.copies)[seed.place]


def _is_key(column: str) -> bool:
    return column == "id" or column.endswith("_id")


def _is_shared(table: str) -> bool:
    return not contract.tables()[table].case and table not in ALONE


def _shifted(table: Table, column: str, plan: Plan, is_clean: bool) -> str:
    kind, cell = table.columns[column].kind, f'"{column}"'
    if kind is Kind.TEXT and is_name(table.name, column):
        return f"CASE WHEN {cell} <> '' THEN 'c' || n || '·' || {cell} ELSE {cell} END"
    if kind is not Kind.INT or not _is_key(column):
        return cell
    meant = table.name if column == "id" else _meant().get((table.name, column), "")
    shared = is_clean and meant and _is_shared(meant)
    number = f"(n % {plan.organs})" if shared else "n"
    return f"{cell} + {number} * {len(plan.seeds) * BLOCK}"


@cache
def _meant() -> dict[tuple[str, str], str]:
    """Tell which table a key of another row means."""
    known = contract.tables()
    found: dict[tuple[str, str], str] = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:  # noqa: SLF001 - Django's own name
            other = field.related_model
            if isinstance(other, type) and named(other) in known:
                found[named(model), field.attname] = named(other)
    return found
