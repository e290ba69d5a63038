"""Making the mart from the live database: all of it, or what came since.

A mart is made aside and put in place when it is finished. What was there before stays
until then, and stays if whoever makes the new one is killed.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
from django.db import connection as live
from django.db.models import Max

from faheng.kernel.cases.models import Act
from faheng.kernel.feeds.models import FeedDelivery, State
from faheng.kernel.questions import contract
from faheng.kernel.questions.tables import DUCKDB, Table
from faheng.mart import feeding, place
from faheng.mart.engine import LIVE, attach, engine, from_live, natively
from faheng.mart.place import FINISHED, UNFINISHED, Pointer

log = logging.getLogger(__name__)

Advance = Callable[[str, int], None]
"""Is told the name of each table and how many rows it got."""

LARGE = 500_000
"""A table of the city with more rows is not read anew between two builds."""


def build(at: datetime, advance: Advance | None = None) -> Pointer:
    """Make the mart anew, from everything that is there.

    Args:
        at: when.
        advance: is told of each table.
    """
    with place.lock():
        place.clear(place.pointer())
        # What is written while we read is in the next one: its act lies behind the mark.
        marks = _marks()
        made = place.folder() / f"{place.new_name()}{UNFINISHED}"
        with engine(made) as connection:
            attach(connection)
            rows = _fill(connection, advance or _nobody)
            connection.execute(f"DETACH {LIVE}")
            connection.execute("CHECKPOINT")
        return _publish(made, at, marks, rows)


def append(at: datetime, advance: Advance | None = None) -> Pointer:
    """Bring the mart up to date: cases touched since, and what belongs to the city.

    Where there is none, where the tables look different now, or where it cannot be
    read, it is made anew.
    """
    with place.lock():
        before = place.pointer()
        if before is not None and before.contract == place.shape():
            try:
                return _appended(before, at, advance or _nobody)
            except duckdb.Error:
                # If it is the live database that fails, building tells so.
                log.exception("the mart %s cannot be read", before.file)
    return build(at, advance)


def _appended(before: Pointer, at: datetime, advance: Advance) -> Pointer:
    marks = _marks()
    made = place.folder() / f"{place.new_name()}{UNFINISHED}"
    shutil.copyfile(place.path(before), made)
    with engine(made) as connection:
        attach(connection)
        rows = _renew(connection, before, marks, advance)
        connection.execute(f"DETACH {LIVE}")
        connection.execute("CHECKPOINT")
    return _publish(made, at, marks, rows, before)


def ensure(at: datetime, advance: Advance | None = None) -> Pointer:
    """Give the mart that there is; make one where there is none that serves."""
    found = place.pointer()
    if found is not None and found.contract == place.shape():
        return found
    return build(at, advance)


def _nobody(name: str, rows: int) -> None:
    """Stand in where nobody is told."""


Marks = tuple[int, int]


def _marks() -> Marks:
    act = Act.objects.aggregate(last=Max("pk"))["last"] or 0
    stored = FeedDelivery.objects.filter(state=State.STORED)
    return act, stored.aggregate(last=Max("pk"))["last"] or 0


def _publish(
    made: Path, at: datetime, marks: Marks, rows: int, before: Pointer | None = None
) -> Pointer:
    now = int(at.timestamp())
    done = Pointer(
        file=f"{made.stem}{FINISHED}",
        contract=place.shape(),
        built_at=before.built_at if before else now,
        fresh_at=now,
        mark=marks[0],
        fed=marks[1],
        rows=rows,
    )
    return place.publish(made, done)


def _read() -> list[Table]:
    """Give the tables that are kept; the moment is told when they are asked."""
    return [t for t in contract.tables().values() if t.source or t.rows]


def stages() -> int:
    """Count how often `build` advances; `append` does so less often."""
    return len(_read()) + feeding.stages()


def _fill(connection: Any, advance: Advance) -> int:
    total = 0
    # One transaction reads one state of the live database.
    connection.execute("BEGIN")
    for table in _read():
        columns = ", ".join(f'"{c.name}" {c.kind.sql}' for c in table.columns.values())
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        rows = _insert(connection, table, from_live(table.select(DUCKDB)))
        total += rows
        advance(table.name, rows)
    total += feeding.feed(connection, advance)
    connection.execute("COMMIT")
    return total


def _insert(connection: Any, table: Table, select: str) -> int:
    done = connection.execute(f'INSERT INTO "{table.name}" {select}')
    return int(done.fetchone()[0])


def _renew(connection: Any, before: Pointer, marks: Marks, advance: Advance) -> int:
    act, fed = marks
    touched = f"SELECT case_id FROM cases_act WHERE id > {before.mark} AND id <= {act}"
    connection.execute("BEGIN")
    connection.execute(f"CREATE TEMP TABLE touched AS {natively(touched)}")
    renewing = [t for t in _read() if t.source]
    for table in renewing:
        if table.case:
            rows = _renew_cases(connection, table, touched)
        else:
            rows = _renew_city(connection, table)
        advance(table.name, rows)
    if fed != before.fed:
        feeding.starve(connection)
        feeding.feed(connection, advance)
    connection.execute("COMMIT")
    return sum(_count(connection, table) for table in _read())


def _renew_cases(connection: Any, table: Table, touched: str) -> int:
    connection.execute(
        f'DELETE FROM "{table.name}" WHERE case_id IN '
        f"(SELECT case_id::BIGINT FROM touched)"
    )
    select = table.select(live.vendor, where=f"{table.case} IN ({touched})")
    return _insert(connection, table, natively(select))


def _renew_city(connection: Any, table: Table) -> int:
    if _count(connection, table) > LARGE and "id" in table.columns:
        return _extend(connection, table)
    kept = "id < 0" if "id" in table.columns else "FALSE"
    connection.execute(f'DELETE FROM "{table.name}" WHERE NOT ({kept})')
    return _insert(connection, table, from_live(table.select(DUCKDB)))


def _extend(connection: Any, table: Table) -> int:
    last = connection.execute(f'SELECT max(id) FROM "{table.name}"').fetchone()[0]
    select = table.select(live.vendor, where=f"t.id > {int(last)}")
    return _insert(connection, table, natively(select))


def _count(connection: Any, table: Table) -> int:
    found = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
    return int(found[0])
