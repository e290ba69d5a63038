"""Planted rows: for each rule, what it must find and what it must leave alone.

A file `planted/<code>.toml` holds rows by table. Tests load them into small tables of
every engine; the bench multiplies them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from faheng.kernel.clocks.declare import shipped_calendar
from faheng.kernel.clocks.numbering import numbered
from faheng.kernel.questions.contract import tables
from faheng.kernel.questions.tables import SQLITE, Kind, Table

HERE = timezone(timedelta(hours=8))
ASKED_AT = datetime(2026, 6, 1, 10, tzinfo=HERE)
"""When rules are asked, where the file does not say: a Monday."""

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
Run = Callable[[str], Sequence[Sequence[Any]]]


@dataclass(frozen=True)
class Scene:
    """Rows of one case, as they stand when the rule is asked.

    Attributes:
        name: `found`, or what makes this the nearest that must be left alone.
        rows: by table.
    """

    name: str
    rows: Rows
    asked_at: datetime

    @property
    def context(self) -> dict[str, Any]:
        """Return the row of `ctx`."""
        at = self.asked_at
        return {"case_id": 1, "today": at.date(), "now_at": int(at.timestamp())}


@dataclass(frozen=True)
class Planted:
    """What is planted for one rule."""

    code: str
    found: Scene
    left: tuple[Scene, ...]


def planted(path: Path) -> Planted:
    """Read a file of planted rows.

    Raises:
        ValueError: it lacks `found`, or has nothing to be left alone.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    if not told.get("found") or not told.get("left"):
        message = f"{path.name}: needs [[found.…]] and [[left]] with its rows"
        raise ValueError(message)
    at = told.get("asked_at", ASKED_AT)
    at = at if at.tzinfo else at.replace(tzinfo=HERE)
    both = told.get("both", {})
    left = tuple(
        Scene(str(one.pop("note", place)), _joined(both, one), at)
        for place, one in enumerate(told["left"])
    )
    return Planted(path.stem, Scene("found", _joined(both, told["found"]), at), left)


def _joined(both: Rows, own: Rows) -> Rows:
    names = {**both, **own}
    return {name: [*both.get(name, ()), *own.get(name, ())] for name in names}


def plant(scene: Scene, names: Sequence[str], vendor: str, run: Run) -> None:
    """Make the tables that a rule reads and put the rows in.

    Args:
        scene: what to plant.
        names: of the tables.
        vendor: `sqlite`, `duckdb` or `postgresql`; there the tables are temporary.
        run: executes a statement.
    """
    unknown = set(scene.rows) - set(tables())
    if unknown:
        message = f"no table of the contract is called {', '.join(sorted(unknown))}"
        raise ValueError(message)
    for name in {*names, "ctx"}:
        table = tables()[name]
        columns = ", ".join(f'"{c.name}" {c.kind.sql}' for c in table.columns.values())
        run(f'CREATE TEMPORARY TABLE "{name}" ({columns})')
        lines = [_line(table, row, vendor) for row in _rows(scene, table)]
        if lines:
            run(f'INSERT INTO "{name}" VALUES {", ".join(lines)}')


def _rows(scene: Scene, table: Table) -> Iterator[Mapping[str, Any]]:
    if table.name == "ctx":
        yield scene.context
    elif table.name == "calendar":
        for day in numbered(shipped_calendar(), FIRST, LAST):
            yield {name: getattr(day, name) for name in table.columns}
    yield from (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    for place, row in enumerate(scene.rows.get(table.name, ()), start=1):
        yield _completed(table, row, place)


def _completed(table: Table, row: Mapping[str, Any], place: int) -> Mapping[str, Any]:
    """Fill in what every row has; a moment also tells its day."""
    unknown = set(row) - set(table.columns)
    if unknown:
        message = f"{table.name} has no column {', '.join(sorted(unknown))}"
        raise ValueError(message)
    known = {"id": place, "case_id": 1, "course_id": 1} | dict(row)
    for name, value in row.items():
        if isinstance(value, datetime):
            at = value if value.tzinfo else value.replace(tzinfo=HERE)
            known[name] = int(at.timestamp())
            known.setdefault(f"{name.removesuffix('_at')}_on", at.date())
    return known


_UNSAID: Mapping[Kind, Any] = {Kind.TEXT: "", Kind.BOOL: False}
"""What a column holds in the live database where nothing was entered."""


def _line(table: Table, row: Mapping[str, Any], vendor: str) -> str:
    values = (
        _literal(row.get(column.name, _UNSAID.get(column.kind)), vendor)
        for column in table.columns.values()
    )
    return f"({', '.join(values)})"


def _literal(value: Any, vendor: str) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(int(value)) if vendor == SQLITE else str(value).upper()
    if isinstance(value, int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
