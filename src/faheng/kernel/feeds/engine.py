"""A DuckDB connection that keeps within bounds, and knows our lists of codes."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
from django.conf import settings

from faheng.kernel.feeds.code_lists import codes_of
from faheng.kernel.feeds.columns import Known, literal, name
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.parties.secrecy import index_key

_BLOCK = 64
_INNER, _OUTER = 0x36, 0x5C


def sql(*parts: str) -> str:
    """Put a statement together from its parts."""
    return " ".join(part for part in parts if part)


@contextmanager
def engine(scratch: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory that spills into a folder and leaves nothing there."""
    spill = scratch / "spill"
    spill.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(
        config={
            "memory_limit": settings.FAHENG_FEEDS_MEMORY,
            "threads": settings.FAHENG_FEEDS_THREADS,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    try:
        connection.execute(f"SET TimeZone = {literal(settings.TIME_ZONE)}")
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()
        shutil.rmtree(spill, ignore_errors=True)


def prepare(
    connection: duckdb.DuckDBPyConnection, feed: type[Feed], received_on: date
) -> None:
    """Set the day of delivery, the pads of the keyed digest and the lists of codes."""
    inner, outer = pads(index_key())
    connection.execute("SET VARIABLE received_on = ?::DATE", [received_on])
    connection.execute("SET VARIABLE inner_pad = ?::BLOB", [inner])
    connection.execute("SET VARIABLE outer_pad = ?::BLOB", [outer])
    lists = {column.of for column in feed.columns if isinstance(column, Known)}
    for one in sorted(lists):
        _code_list(connection, one, codes_of(one))


def pads(key: bytes) -> tuple[bytes, bytes]:
    """Give the two pads of HMAC-SHA256 under a key no longer than a block."""
    whole = key.ljust(_BLOCK, b"\0")
    return bytes(b ^ _INNER for b in whole), bytes(b ^ _OUTER for b in whole)


def scan(files: Iterable[Path]) -> str:
    """Write the rows of some Parquet files as a table of a query."""
    listed = ", ".join(literal(str(path)) for path in files)
    return f"read_parquet([{listed}], union_by_name = true)"


def _code_list(
    connection: duckdb.DuckDBPyConnection, of: str, codes: Iterable[str]
) -> None:
    table = name(f"known_{of}")
    connection.execute(sql("CREATE TABLE", table, "(code VARCHAR)"))
    held = list(codes)
    connection.execute(sql("INSERT INTO", table, "SELECT unnest(?::VARCHAR[])"), [held])
