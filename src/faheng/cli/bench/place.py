"""A database of the bench's own, made, filled and dropped again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection


@contextmanager
def temporary_database() -> Iterator[None]:
    """Point Django at a new database beside the user's, which is never touched."""
    with tempfile.TemporaryDirectory(prefix="faheng-bench-") as folder:
        kept, files = connection.settings_dict["NAME"], settings.MEDIA_ROOT
        connection.settings_dict["TEST"]["NAME"] = _name(folder)
        connection.creation.create_test_db(
            verbosity=0, autoclobber=True, serialize=False
        )
        settings.MEDIA_ROOT = folder
        try:
            yield
        finally:
            settings.MEDIA_ROOT = files
            connection.creation.destroy_test_db(str(kept), verbosity=0)


def address() -> str:
    """Return the present database as an address, for a process of its own."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    user, host = told["USER"], str(told["HOST"]).replace("/", "%2F")
    password = f":{told['PASSWORD']}" if told["PASSWORD"] else ""
    port = f":{told['PORT']}" if told["PORT"] else ""
    return f"postgres://{user}{password}@{host}{port}/{told['NAME']}"


def environment() -> dict[str, str]:
    """Return the environment of a process that works on the present database."""
    return {**os.environ, "DATABASE_URL": address()}


def _name(folder: str) -> str:
    if connection.vendor == "sqlite":
        return str(Path(folder) / "bench.sqlite3")
    return f"faheng_bench_{os.getpid()}"
