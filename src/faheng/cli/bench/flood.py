"""Very many cases, written by the database itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db import connection

from faheng.cli.bench.course import PROCEDURE
from faheng.kernel.clocks.declare import Unit

BATCH = 100_000
CASES = """
INSERT INTO cases_case (id, number, title, procedure, organ_id, division_path, stage,
  party_name, matter, opened_on, ended_on, acts)
SELECT n, '甲城立〔2025〕' || n || '号', '占道经营（当场处罚）' || n, '{procedure}',
  {organ}, {division}, CASE WHEN n % 20 = 0 THEN 'decided' ELSE 'closed' END,
  '当事人' || n, '占道经营', '2025-03-11',
  CASE WHEN n % 20 = 0 THEN NULL ELSE {ended_on} END, 2 FROM {numbers}
"""
COURSES = """
INSERT INTO cases_course (id, case_id, procedure, track, ordinal, stage, opened_at,
  ended_at, version)
SELECT n, n, '{procedure}', '', 1,
  CASE WHEN n % 20 = 0 THEN 'decided' ELSE 'closed' END, '2025-03-11 01:00:00+00',
  CASE WHEN n % 20 = 0 THEN NULL ELSE {ended_at} END, 2 FROM {numbers}
"""
ACTS = """
INSERT INTO cases_act (case_id, course_id, seq, step, actor_id, role, door, stage_from,
  stage_to, occurred_at, occurred_on, recorded_at)
SELECT n, n, seq, CASE seq WHEN 1 THEN 'begin' ELSE 'hear' END, {person}, 'officer',
  'take', '', 'told', '2025-03-11 01:00:00+00', '2025-03-11', '2025-03-11 01:00:00+00'
FROM {numbers} CROSS JOIN (SELECT 1 AS seq UNION ALL SELECT 2) AS twice
"""
OFFICERS = """
INSERT INTO cases_caseofficer (case_id, course_id, act_id, person_id, is_lead)
SELECT case_id, course_id, id, actor_id, {true} FROM cases_act
WHERE seq = 1 AND case_id >= {first} AND case_id <= {last}
"""
CLOCKS = """
INSERT INTO cases_clock (case_id, course_id, organ_id, division_path, term, title, "of",
  basis, length, unit, regime, lapse, start_on, due_on, raw_due_on, provisional, state,
  started_by_id)
SELECT case_id, course_id, {organ_of}, {division_of}, 'filing', '报所属机关备案',
  'organ', '行政处罚法第52条第3款', 3, '{unit}', '', '', '2025-03-11',
  '2025-03-14', '2025-03-14', {false},
  CASE WHEN case_id % 20 = 0 THEN 'running' ELSE 'stopped' END, id FROM cases_act
WHERE seq = 2 AND case_id >= {first} AND case_id <= {last}
"""
TASKS = """
INSERT INTO cases_task (case_id, course_id, step, title, role, organ_id, person_id,
  since, due_on)
SELECT case_id, course_id, 'deliver', '当场交付决定书', 'officer', {organ_of},
  CASE WHEN case_id % 2000 = 0 THEN actor_id ELSE NULL END, '2025-03-11 01:00:00+00',
  '2025-03-14' FROM cases_act
WHERE seq = 2 AND case_id % 20 = 0 AND case_id >= {first} AND case_id <= {last}
"""


class Flood:
    """So many cases, spread evenly over some organs and their staff."""

    def __init__(self, organs: list[tuple[int, str, int]]) -> None:
        """Take each organ's key, its division's path and one of its officers."""
        self.organs = organs

    def pour(self, count: int, advance: Callable[[int], None]) -> None:
        """Write the cases; the largest key present is left behind."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(id), 0) FROM cases_course")
            start = int(cursor.fetchone()[0])
            for first in range(start + 1, start + count + 1, BATCH):
                last = min(first + BATCH - 1, start + count)
                for statement in self._statements(first, last):
                    cursor.execute(statement)
                advance(last - first + 1)
        _mind_the_keys()

    def _statements(self, first: int, last: int) -> Iterator[str]:
        is_sqlite = connection.vendor == "sqlite"
        words = {
            "procedure": PROCEDURE,
            "unit": Unit.WORKING_DAYS.key,
            "numbers": _numbers(first, last),
            "ended_on": _typed("DATE", "2025-04-11"),
            "ended_at": _typed("TIMESTAMPTZ", "2025-04-11 01:00:00+00"),
            "first": first,
            "last": last,
            "true": 1 if is_sqlite else "true",
            "false": 0 if is_sqlite else "false",
            "organ": self._by("n", 0),
            "division": self._by("n", 1),
            "person": self._by("n", 2),
            "organ_of": self._by("case_id", 0),
            "division_of": self._by("case_id", 1),
        }
        for statement in (CASES, COURSES, ACTS, OFFICERS, CLOCKS, TASKS):
            yield statement.format(**words)

    def _by(self, column: str, place: int) -> str:
        """Choose a value of an organ by the number of the case."""
        arms = " ".join(
            f"WHEN {number} THEN {_quoted(organ[place])}"
            for number, organ in enumerate(self.organs)
        )
        return f"CASE {column} % {len(self.organs)} {arms} END"


def _mind_the_keys() -> None:
    """Let the next case get the next key, and let the planner know the tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in ("cases_case", "cases_course"):
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608
                    f"(SELECT max(id) FROM {table}))"
                )
        cursor.execute("ANALYZE")


def _numbers(first: int, last: int) -> str:
    if connection.vendor == "sqlite":
        return (
            f"(WITH RECURSIVE count(n) AS (SELECT {first} UNION ALL "  # noqa: S608
            f"SELECT n + 1 FROM count WHERE n < {last}) SELECT n FROM count)"
        )
    return f"generate_series({first}, {last}) AS series(n)"


def _typed(kind: str, text: str) -> str:
    return f"'{text}'" if connection.vendor == "sqlite" else f"{kind} '{text}'"


def _quoted(value: int | str) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"
