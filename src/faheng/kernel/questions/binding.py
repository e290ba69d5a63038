"""One statement that asks every rule of one case, or of the cases touched.

The tables of the contract are common table expressions restricted to the rows of the
cases in question; each rule is a branch of one UNION ALL.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import Compiled, compiled, prefix
from faheng.kernel.questions.declare import QUESTIONS, Near, Question, Scope
from faheng.kernel.questions.scopes import beside

PLACES = ("first", "last", "today", "now")
"""What a statement is given: two keys that bound it, the day and the moment."""

UNNUMBERED = ""
"""Code of the answer that says that nobody has numbered the calendar's days yet."""

_IS_UNNUMBERED = (
    "SELECT '' AS code, 0 AS case_id, 0 AS \"row\", 0 AS organ_id "
    'WHERE NOT EXISTS (SELECT 1 FROM "clocks_numberedday")'
)

_NAME = re.compile(r'"(\w+)"')


@dataclass(frozen=True)
class Focus:
    """Which cases are asked about.

    Attributes:
        key: name of the kind, for the name of a prepared statement.
        cases: gives their keys, as `case_id`.
        one: it is one case, whose key is `first`.
        wide: the rules that are not asked at the door are asked, instead of those.
        whole: everything is read, and whatever is found is told.
        seconds: how long it may take.
    """

    key: str
    cases: str
    one: bool = False
    wide: bool = False
    whole: bool = False
    seconds: float = 600.0

    def asks(self, question: Question) -> bool:
        """Tell whether it asks a question; no act changes what reads no case."""
        if not self.wide:
            return question.scope.at_the_door
        known = contract.tables()
        reads = self.whole or any(known[name].case for name in question.tables)
        return reads and not question.scope.at_the_door


_BETWEEN = 'SELECT id AS case_id FROM "cases_case" WHERE id BETWEEN @first@ AND @last@'

_TOUCHED = (
    'SELECT DISTINCT case_id FROM "cases_act" WHERE id > @first@ AND id <= @last@'
)

AT_THE_DOOR = Focus("case", "SELECT @first@ AS case_id", one=True, seconds=3.0)
"""One case, in the transaction of an act."""

TOUCHED = Focus("touched", _TOUCHED)
"""The cases of some acts, and those that a wider rule tells of on their account."""

NEAR_TOUCHED = Focus("near_touched", _TOUCHED, wide=True)
"""What the rules that are not asked at the door tell on account of some acts."""

RANGE = Focus("range", _BETWEEN)
"""Some cases by their keys, for going through the city."""

CITY = Focus("city", _BETWEEN, wide=True, whole=True)
"""What only the whole city can answer."""


@dataclass(frozen=True)
class Statement:
    """SQL text with places to be filled, named `@first@`, `@today@`, …

    Attributes:
        keys: the questions it asks.
    """

    text: str
    keys: tuple[str, ...]

    @cached_property
    def name(self) -> str:
        """Return a name for a prepared statement of this text."""
        return f"faheng_{hashlib.sha256(self.text.encode()).hexdigest()[:16]}"

    @cached_property
    def named(self) -> str:
        """Return the text with named places; one object, that SQLite knows again."""
        return self.filled({name: f":{name}" for name in PLACES})

    def filled(self, values: Mapping[str, str]) -> str:
        """Put texts in the places."""
        text = self.text
        for name, value in values.items():
            text = text.replace(f"@{name}@", value)
        return text


@cache
def statement(vendor: str, focus: Focus) -> Statement:
    """Write the statement that asks every question of a focus."""
    return written(vendor, focus, asked_in(vendor, focus))


def asked_in(vendor: str, focus: Focus) -> list[Compiled]:
    """Return the questions of a focus."""
    return [one for key, one in compiled(vendor).items() if focus.asks(QUESTIONS[key])]


def written(
    vendor: str, focus: Focus, asked: Collection[Compiled], *, first: bool = True
) -> Statement:
    """Write the statement that asks some questions.

    Args:
        vendor: of the database.
        focus: which cases they are asked of.
        asked: the questions.
        first: it is to tell as well whether the calendar's days have numbers.
    """
    opening = [_IS_UNNUMBERED] if first else []
    branches = " UNION ALL ".join(opening + [_branch(one, focus) for one in asked])
    tables = _tables(vendor, focus, asked)
    text = f"WITH {', '.join(tables)} {branches}"
    return Statement(text, tuple(one.key for one in asked))


@cache
def single(vendor: str, focus: Focus, key: str, *, full: bool = False) -> Statement:
    """Write the statement that asks one question, with its facts if wanted."""
    one = compiled(vendor)[key]
    text = one.full if full else one.hits
    body = f"SELECT * FROM ({text}) AS q{_focused(one, focus)}"
    tables = _tables(vendor, focus, [one], body)
    return Statement(f"WITH {', '.join(tables)} {body}", (key,))


@cache
def told_about(vendor: str, focus: Focus, scope: Scope) -> Statement:
    """Write which cases the rules of a scope tell of, in a focus."""
    tables = [f"focus AS ({focus.cases})"]
    if scope.near:
        tables += _near(vendor, scope, focus)
    name = _wide(scope) if scope.near else "focus"
    return Statement(f'WITH {", ".join(tables)} SELECT case_id FROM "{name}"', ())


def _branch(one: Compiled, focus: Focus) -> str:
    body = f'SELECT code, case_id, "row", organ_id FROM ({one.hits}) AS q'
    return f"{body}{_focused(one, focus)}"


def _focused(one: Compiled, focus: Focus) -> str:
    """Keep the answers about the cases asked about, where more was read."""
    scope = QUESTIONS[one.key].scope
    if focus.whole or not scope.near:
        return ""
    if focus.one:
        return " WHERE case_id = @first@"
    wide = f'SELECT case_id FROM "{_wide(scope)}"'
    if not focus.wide:
        return f" WHERE case_id IN ({wide})"
    organs = f'SELECT organ_id FROM "cases_case" WHERE id IN ({wide})'
    about_none = "COALESCE(case_id, 0) = 0"
    return f" WHERE case_id IN ({wide}) OR ({about_none} AND organ_id IN ({organs}))"


def _wide(scope: Scope) -> str:
    return f"focus__{scope.key}"


def _tables(
    vendor: str, focus: Focus, asked: Collection[Compiled], body: str = ""
) -> Iterator[str]:
    """Write the common table expressions that some questions read."""
    yield _moment(vendor)
    scopes = {QUESTIONS[one.key].scope for one in asked}
    yield f"focus AS ({focus.cases})"
    for scope in sorted(scopes, key=lambda one: one.key):
        if scope.near and not focus.whole:
            yield from _near(vendor, scope, focus)
    for name, (table, columns, scope) in _needed(asked, body).items():
        held = contract.tables()[table]
        where = _restricted(focus, scope, held.case) if held.case else ""
        kept = "" if held.case or not held.source else "NOT MATERIALIZED "
        yield f'"{name}" AS {kept}({held.select(vendor, columns, where)})'


def _moment(vendor: str) -> str:
    day = "@today@" if vendor == "sqlite" else "CAST(@today@ AS DATE)"
    at = "@now@" if vendor == "sqlite" else "CAST(@now@ AS BIGINT)"
    return f"ctx AS (SELECT @first@ AS case_id, {day} AS today, {at} AS now_at)"


def _near(vendor: str, scope: Scope, focus: Focus) -> Iterator[str]:
    """Write which cases a wider rule tells of, and which it must read for them."""
    wide, read = _wide(scope), f"read__{scope.key}"
    if focus.one:
        yield f'"{wide}" AS (SELECT case_id FROM focus)'
    else:
        yield f'"{wide}" AS ({_beside(vendor, scope, "focus")})'
    yield f'"{read}" AS ({_beside(vendor, scope, wide)})'


def _beside(vendor: str, scope: Scope, cases: str) -> str:
    def members(near: Near) -> str:
        table = contract.tables()[near.table]
        return table.select(vendor, {"case_id", *near.columns})

    return beside(scope, members, f'SELECT case_id FROM "{cases}"')


def _restricted(focus: Focus, scope: Scope, case: str) -> str:
    if focus.whole or scope.is_all:
        return ""
    if scope.near:
        return f'{case} IN (SELECT case_id FROM "read__{scope.key}")'
    if focus.one:
        return f"{case} = @first@"
    return f"{case} IN (SELECT case_id FROM focus)"


_Needed = dict[str, tuple[str, set[str], Scope]]


def _needed(asked: Iterable[Compiled], body: str = "") -> _Needed:
    """Find which columns of which tables are read, under which names."""
    needed: _Needed = {}
    for one in asked:
        scope = QUESTIONS[one.key].scope
        said = set(_NAME.findall(body or one.hits))
        for table in one.tables:
            held = contract.tables()[table]
            if not held.source and not held.rows:
                continue
            name = f"{prefix(scope)}{table}" if held.case else table
            known = needed.setdefault(name, (table, set(), scope))
            known[1].update(said & set(held.columns))
    return needed


def forget() -> None:
    """Write the statements anew; for tests that declare more."""
    statement.cache_clear()
    single.cache_clear()
    told_about.cache_clear()
