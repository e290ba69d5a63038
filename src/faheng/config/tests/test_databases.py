"""Each database is opened so that it keeps its word."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from faheng.config.databases import database


def test_sqlite_takes_the_write_lock_at_the_start():
    settings = database("sqlite:////tmp/x.sqlite3", pool_size=8)

    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["OPTIONS"]["timeout"] == 20
    assert "pool" not in settings["OPTIONS"]


def test_postgresql_keeps_connections_warm():
    settings = database("postgres://me@%2Ftmp%2Fsocket/faheng", pool_size=4)

    assert settings["HOST"] == "/tmp/socket"  # noqa: S108 - a socket's folder
    assert settings["OPTIONS"]["pool"]["max_size"] == 4


def test_a_pool_of_none_opens_no_pool():
    settings = database("postgres://me@db/faheng", pool_size=0)

    assert "pool" not in settings["OPTIONS"]


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_keeps_foreign_keys():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (20_000,)


@pytest.mark.django_db(transaction=True)
def test_a_row_that_points_nowhere_is_refused():
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO auth_user_groups (user_id, group_id) VALUES (-1, -1)"
        )
        connection.check_constraints()
