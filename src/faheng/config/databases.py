"""How each of the two databases is opened."""

from __future__ import annotations

from typing import Any

import dj_database_url

BUSY_SECONDS = 20

# WAL lets readers read while one writes; FULL, because an act that was acknowledged
# must survive a power cut.
SQLITE_PRAGMAS = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -32000;
    PRAGMA temp_store = MEMORY;
"""

SQLITE: dict[str, Any] = {
    # IMMEDIATE takes the write lock at the start: a read that turns into a write
    # later would otherwise fail at once instead of waiting.
    "transaction_mode": "IMMEDIATE",
    "timeout": BUSY_SECONDS,
    "init_command": SQLITE_PRAGMAS,
}

POSTGRESQL: dict[str, Any] = {
    "options": "-c jit=off -c lock_timeout=20s",
    # A step asks the same thirty questions every time: planned once for a connection,
    # it takes a third less time. A pooler between must keep prepared statements.
    "server_side_binding": True,
    "prepare_threshold": 2,
}


def database(url: str, *, pool_size: int) -> dict[str, Any]:
    """Django's settings for the database at the address.

    Args:
        url: for instance ``sqlite:///var/faheng.sqlite3`` or ``postgres://…/faheng``.
        pool_size: connections that one process keeps open on PostgreSQL; 0 for none.
    """
    settings: dict[str, Any] = {**dj_database_url.parse(url)}
    options: dict[str, Any] = settings.setdefault("OPTIONS", {})
    if settings["ENGINE"].endswith("sqlite3"):
        options.update(SQLITE)
        # The rules are one long statement: read once for a connection, not a request.
        settings["CONN_MAX_AGE"] = None
        return settings
    options.update(POSTGRESQL)
    if pool_size:
        # A cold connection plans for 70 ms and more; a pooled one is warm.
        options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}
    return settings
