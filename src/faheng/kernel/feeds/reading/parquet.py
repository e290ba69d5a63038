"""Parquet files."""

from __future__ import annotations

import duckdb

from faheng.kernel.feeds.columns import literal, name
from faheng.kernel.feeds.engine import sql
from faheng.kernel.feeds.reading.raw import TABLE, Raw, Reading
from faheng.kernel.feeds.refusals import ParquetBroken, TooManyRows

MOST_ROWS = 500_000_000


def read_parquet(reading: Reading) -> Raw:
    """Show a Parquet file as texts; it is read where it lies."""
    source = f"read_parquet({literal(str(reading.path))}, file_row_number = true)"
    try:
        found = reading.connection.execute(
            f"DESCRIBE SELECT * FROM {source}"
        ).fetchall()
        headings = tuple(str(row[0]) for row in found if row[0] != "file_row_number")
        held = reading.connection.execute(f"SELECT count(*) FROM {source}").fetchone()
    except duckdb.Error as error:
        raise ParquetBroken from error
    if held and held[0] > MOST_ROWS:
        raise TooManyRows
    cells = ", ".join(
        f"CAST({name(heading)} AS VARCHAR) AS h{place}"
        for place, heading in enumerate(headings)
    )
    reading.connection.execute(
        sql(
            f"CREATE VIEW {TABLE} AS SELECT file_row_number + 1 AS _line,",
            f"NULL::VARCHAR AS _broken, {cells}",
            f"FROM {source}",
        )
    )
    return Raw(headings, first_line=1)
