"""The daily run: every rule of the whole city, and the findings brought in line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from faheng.kernel.alerts.bulk import Found, clear_gone, raise_found
from faheng.kernel.alerts.failures import note
from faheng.kernel.questions.compiling import TOLD, compiled
from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.tables import DUCKDB
from faheng.mart import place
from faheng.mart.asking import (
    MART,
    Advance,
    Asking,
    ask_city,
    ask_touched,
    nobody,
    opened,
    told_of,
)
from faheng.mart.engine import LIVE, attach, literal
from faheng.mart.place import UNFINISHED, Pointer

CHUNK = 5_000
MARK = "asked.json"
REFERENCE = "外部案件"
"""Heading under which a finding names the record of another system."""

AskCity = Callable[[Asking, Advance], None]


@dataclass(frozen=True)
class Supervised:
    """What came of a run.

    Attributes:
        found: how many answers the rules gave.
        failed: questions that could not be asked.
        cases: how many cases were touched; 0 where the whole city was asked.
    """

    found: int
    raised: int
    cleared: int
    failed: tuple[str, ...]
    cases: int = 0


def supervise(
    mart: Pointer, at: datetime, advance: Advance = nobody, ask: AskCity = ask_city
) -> Supervised:
    """Ask every rule of the whole city and bring the findings in line.

    Args:
        mart: what is asked.
        at: when.
        advance: is told of each question.
        ask: by which engine.
    """
    with opened(place.path(mart), at) as asking:
        ask(asking, advance)
        return _settle(asking, mart, whole=True)


def supervise_touched(
    mart: Pointer, at: datetime, advance: Advance = nobody
) -> Supervised:
    """Ask about the cases touched since rules were last asked, and those near them."""
    with opened(place.path(mart), at) as asking:
        cases = ask_touched(asking, _asked_upto(), advance)
        return _settle(asking, mart, whole=False, cases=cases)


def _settle(
    asking: Asking, mart: Pointer, *, whole: bool, cases: int = 0
) -> Supervised:
    for key, failure in asking.failed.items():
        note(key, None, asking.at, failure)
    _compare(asking, whole=whole)
    raised = sum(
        raise_found(some, mart.mark, asking.at)
        for key in _questions(asking)
        for some in _new(asking, key)
    )
    cleared = sum(clear_gone(some, mart.mark, asking.at) for some in _gone(asking))
    if not asking.failed:
        _note_asked(mart.mark)
    failed = tuple(sorted(asking.failed))
    return Supervised(asking.count("found"), raised, cleared, failed, cases)


_FOUND = f"""
CREATE TABLE found AS
SELECT h.question, h.code, h."row", h.case_id AS asked_case, h.organ_id AS asked_organ,
    greatest(h.case_id, 0) AS case_id, least(h.case_id, 0) AS record,
    CASE WHEN h.case_id > 0 THEN 0 WHEN h.case_id < 0 THEN coalesce(c.organ_id, 0)
        ELSE h.organ_id END AS organ_id,
    coalesce(c.number, '') AS number
FROM hits AS h LEFT JOIN {MART}.cases AS c ON h.case_id < 0 AND c.id = h.case_id
"""

_OPEN = f"""
CREATE TABLE open_now AS
SELECT f.id, f.code, f."row", coalesce(f.case_id, 0) AS case_id, f.record,
    CASE WHEN f.case_id IS NULL THEN f.organ_id ELSE 0 END AS organ_id,
    c.code IS NULL AS derived, coalesce(c.scope, 'case') AS scope
FROM {LIVE}.alerts_finding AS f LEFT JOIN codes AS c ON c.code = f.code
WHERE f.cleared_at IS NULL
"""

_SAME = "o.code = f.code AND o.case_id = f.case_id AND o.record = f.record"
_SAME_ROW = f'{_SAME} AND o."row" = f."row" AND o.organ_id = f.organ_id'


def _compare(asking: Asking, *, whole: bool) -> None:
    """Find which answers are new and which findings are gone."""
    run = asking.connection.execute
    run("CREATE TABLE codes (code TEXT, scope TEXT)")
    for one in QUESTIONS:
        if not one.family:
            run("INSERT INTO codes VALUES (?, ?)", [one.key, one.scope.key])
    run(_FOUND)
    attach(asking.connection)
    run(_OPEN)
    run(f"DETACH {LIVE}")
    run(f"CREATE TABLE new AS FROM found AS f ANTI JOIN open_now AS o ON {_SAME_ROW}")
    heard = "TRUE" if whole else _heard()
    run(
        f"CREATE TABLE gone AS SELECT id FROM open_now AS o WHERE {heard} "
        f"AND {_answered(asking)} AND NOT EXISTS (FROM found AS f WHERE {_SAME_ROW})"
    )


def _heard() -> str:
    """Write which findings were asked about; the moment alone changes none here."""
    asked = "o.derived OR o.code IN (FROM questions SELECT key)"
    return f"({asked}) AND {told_of('o.scope', 'o.case_id', 'o.organ_id')}"


def _answered(asking: Asking) -> str:
    """Write which findings were asked for; a family speaks for any derived code."""
    families = any(QUESTIONS[key].family for key in asking.failed)
    silent = ", ".join(literal(key) for key in ["", *asking.failed])
    derived = " AND NOT o.derived" if families else ""
    return f"o.code NOT IN ({silent}){derived}"


def _questions(asking: Asking) -> list[str]:
    rows = asking.connection.execute("SELECT DISTINCT question FROM new ORDER BY 1")
    return [key for (key,) in rows.fetchall()]


def _new(asking: Asking, key: str) -> Iterator[list[Found]]:
    """Give what a question found that is new, with its facts, some at a time."""
    full = compiled(DUCKDB)[key].full
    told = ", ".join(f'n."{name}"' for name in _NEW)
    try:
        rows = asking.connection.execute(
            f"SELECT {told}, q.* FROM new AS n JOIN ({full}) AS q ON n.code = q.code "
            "AND n.asked_case = coalesce(q.case_id, 0) "
            'AND n."row" = coalesce(q."row", 0) '
            "AND n.asked_organ = coalesce(q.organ_id, 0) "
            f"WHERE n.question = {literal(key)}"
        )
    except duckdb.Error as failure:
        asking.failed[key] = failure
        note(key, None, asking.at, failure)
        return
    names = [column[0] for column in rows.description]
    while some := rows.fetchmany(CHUNK):
        yield [_found(names, row) for row in some]


_NEW = ("code", "case_id", "row", "organ_id", "record", "number", "asked_organ")


def _found(names: list[str], row: tuple[Any, ...]) -> Found:
    code, case, place_of, organ, record, number, asked = row[: len(_NEW)]
    facts = dict(zip(names[len(_NEW) :], row[len(_NEW) :], strict=True))
    shown = {name: value for name, value in facts.items() if name not in TOLD}
    if record:
        shown[REFERENCE] = number
    return Found(code, case, place_of, organ or asked, record, shown)


def _gone(asking: Asking) -> Iterator[list[int]]:
    rows = asking.connection.execute("SELECT id FROM gone ORDER BY id")
    while some := rows.fetchmany(CHUNK):
        yield [key for (key,) in some]


def _asked_upto() -> int:
    """Return the last act that every rule had seen when they were last asked."""
    try:
        told = json.loads((place.folder() / MARK).read_text(encoding="utf-8"))
        return int(told["mark"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _note_asked(mark: int) -> None:
    unfinished = place.folder() / f"{MARK}{UNFINISHED}"
    unfinished.write_text(json.dumps({"mark": mark}), encoding="utf-8")
    unfinished.replace(place.folder() / MARK)
