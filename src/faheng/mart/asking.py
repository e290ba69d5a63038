"""Asking every rule of the whole city, or of the cases touched, in DuckDB.

The text of a rule is the one that the live database runs. Here the names that it reads
are views of the mart, or small tables with the rows of the cases in question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
from django.utils import timezone

from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import Compiled, compiled, not_compiled, prefix
from faheng.kernel.questions.declare import QUESTIONS, Scope
from faheng.kernel.questions.tables import DUCKDB, Table
from faheng.mart.engine import engine, literal
from faheng.mart.feeding import speaks_of_fed

MART = "mart"
NEAR = {
    Scope.PARTY: ("case_parties", "party_id"),
    Scope.OFFICER: ("case_officers", "person_id"),
}
"""By what rows two cases are near each other, where a scope is wider than a case."""

SHARE = 10
"""Where more than one case in so many is near the touched, all of them are read."""

_NAME = re.compile(r'"(\w+)"')

Advance = Callable[[str], None]


@dataclass
class Asking:
    """An open mart, with the answers in its table `hits`.

    Attributes:
        connection: to DuckDB; the mart is attached as `mart`.
        at: when it is asked.
        has_fed: cases of other systems are in it.
        failed: questions that could not be asked, and why.
    """

    connection: Any
    at: datetime
    has_fed: bool = False
    failed: dict[str, Exception] = field(default_factory=dict)

    def ask(self, questions: Iterable[Compiled], advance: Advance) -> None:
        """Ask questions one by one; one that fails silences no other."""
        for one in questions:
            try:
                self.connection.execute(self._into_hits(one))
            except duckdb.Error as failure:
                self.failed[one.key] = failure
            advance(one.key)

    def _into_hits(self, one: Compiled) -> str:
        """Write the statement that puts a question's answers to the others."""
        silent = self.has_fed and not speaks_of_fed(self.connection, one)
        ours = " WHERE coalesce(case_id, 0) >= 0" if silent else ""
        return (
            f"INSERT INTO hits SELECT DISTINCT {literal(one.key)}, code, "
            f'coalesce(case_id, 0), coalesce("row", 0), coalesce(organ_id, 0) '
            f"FROM ({one.hits}) AS q{ours}"
        )

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        return int(
            self.connection.execute(f"FROM {table} SELECT count(*)").fetchone()[0]
        )


def nobody(key: str) -> None:
    """Stand in where nobody is told."""


@contextmanager
def opened(file: Path, at: datetime) -> Iterator[Asking]:
    """Open a mart to ask it; whoever makes a newer one is not held up.

    Args:
        file: the mart.
        at: the moment at which rules are asked.
    """
    with engine(None) as connection:
        connection.execute(f"ATTACH {literal(str(file))} AS {MART} (READ_ONLY)")
        prepare(connection, at)
        fed = connection.execute(f"SELECT min(case_id) < 0 FROM {MART}.cases")
        yield Asking(connection, at, bool(fed.fetchone()[0]), _unwritten())


def prepare(connection: Any, at: datetime) -> None:
    """Make the moment, and the table that the answers are put in."""
    today = timezone.localdate(at)
    connection.execute(
        f"CREATE TABLE ctx AS SELECT 0::BIGINT AS case_id, "
        f"DATE '{today.isoformat()}' AS today, {int(at.timestamp())}::BIGINT AS now_at"
    )
    connection.execute(
        "CREATE TABLE hits (question TEXT, code TEXT, case_id BIGINT, "
        '"row" BIGINT, organ_id BIGINT)'
    )


def _unwritten() -> dict[str, Exception]:
    message = "the rule cannot be compiled"
    return {key: ValueError(message) for key in sorted(not_compiled(DUCKDB))}


def ask_city(asking: Asking, advance: Advance = nobody) -> None:
    """Ask every question of every case and every organ."""
    bind_city(asking)
    asking.ask(compiled(DUCKDB).values(), advance)


def bind_city(asking: Asking) -> None:
    """Let every name that the questions read mean the whole of its table."""
    for name, table in _read(compiled(DUCKDB).values()):
        _view(asking.connection, name, table)


def ask_touched(asking: Asking, since: int, advance: Advance = nobody) -> int:
    """Ask the narrow questions of the cases touched after an act.

    Rules wider than a case widen what is asked about. The cases that the rules of each
    scope speak of stay in the table `about`.

    Args:
        asking: an open mart.
        since: the act.
        advance: is told of each question.

    Returns:
        How many cases were touched.
    """
    run = asking.connection.execute
    run(
        "CREATE TABLE about AS SELECT DISTINCT 'case' AS scope, case_id "
        f"FROM {MART}.acts WHERE id > {int(since)}"
    )
    touched = asking.count("about")
    questions = [
        one for one in compiled(DUCKDB).values() if QUESTIONS[one.key].scope.at_the_door
    ]
    for scope in {QUESTIONS[one.key].scope for one in questions}:
        own = [one for one in questions if QUESTIONS[one.key].scope is scope]
        _bind_touched(asking, scope, own)
    asking.ask(questions, advance)
    run(
        "DELETE FROM hits USING questions AS q WHERE q.key = hits.question AND NOT "
        "EXISTS (FROM about AS a WHERE a.scope = q.scope AND a.case_id = hits.case_id)"
    )
    return touched


def _bind_touched(asking: Asking, scope: Scope, questions: list[Compiled]) -> None:
    """Make the tables that a scope's questions read, of the cases they need."""
    run = asking.connection.execute
    run("CREATE TABLE IF NOT EXISTS questions (key TEXT, scope TEXT)")
    for one in questions:
        run("INSERT INTO questions VALUES (?, ?)", [one.key, scope.value])
    cases = "SELECT case_id FROM about WHERE scope = 'case'"
    whole = False
    if scope in NEAR:
        run(
            f"INSERT INTO about SELECT '{scope.value}', case_id FROM ({_near(scope, cases)})"
        )
        wide = f"SELECT case_id FROM about WHERE scope = '{scope.value}'"
        run(f"CREATE TABLE read_{scope.value} AS {_near(scope, wide)}")
        cases = f"SELECT case_id FROM read_{scope.value}"
        near, every = asking.count(f"read_{scope.value}"), asking.count(f"{MART}.cases")
        whole = near * SHARE > every
    said = _columns(questions)
    for name, table in _read(questions):
        if whole or not table.case:
            _view(asking.connection, name, table)
            continue
        columns = ", ".join(f'"{c}"' for c in table.columns if c in said)
        run(
            f'CREATE TABLE "{name}" AS SELECT {columns} FROM {MART}."{table.name}" '
            f"WHERE case_id IN ({cases})"
        )


def _near(scope: Scope, cases: str) -> str:
    table, key = NEAR[scope]
    return (
        f"SELECT b.case_id FROM {MART}.{table} AS a JOIN {MART}.{table} AS b "
        f"ON b.{key} = a.{key} WHERE a.case_id IN ({cases}) UNION {cases}"
    )


def _columns(questions: Iterable[Compiled]) -> set[str]:
    """Give every name that is said; what is only shown is said in `full`."""
    said = {"case_id"}
    for one in questions:
        said.update(_NAME.findall(one.full))
    return said


def _read(questions: Iterable[Compiled]) -> Iterator[tuple[str, Table]]:
    """Give the tables that questions read, each under the name they give it."""
    known = contract.tables()
    seen: set[str] = set()
    for one in questions:
        for name in one.tables:
            table = known[name]
            opening = prefix(QUESTIONS[one.key].scope) if table.case else ""
            if f"{opening}{name}" not in seen and (table.source or table.rows):
                seen.add(f"{opening}{name}")
                yield f"{opening}{name}", table


def _view(connection: Any, name: str, table: Table) -> None:
    connection.execute(
        f'CREATE VIEW IF NOT EXISTS "{name}" AS FROM {MART}."{table.name}"'
    )
