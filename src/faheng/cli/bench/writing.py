"""One writer: a process that is told what to do on its standard input."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from faheng.cli.bench.course import STEPS, steps, walk
from faheng.cli.bench.people import People

Row = tuple[str, Any]
TABLE = re.compile(r'INSERT INTO "(?P<table>\w+)"')
BARE = "bare_"


def writer() -> None:
    """Get ready, say so, wait for the word, and write; started by the bench."""
    told = json.loads(sys.stdin.readline())
    people = People(**told["people"])
    run = _through_the_door(people) if told["way"] == "door" else _bare(people)
    print("ready", flush=True)
    sys.stdin.readline()
    began, done = time.time(), 0
    while done < told["count"]:
        done += run()
    ended = time.time()
    print(json.dumps({"steps": done, "began": began, "ended": ended}), flush=True)


def _through_the_door(people: People) -> Callable[[], int]:
    def run() -> int:
        walk(people)
        return STEPS

    run()
    return run


def _bare(people: People) -> Callable[[], int]:
    rows = captured(people)

    def run() -> int:
        for step in rows:
            with transaction.atomic(), connection.cursor() as cursor:
                for sql, values in step:
                    cursor.execute(sql, values)
        return len(rows)

    return run


def captured(people: People) -> list[list[Row]]:
    """Take one case through the door and return the rows each step inserted."""
    rows: list[list[Row]] = []
    for _, taking in steps(people):
        with _listening() as heard:
            taking()
        rows.append([(_renamed(sql), values) for sql, values in heard])
    return rows


def bare_tables(people: People) -> list[str]:
    """Make a table without keys or indexes for each that the door writes."""
    found = {TABLE.match(sql) for step in captured(people) for sql, _ in step}
    tables = sorted({match["table"] for match in found if match})
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                f'CREATE TABLE IF NOT EXISTS "{table}" (LIKE '
                f'"{table.removeprefix(BARE)}" INCLUDING DEFAULTS INCLUDING IDENTITY)'
            )
    return tables


@contextmanager
def _listening() -> Iterator[list[Row]]:
    heard: list[Row] = []

    def listen(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        if TABLE.match(sql):
            heard.append((sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(listen):
        yield heard


def _renamed(sql: str) -> str:
    match = TABLE.match(sql)
    table = match["table"] if match else ""
    return sql.replace(f'"{table}"', f'"{BARE}{table}"')
