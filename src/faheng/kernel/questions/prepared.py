"""Asking about one case on PostgreSQL, by statements kept prepared.

Planning the rules takes a hundred times as long as running them, so a connection plans
each part once, when it first needs it. Two messages go to and fro: a look at which
tables have a row for the case, and the parts that they open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from psycopg._preparing import PrepareManager

from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.binding import PLACES, Focus, Statement
from faheng.kernel.questions.gates import look, opened, parts

_SETTINGS = (
    "set_config('statement_timeout', %s, true)",
    "set_config('plan_cache_mode', 'force_generic_plan', true)",
    "set_config('jit', 'off', true)",
)
_AS_BEFORE = (
    "SELECT set_config('statement_timeout', '0', true), "
    "set_config('plan_cache_mode', 'auto', true)"
)
_KINDS = "bigint, bigint, date, bigint"

_NAMES = (
    "ARRAY(SELECT name FROM pg_prepared_statements WHERE starts_with(name, 'faheng_'))"
)


class _Keeping(PrepareManager):
    """Keeps what is prepared when a transaction is rolled back.

    psycopg would forget all then, since a table could have been made in it and be gone;
    ours are made by migrations. A refused step must not make the next one plan the
    rules anew.
    """

    def clear(self) -> bool:
        return False

    def _should_discard(self, *told: Any, **more: Any) -> bool:
        results = told[1] if len(told) > 1 else ()
        statuses = [result.command_status or b"" for result in results]
        if any(status.startswith(b"ROLLBACK") for status in statuses):
            return False
        return super()._should_discard(*told, **more) and super().clear()


def ask(asked: Asked, focus: Focus) -> Iterator[Sequence[Any]]:
    """Ask the parts of a focus that are open for a case."""
    some = parts(connection.vendor, focus)
    with connection.cursor() as cursor:
        _keep_prepared(connection.connection)
        looks = look((part.gate for part in some if part.gate), "%s")
        told = ", ".join((*_SETTINGS, _NAMES, *looks))
        values: list[str | int] = [
            str(int(focus.seconds * 1000)),
            *[asked.first] * len(looks),
        ]
        cursor.execute(f"SELECT {told}", values)
        known, *told = cursor.fetchone()[len(_SETTINGS) :]
        statements = [part.statement for part in opened(some, told)]
        _prepare(cursor, [one for one in statements if one.name not in known])
        yield from _executed(cursor, asked, statements)


def _keep_prepared(raw: Any) -> None:
    known = raw._prepared  # noqa: SLF001 - psycopg has no setting for it
    if type(known) is PrepareManager:
        keeping = _Keeping()
        vars(keeping).update(vars(known))
        raw._prepared = keeping  # noqa: SLF001


def _prepare(cursor: Any, statements: Iterable[Statement]) -> None:
    places = {name: f"${number}" for number, name in enumerate(PLACES, start=1)}
    for one in statements:
        cursor.execute(f"PREPARE {one.name} ({_KINDS}) AS {one.filled(places)}")


def _executed(
    cursor: Any, asked: Asked, statements: Collection[Statement]
) -> Iterator[Sequence[Any]]:
    """Run the statements in one message; it is several, so it is never prepared."""
    values = ", ".join(asked.literals().values())
    text = "; ".join([f"EXECUTE {one.name}({values})" for one in statements])
    with connection.wrap_database_errors:
        raw = cursor.cursor
        raw.execute(f"{text}; {_AS_BEFORE}", prepare=False)
        for _ in statements:
            yield from raw.fetchall()
            raw.nextset()
