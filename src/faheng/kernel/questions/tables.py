"""A table that rules may read: its columns, and the SQL that makes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from faheng.lib.registry import Registry

SQLITE, POSTGRESQL, DUCKDB = "sqlite", "postgresql", "duckdb"

Value = str | int | bool | None


class Kind(Enum):
    """What a column holds, as Ibis and the engines call it."""

    INT = ("int64", "BIGINT", "number")
    FEN = ("int64", "BIGINT", "money")
    TEXT = ("string", "TEXT", "text")
    DATE = ("date", "DATE", "day")
    BOOL = ("boolean", "BOOLEAN", "truth")
    REAL = ("float64", "DOUBLE PRECISION", "measure")

    def __init__(self, ibis: str, sql: str, meaning: str) -> None:
        self.ibis = ibis
        self.sql = sql
        self.meaning = meaning


@dataclass(frozen=True)
class Column:
    """A column of the contract.

    Attributes:
        sql: the expression that makes it, by who reads it; `t` is the table it is
            read from. DuckDB reads the live database from outside.
    """

    name: str
    kind: Kind
    title: str
    sql: Mapping[str, str]


@dataclass(frozen=True)
class Filling:
    """Rows that come from elsewhere than the platform's own work.

    Attributes:
        source: name of who sent them, shown in the column `source`.
        table: database table that holds them, its columns named as the contract's;
            what it does not hold is null.
        columns: those it holds.
    """

    source: str
    table: str
    columns: frozenset[str]


@dataclass(frozen=True)
class Table:
    """A table of the contract.

    Attributes:
        name: as rules name it in their parameters.
        columns: by their names.
        source: what follows FROM; the table itself is called `t`. Empty where the
            table is made of `rows` alone.
        case: the expression of the case's key; empty for what belongs to the city.
        rows: rows that declarations add, in the order of the columns.
    """

    name: str
    title: str
    columns: Mapping[str, Column]
    source: str = ""
    case: str = ""
    rows: Sequence[Sequence[Value]] = field(default=())

    @property
    def schema(self) -> dict[str, str]:
        """Return the columns' types as Ibis calls them."""
        return {column.name: column.kind.ibis for column in self.columns.values()}

    def select(
        self, vendor: str, only: Collection[str] | None = None, where: str = ""
    ) -> str:
        """Write the SELECT that makes the table in a live database.

        Args:
            vendor: `sqlite`, `postgresql`, or `duckdb` that has attached one of them.
            only: columns that are needed; None for all.
            where: a condition on its rows; only for what is read from a table.
        """
        chosen = [c for c in self.columns.values() if only is None or c.name in only]
        parts = [self._read(vendor, chosen, where)] if self.source else []
        if self.rows:
            parts.append(self._constant(vendor, chosen))
        return " UNION ALL ".join(parts)

    def _read(self, vendor: str, chosen: list[Column], where: str) -> str:
        columns = ", ".join(f'{c.sql[vendor]} AS "{c.name}"' for c in chosen) or "1"
        condition = f" WHERE {where}" if where else ""
        return f"SELECT {columns} FROM {self.source}{condition}"

    def _constant(self, vendor: str, chosen: list[Column]) -> str:
        """Write the declared rows; the first names and types the columns."""
        places = {name: place for place, name in enumerate(self.columns)}
        lines = (
            ", ".join(literal(row[places[c.name]], c.kind, vendor) for c in chosen)
            for row in self.rows
        )
        names = ", ".join(f'"{c.name}"' for c in chosen)
        values = ", ".join(f"({line})" for line in lines)
        return (
            f"SELECT * FROM (WITH v ({names}) AS (VALUES {values}) "
            f"SELECT * FROM v) AS w"
        )


def literal(value: Value, kind: Kind, vendor: str) -> str:
    """Write a declared value as SQL, with its type where the engine asks for it."""
    if value is None:
        text = "NULL"
    elif isinstance(value, bool):
        text = "TRUE" if value else "FALSE"
    elif isinstance(value, int):
        text = str(value)
    else:
        text = "'" + str(value).replace("'", "''") + "'"
    return text if vendor == SQLITE else f"CAST({text} AS {kind.sql})"


TABLES: Registry[Table] = Registry("table of questions")
"""Tables that a room declares beside those made from the models."""

FILLINGS: dict[str, list[Filling]] = {}
"""Rows of feeds, by the table they fill; read by the mart."""


MORE_COLUMNS: dict[str, list[Column]] = {}
"""Columns that a room derives for a table made from a model."""


def add_column(table: str, column: Column) -> None:
    """Give a table a column more, which the mart computes once for all rules."""
    known = MORE_COLUMNS.setdefault(table, [])
    if column not in known:
        known.append(column)


def fill(table: str, filling: Filling) -> None:
    """Say that a feed's rows belong to a table of the contract."""
    FILLINGS.setdefault(table, []).append(filling)


def plain(name: str, kind: Kind, title: str, sql: str = "") -> Column:
    """Make a column that is written alike in every database."""
    text = sql or f't."{name}"'
    return Column(name, kind, title, dict.fromkeys((SQLITE, POSTGRESQL, DUCKDB), text))


def by_name(columns: Sequence[Column]) -> dict[str, Column]:
    """Put columns under their names."""
    return {column.name: column for column in columns}
