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
from faheng.kernel.questions.binding import NEAR_TOUCHED, TOUCHED
from faheng.kernel.questions.compiling import Compiled, compiled, not_compiled, prefix
from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.scopes import Scope, beside
from faheng.kernel.questions.tables import DUCKDB, Table
from faheng.mart.engine import engine, literal
from faheng.mart.feeding import speaks_of_fed

MART = "mart"
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
    """Ask the questions that acts can change, of the cases touched after an act.

    Rules wider than a case widen what is asked about. The cases that the rules of each
    scope speak of stay in the table `about`, their organs in `about_organs`.

    Args:
        asking: an open mart.
        since: the act.
        advance: is told of each question.

    Returns:
        How many cases were touched.
    """
    run = asking.connection.execute
    run("CREATE TABLE about (scope TEXT, case_id BIGINT)")
    run("CREATE TABLE about_organs (scope TEXT, organ_id BIGINT)")
    run("CREATE TABLE questions (key TEXT, scope TEXT)")
    run(
        "INSERT INTO about SELECT DISTINCT 'case', case_id "
        f"FROM {MART}.acts WHERE id > {int(since)}"
    )
    touched = asking.count("about")
    asked = [
        one
        for one in compiled(DUCKDB).values()
        if touched and any(focus.asks(QUESTIONS[one.key]) for focus in _TOUCHED)
    ]
    for scope in {QUESTIONS[one.key].scope for one in asked}:
        own = [one for one in asked if QUESTIONS[one.key].scope == scope]
        _bind_touched(asking, scope, own)
    asking.ask(asked, advance)
    run(
        "DELETE FROM hits AS h USING questions AS q WHERE q.key = h.question AND NOT "
        f"{told_of('q.scope', 'h.case_id', 'h.organ_id')}"
    )
    return touched


_TOUCHED = (TOUCHED, NEAR_TOUCHED)


def told_of(scope: str, case: str, organ: str) -> str:
    """Write whether a scope's rules were asked to tell of a case, or of an organ."""
    near = "EXISTS (FROM about AS a WHERE a.scope = {} AND a.case_id = {})"
    home = "EXISTS (FROM about_organs AS a WHERE a.scope = {} AND a.organ_id = {})"
    is_all = f"{scope} = '{Scope.CITY.key}'"
    return (
        f"({is_all} OR CASE WHEN {case} = 0 THEN {home.format(scope, organ)} "
        f"ELSE {near.format(scope, case)} END)"
    )


def _bind_touched(asking: Asking, scope: Scope, questions: list[Compiled]) -> None:
    """Make the tables that a scope's questions read, of the cases they need."""
    run = asking.connection.execute
    for one in questions:
        run("INSERT INTO questions VALUES (?, ?)", [one.key, scope.key])
    cases = "SELECT case_id FROM about WHERE scope = 'case'"
    whole = scope.is_all
    if scope.near:
        run(
            f"INSERT INTO about SELECT '{scope.key}', case_id FROM ({_near(scope, cases)})"
        )
        wide = f"SELECT case_id FROM about WHERE scope = '{scope.key}'"
        run(
            f"INSERT INTO about_organs SELECT DISTINCT '{scope.key}', organ_id "
            f"FROM {MART}.cases WHERE case_id IN ({wide})"
        )
        run(f"CREATE TABLE read_{scope.key} AS {_near(scope, wide)}")
        cases = f"SELECT case_id FROM read_{scope.key}"
        near, every = asking.count(f"read_{scope.key}"), asking.count(f"{MART}.cases")
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
    return beside(scope, lambda near: f'FROM {MART}."{near.table}"', cases)


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
