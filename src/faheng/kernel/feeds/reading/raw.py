"""What every kind of file is brought into: a table of texts called ``raw``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

TABLE = "raw"
"""Columns: ``_line``, ``_broken`` (why it can't be read, or NULL), h0, h1, …"""

MALFORMED = "malformed"
"""Rows that could not even be parted into cells: line, text, reason."""


@dataclass(frozen=True)
class Raw:
    """What was found in a file.

    Attributes:
        headings: of the columns h0, h1, … in their order.
        ignored: names met that belong to no column at all.
        first_line: what the first record is counted as.
        has_text: whether the whole line is kept beside the cells.
    """

    headings: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    first_line: int = 2
    has_text: bool = False


@dataclass(frozen=True)
class Reading:
    """What a reader works with: the file, a connection, and a folder of its own."""

    path: Path
    connection: duckdb.DuckDBPyConnection
    scratch: Path


def make_malformed(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table of rows that could not be parted, empty."""
    connection.execute(
        f"CREATE TABLE {MALFORMED} (line BIGINT, text VARCHAR, reason VARCHAR)"
    )
