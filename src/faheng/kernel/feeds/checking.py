"""Check every row of a file in one pass, and say why rows were turned away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb

from faheng.kernel.feeds.columns import Fault, literal, name
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.engine import sql
from faheng.kernel.feeds.reading.raw import TABLE, Raw
from faheng.kernel.feeds.refusals import ColumnsMissing, ColumnTwice

CHECKED = "checked"
BROKEN = Fault("row.broken", "整行可以读取", "_broken IS NOT NULL", "_broken")
OWN = ("_digest", "_thin", "_line")
_BITS = 60
_BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(12288)"


@dataclass(frozen=True)
class Checking:
    """A feed against the columns that one file has.

    Attributes:
        feed: what is declared.
        raw: what was found.
    """

    feed: type[Feed]
    raw: Raw

    @cached_property
    def places(self) -> dict[str, int]:
        """Which column of the file holds which column of the feed.

        Raises:
            ColumnTwice: a heading stands twice.
            ColumnsMissing: a required column has no heading.
        """
        found: dict[str, int] = {}
        for place, heading in enumerate(self.raw.headings):
            key = self._key(heading)
            if key in found:
                raise ColumnTwice(f"表头重复：{heading}")
            if key:
                found[key] = place
        missing = [
            c.title for c in self.feed.columns if c.required and c.name not in found
        ]
        if missing:
            raise ColumnsMissing(f"表头缺少必填的列：{'、'.join(missing)}")
        return found

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings that the feed does not know."""
        unknown = (h for h in self.raw.headings if h and not self._key(h))
        return (*unknown, *self.raw.ignored)

    @property
    def absent(self) -> tuple[str, ...]:
        """Columns of the feed that the file lacks."""
        return tuple(c.title for c in self.feed.columns if c.name not in self.places)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that can be wrong; the place in here is the place of its bit."""
        return (BROKEN, *self.feed.faults())

    @property
    def masks(self) -> tuple[str, ...]:
        """Names of the columns that hold the bits."""
        return tuple(f"_bad{place}" for place in range(-(-len(self.faults) // _BITS)))

    @property
    def is_good(self) -> str:
        """Condition that a checked row has no fault."""
        return " AND ".join(f"{mask} = 0" for mask in self.masks)

    def _key(self, heading: str) -> str:
        wanted = heading.rstrip("*").strip().lower()
        for column in self.feed.columns:
            if wanted in {column.name, column.title.lower()}:
                return column.name
        return ""

    def typed(self, lines: str = "") -> str:
        """Write the rows with their cleaned texts and their values.

        Args:
            lines: a table of line numbers; only these rows, if given.
        """
        cleaned = ", ".join(
            f"{self._cleaned(column.name)} AS {column.raw}"
            for column in self.feed.columns
        )
        only = f"WHERE _line IN (SELECT _line FROM {lines})" if lines else ""
        source = sql(f"SELECT *, {cleaned}", f"FROM {TABLE}", only)
        values = ", ".join(
            f"{column.value(column.raw)} AS {column.typed}"
            for column in self.feed.columns
        )
        return sql(f"SELECT *, {values}", f"FROM ({source})")

    def _cleaned(self, key: str) -> str:
        if key not in self.places:
            return "NULL::VARCHAR"
        return f"nullif(trim(h{self.places[key]}, {_BLANKS}), '')"

    def judged(self) -> str:
        """Write what is kept of each row, its digest and its bits."""
        kept = [pair for column in self.feed.columns for pair in column.stored()]
        stored = ", ".join(f"{value} AS {name(to)}" for to, value in kept)
        content = [value for to, value in kept if to not in {"id", "version"}]
        whole = ", ".join(f"coalesce(CAST({one} AS VARCHAR), '')" for one in content)
        digest = f"md5_number_lower(concat_ws(chr(31), {whole})) AS _digest"
        masks = ", ".join(
            f"{_bits(fault.when for fault in self.faults[start : start + _BITS])} AS {mask}"
            for mask, start in zip(
                self.masks, range(0, len(self.faults), _BITS), strict=True
            )
        )
        gaps = _bits(f"{column.raw} IS NULL" for column in self.feed.expected())
        return sql(
            f"SELECT _line, {stored}, {digest}, {masks}, {gaps} AS _thin",
            f"FROM ({self.typed()})",
        )

    def check(self, connection: duckdb.DuckDBPyConnection, target: Path) -> None:
        """Check every row, and keep what came of it in a file."""
        rows = self.judged()
        connection.execute(
            sql("COPY", f"({rows})", "TO", literal(str(target)), "(COMPRESSION snappy)")
        )
        connection.execute(
            f"CREATE VIEW {CHECKED} AS SELECT * FROM read_parquet({literal(str(target))})"
        )

    def reasons(self, lines: str) -> str:
        """Write why some rows were turned away, with their cells as they came."""
        says = ", ".join(f"CASE WHEN {f.when} THEN {f.says} END" for f in self.faults)
        keys = ", ".join(
            f"CASE WHEN {f.when} THEN {literal(f.key)} END" for f in self.faults
        )
        return sql(
            f"SELECT *, concat_ws('；', {says}) AS _says, concat_ws('|', {keys}) AS _keys",
            f"FROM ({self.typed(lines)})",
        )


def _bits(conditions: Iterable[str]) -> str:
    """Write conditions as bits of one number; what is NULL is no bit."""
    bits = [
        f"CASE WHEN {condition} THEN {1 << place}::UBIGINT ELSE 0::UBIGINT END"
        for place, condition in enumerate(conditions)
    ]
    return " | ".join(bits) or "0::UBIGINT"
