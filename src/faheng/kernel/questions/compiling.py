"""From a rule to SQL text, once; kept in a file until a declaration changes."""

from __future__ import annotations

import hashlib
import inspect
import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings

from faheng.kernel.questions import contract
from faheng.kernel.questions.declare import QUESTIONS, RULES, Question, Scope
from faheng.kernel.questions.lazily import ibis
from faheng.kernel.questions.needing import needed
from faheng.kernel.questions.rewriting import rewritten
from faheng.kernel.questions.tables import POSTGRESQL, Column

log = logging.getLogger(__name__)

PLAIN = ""
DIALECTS = {POSTGRESQL: "postgres"}
"""What Ibis calls a vendor, where it differs."""


TOLD = ("code", "case_id", "row", "organ_id")
"""What every answer tells; the other columns are its facts."""


@dataclass(frozen=True)
class Compiled:
    """A question as SQL text.

    Attributes:
        hits: gives `code`, `case_id`, `row` and `organ_id` of each answer; 0 where
            an answer is about no case, no row or no organ in particular.
        full: gives every column of the answers.
        tables: tables it reads, by their names in the contract.
        facts: the columns of the answers that are shown.
        needs: tables of which the case must have a row, or there is no answer.
    """

    key: str
    hits: str
    full: str
    tables: tuple[str, ...]
    facts: tuple[str, ...]
    needs: tuple[str, ...] = ()


def prefix(scope: Scope) -> str:
    """Return what opens the names of the tables that a scope's rules read.

    A rule of one case reads that case's rows, a rule of a party those of every
    case of the party: in one statement they need two names.
    """
    return PLAIN if scope is Scope.CASE else f"{scope.key}__"


def compile_question(question: Question, vendor: str, opening: str = PLAIN) -> Compiled:
    """Turn a question into SQL.

    Args:
        question: what to compile.
        vendor: `sqlite`, `postgresql`, `duckdb`, or another engine Ibis knows.
        opening: what opens the tables' names; see `prefix`.
    """
    known = contract.tables()
    unbound = [
        ibis.table(known[name].schema, name=f"{_opened(opening, known[name])}{name}")
        for name in question.tables
    ]
    found = question.ask(*unbound)
    if not question.family:
        found = found.mutate(code=ibis.literal(question.key))
    lacking = [name for name in TOLD if name not in found.columns]
    found = found.mutate(**{name: ibis.literal(0, "int64") for name in lacking})
    dialect = DIALECTS.get(vendor, vendor)
    return Compiled(
        question.key,
        hits=rewritten(str(ibis.to_sql(found.select(*TOLD), dialect=dialect)), vendor),
        full=rewritten(str(ibis.to_sql(found, dialect=dialect)), vendor),
        tables=question.tables,
        facts=tuple(c for c in found.columns if c not in TOLD),
        needs=_needs(question, needed(found)),
    )


def _needs(question: Question, tables: frozenset[str]) -> tuple[str, ...]:
    """Keep those of the case; a wider rule may answer by its neighbours' rows."""
    if question.scope is not Scope.CASE:
        return ()
    known = contract.tables()
    return tuple(sorted(name for name in tables if name in known and known[name].case))


def _opened(opening: str, table: Any) -> str:
    """City-wide tables and the moment are the same for every scope."""
    return opening if table.case else PLAIN


def compiled(vendor: str) -> dict[str, Compiled]:
    """Return every question of the live database's kind; from the file if current.

    Args:
        vendor: of the database.
    """
    return _kept(vendor, digest())


@cache
def _kept(vendor: str, of: str) -> dict[str, Compiled]:
    path = Path(settings.VAR) / "rules" / f"{vendor}-{of[:16]}.json"
    if path.exists():
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {row["key"]: _read(row) for row in rows}
    made = {}
    for question in QUESTIONS:
        try:
            opening = prefix(question.scope)
            made[question.key] = compile_question(question, vendor, opening)
        except Exception:
            # One rule that is written wrongly must not silence the others.
            log.exception("rule %s cannot be compiled for %s", question.key, vendor)
    if len(made) == len(QUESTIONS):
        _keep(path, made.values())
    return made


def not_compiled(vendor: str) -> frozenset[str]:
    """Return the questions that nobody can ask, since they are written wrongly."""
    return frozenset(QUESTIONS.names()) - compiled(vendor).keys()


def _read(row: dict[str, Any]) -> Compiled:
    lists = {name: tuple(row[name]) for name in ("tables", "facts", "needs")}
    return Compiled(row["key"], row["hits"], row["full"], **lists)


def _keep(path: Path, made: Iterable[Compiled]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(one) for one in made], ensure_ascii=False)
    unfinished = path.with_suffix(f".{hashlib.sha256(text.encode()).hexdigest()[:8]}")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


@cache
def digest() -> str:
    """Name what the compiled text follows from: rules, tables and Ibis."""
    told = hashlib.sha256(version("ibis-framework").encode())
    for path in sorted(set(_sources())):
        told.update(Path(path).read_bytes())
    for table in contract.tables().values():
        told.update(f"{table.name}{table.schema}{bool(table.case)}".encode())
    told.update("".join(QUESTIONS.names()).encode())
    return told.hexdigest()


def _sources() -> Iterable[str]:
    yield from (str(path) for path in Path(__file__).parent.glob("*.py"))
    for question in QUESTIONS:
        ask: Callable[..., Any] = inspect.unwrap(question.ask)
        yield str(inspect.getsourcefile(ask))


def forget() -> None:
    """Compile anew when next asked; for tests that declare more."""
    _kept.cache_clear()
    digest.cache_clear()
    contract.forget()


def title_of(code: str, name: str) -> str:
    """Return the Chinese title of a shown fact."""
    rule = RULES.get(code)
    if rule is not None and name in rule.facts:
        return rule.facts[name]
    column = column_of(code, name)
    return column.title if column else name


def column_of(code: str, name: str) -> Column | None:
    """Return the column that a shown fact was read from, if it was read."""
    asked = QUESTIONS.get(code)
    questions = [asked] if asked else [one for one in QUESTIONS if one.family]
    known = contract.tables()
    tables = (known[table] for one in questions for table in one.tables)
    return next((t.columns[name] for t in tables if name in t.columns), None)
