"""DuckDB within bounds, with the live database beside it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
from django.conf import settings
from django.db import connection as live

from faheng.mart import place

LIVE = "live"
"""What the live database is called once it is attached."""

_SCANNERS = {"sqlite": "sqlite", "postgresql": "postgres"}
_PAGES = 200
"""Pages of PostgreSQL read at a time: smaller than the scanner's own thousand, so that
no thread waits for another at the end of a table; a tenth quicker on two cores."""
_READ = re.compile(r'"(\w+)" AS \w')


class LiveUnread(Exception):
    """The live database cannot be read from outside."""


def literal(value: str) -> str:
    """Write a text as SQL."""
    return "'" + value.replace("'", "''") + "'"


@contextmanager
def engine(file: Path | None, *, read_only: bool = False) -> Iterator[Any]:
    """Open a file of DuckDB, or one in memory, that spills into a folder of its own.

    Args:
        file: the database; None for one in memory.
        read_only: as others may read it too.
    """
    place.folder().mkdir(mode=0o750, parents=True, exist_ok=True)
    connection = duckdb.connect(
        str(file) if file else ":memory:",
        read_only=read_only,
        config={
            "memory_limit": settings.FAHENG_MART_MEMORY,
            "threads": settings.FAHENG_MART_THREADS,
            "temp_directory": str(_spill()),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    try:
        connection.execute(f"SET TimeZone = {literal(settings.TIME_ZONE)}")
        yield connection
    finally:
        connection.close()
        shutil.rmtree(_spill(), ignore_errors=True)


def _spill() -> Path:
    return place.folder() / "spill"


def attach(connection: Any, told: Mapping[str, Any] | None = None) -> None:
    """Put the live database beside an open one, to be read only.

    Args:
        connection: of DuckDB.
        told: where the live one is; Django's settings of it if left out.

    Raises:
        LiveUnread: it could not be opened.
    """
    told = told or live.settings_dict
    kind = _SCANNERS[live.vendor]
    connection.execute(f"LOAD {literal(str(_scanner(kind)))}")
    address = str(told["NAME"]) if kind == "sqlite" else _address(told)
    try:
        connection.execute(
            f"ATTACH {literal(address)} AS {LIVE} (TYPE {kind}, READ_ONLY)"
        )
    except duckdb.Error:
        # The message may tell a password.
        message = "the live database could not be opened beside the mart"
        raise LiveUnread(message) from None
    if kind == "postgres":
        connection.execute(f"SET pg_pages_per_task = {_PAGES}")


def _scanner(kind: str) -> Path:
    """Find the scanner that was installed with its wheel; nothing is fetched."""
    package = f"duckdb_extension_{kind}_scanner"
    spec = find_spec(package)
    for home in (spec.submodule_search_locations or ()) if spec else ():
        pattern = f"extensions/v{duckdb.__version__}/*.duckdb_extension"
        for found in Path(home).glob(pattern):
            return found
    message = f"{package} is not installed for DuckDB {duckdb.__version__}"
    raise LiveUnread(message)


def _address(told: Mapping[str, Any]) -> str:
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password"}
    names |= {"HOST": "host", "PORT": "port"}
    pairs = ((name, str(told.get(key) or "")) for key, name in names.items())
    escaped = ((n, v.replace("\\", r"\\").replace("'", r"\'")) for n, v in pairs if v)
    return " ".join(f"{name}='{value}'" for name, value in escaped)


def from_live(select: str) -> str:
    """Let a SELECT of the contract read the database that is attached."""
    return _READ.sub(lambda found: f"{LIVE}.{found[0]}", select)


def natively(select: str) -> str:
    """Let the live database itself run a SELECT, with its own indexes."""
    query = f"{_SCANNERS[live.vendor]}_query"
    return f"SELECT * FROM {query}({literal(LIVE)}, {literal(select)})"
