"""Eight writers at once, and the same rows written without the door."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict

from django.db import connection

from faheng.cli.bench.figures import Figure
from faheng.cli.bench.people import People, settle
from faheng.cli.bench.place import environment
from faheng.cli.bench.writing import bare_tables

WRITERS = 8


def measure(
    people: People, count: int, advance: Callable[[], None], most: int = WRITERS
) -> list[Figure]:
    """Let several processes take steps in cases of their own organs.

    SQLite has one writer at a time, so it is not asked.
    """
    if connection.vendor != "postgresql":
        return []
    crews = [people, *(settle(f"乙{place}") for place in range(most - 1))]
    tables = bare_tables(people)
    by_door = _together(crews, "door", count)
    advance()
    bare = _together(crews, "bare", count)
    _drop(tables)
    return [
        Figure(f"writers.{most}.steps", round(by_door, 1), "steps/s", count * most),
        Figure(f"writers.{most}.bare", round(bare, 1), "steps/s", count * most),
        Figure(f"writers.{most}.ratio", round(by_door / bare, 3), "", count * most),
    ]


def _together(crews: list[People], way: str, count: int) -> float:
    """Start all at once and return steps per second of the whole."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "faheng.cli", "bench-writer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in crews
    ]
    for one, crew in zip(started, crews, strict=True):
        _tell(one, {"people": asdict(crew), "way": way, "count": count})
    for one in started:
        _hear(one)
    for one in started:
        _tell(one, {})
    told = [json.loads(_hear(one)) for one in started]
    for one in started:
        one.communicate()
    taken = sum(int(one["steps"]) for one in told)
    ended = max(float(one["ended"]) for one in told)
    return taken / (ended - min(float(one["began"]) for one in told))


def _tell(one: subprocess.Popen[str], what: dict[str, object]) -> None:
    if one.stdin is not None:
        one.stdin.write(json.dumps(what) + "\n")
        one.stdin.flush()


def _hear(one: subprocess.Popen[str]) -> str:
    said = one.stdout.readline() if one.stdout is not None else ""
    if not said:
        message = f"a writer ended with {one.wait()}"
        raise RuntimeError(message)
    return said


def _drop(tables: list[str]) -> None:
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'DROP TABLE IF EXISTS "{table}"')
