"""A mart of a test's own."""

from __future__ import annotations

import sqlite3

import pytest
from django.db import connection

from faheng.mart import building, engine, supervising


@pytest.fixture
def own_mart(settings, tmp_path, monkeypatch):
    """Put the mart aside, and the tests' database where others can open it."""
    settings.FAHENG_MART = tmp_path / "mart"
    if connection.vendor != "sqlite":
        return

    def attached(to):
        kept = tmp_path / "live.sqlite3"
        kept.unlink(missing_ok=True)
        copy = sqlite3.connect(kept)
        connection.ensure_connection()
        connection.connection.backup(copy)
        copy.close()
        engine.attach(to, {**connection.settings_dict, "NAME": str(kept)})

    monkeypatch.setattr(building, "attach", attached)
    monkeypatch.setattr(supervising, "attach", attached)
