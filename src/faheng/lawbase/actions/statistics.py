"""Telling PostgreSQL's planner what a bulk of new rows looks like."""

from __future__ import annotations

from django.db import connection


def tell_planner(opening: str = "") -> None:
    """Gather statistics of the tables whose names begin so, in this transaction.

    A plan made for empty tables takes minutes on full ones, and the server's own
    gathering does not see rows before they are committed.
    """
    if connection.vendor != "postgresql":
        return
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        for table in tables:
            if table.startswith(opening):
                cursor.execute(f'ANALYZE "{table}"')
