"""Many rows of one table at once, with keys known beforehand.

A law has hundreds of units that name each other by key; building a model instance for
each and reading its key back costs more than the writing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models

Row = Sequence[Any]


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Keys that no other row of the table will get. Call it in a transaction."""
    table = model._meta.db_table  # noqa: SLF001 - Django's own name
    if not count:
        return ()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Writing transactions take the lock at once, so nobody else counts on.
            cursor.execute("select seq from sqlite_sequence where name = %s", [table])
            last = (cursor.fetchone() or (0,))[0]
            return range(last + 1, last + 1 + count)
        cursor.execute(
            "select nextval(pg_get_serial_sequence(%s, 'id'))"
            " from generate_series(1, %s)",
            [table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def insert(
    model: type[models.Model], columns: tuple[str, ...], rows: Sequence[Row]
) -> None:
    """Write rows, each a sequence in the order of the columns."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_statement(model, columns), rows)


@cache
def _statement(model: type[models.Model], columns: tuple[str, ...]) -> str:
    """The statement that writes some columns; names come from the models alone."""
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)  # noqa: SLF001 - Django's own name
    fields = {
        field.name: field.column or field.attname
        for field in model._meta.concrete_fields  # noqa: SLF001 - Django's own name
    }
    names = ", ".join(quote(fields[one]) for one in columns)
    places = ", ".join(["%s"] * len(columns))
    return f"insert into {table} ({names}) values ({places})"  # noqa: S608 - no value in it
