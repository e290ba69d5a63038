"""Empty a test database although the record refuses it.

A test that commits (two people at once, a killed process) leaves rows behind. Only the
test's own throw-away database is emptied, with the refusing triggers set aside for it.

It is brought to what it was after migrating, row by row: what migrating wrote stays, and
PostgreSQL need not lock and make anew two hundred tables, most of them empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test import TransactionTestCase

WRITTEN_BY_MIGRATING = frozenset({
    "auth_permission",
    "clocks_numberedday",
    "django_content_type",
})


def let_tests_empty_the_database() -> None:
    """Set the triggers aside while Django flushes after a committing test."""
    flush: Callable[[TransactionTestCase], None] = TransactionTestCase._fixture_teardown

    def flush_without_triggers(case: TransactionTestCase) -> None:
        deletes = patch.object(connection.ops, "sql_flush", _deletes)
        with _triggers_aside(), deletes:
            flush(case)

    TransactionTestCase._fixture_teardown = flush_without_triggers


def _deletes(style: object, tables: list[str], **more: Any) -> list[str]:
    emptied = sorted(set(tables) - WRITTEN_BY_MIGRATING)
    return [f"DELETE FROM {connection.ops.quote_name(table)}" for table in emptied]  # noqa: S608 - names of tables


@contextmanager
def _triggers_aside() -> Iterator[None]:
    aside = _sqlite if connection.vendor == "sqlite" else _postgresql
    with aside():
        yield


@contextmanager
def _postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = origin")


@contextmanager
def _sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for _, sql in triggers:
                cursor.execute(sql)
