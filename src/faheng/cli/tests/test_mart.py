"""The mart holds what the live database holds, and survives what goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from faheng.cli.bench.course import walk
from faheng.cli.bench.people import settle
from faheng.kernel.questions import contract
from faheng.kernel.questions.tables import Kind
from faheng.mart import building, place
from faheng.mart.engine import engine
from faheng.mart.status import MartState, status

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_place(own_mart):
    """Make marts aside."""


@pytest.fixture
def people():
    return settle()


def built(at=None):
    return building.build(at or timezone.now())


def asked(select):
    with engine(place.path(place.pointer()), read_only=True) as mart:
        return mart.execute(select).fetchall()


def live_rows(table):
    columns = list(table.columns.values())
    with connection.cursor() as cursor:
        cursor.execute(table.select(connection.vendor).replace("%", "%%"), [])
        return sorted(
            (tuple(map(_told, columns, row)) for row in cursor.fetchall()), key=repr
        )


def _told(column, value):
    if value is None:
        return None
    if column.kind is Kind.DATE:
        return value if isinstance(value, date) else date.fromisoformat(value)
    if column.kind is Kind.BOOL:
        return bool(value)
    return float(value) if column.kind is Kind.REAL else value


def same_everywhere():
    for table in contract.tables().values():
        if table.source:
            names = ", ".join(f'"{name}"' for name in table.columns)
            rows = asked(f'SELECT {names} FROM "{table.name}"')  # noqa: S608
            assert sorted(rows, key=repr) == live_rows(table), table.name


def test_every_table_reads_the_same_in_the_mart_as_in_the_live_database(people):
    walk(people)
    made = built()
    same_everywhere()
    assert asked("SELECT count(*) FROM acts")[0][0] > 0
    assert made.rows > 0
    assert status().state is MartState.READY


def test_what_came_since_is_appended_and_reads_the_same(people):
    walk(people, upto=3)
    first = built()
    walk(people)
    second = building.append(timezone.now() + timedelta(minutes=5))
    same_everywhere()
    assert second.mark > first.mark
    assert second.built_at == first.built_at
    assert not place.path(first).exists()


def test_without_a_mart_appending_builds_one_and_status_says_so(people):
    assert status().state is MartState.MISSING
    building.append(timezone.now())
    assert status().state is MartState.READY


def test_a_deleted_mart_is_missing_and_is_built_again(people):
    place.path(built()).unlink()
    assert status().state is MartState.MISSING
    building.ensure(timezone.now())
    assert status().state is MartState.READY


def cut_off(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def overwritten(file):
    file.write_bytes(b"x" * file.stat().st_size)


def torn_inside(file):
    told = bytearray(file.read_bytes())
    told[4096 : len(told)] = bytes(len(told) - 4096)
    file.write_bytes(told)


@pytest.mark.parametrize("spoil", [cut_off, overwritten])
def test_a_spoilt_mart_counts_as_missing_until_it_is_built_again(people, spoil):
    spoil(place.path(built()))
    assert status().state is MartState.MISSING
    walk(people)
    building.append(timezone.now())
    assert status().state is MartState.READY
    same_everywhere()


def test_a_mart_that_cannot_be_read_inside_is_built_again(people):
    torn_inside(place.path(built()))
    building.append(timezone.now())
    assert status().state is MartState.READY
    same_everywhere()


def test_a_mart_of_other_tables_is_outdated_and_built_anew(people, monkeypatch):
    built()
    monkeypatch.setattr(place, "shape", lambda: "other")
    assert status().state is MartState.OUTDATED
    building.append(timezone.now())
    assert status().state is MartState.READY


def test_a_build_that_fails_leaves_the_old_mart_and_the_next_clears_up(
    people, monkeypatch
):
    first = built()

    def broken(*_):
        message = "no more disk"
        raise OSError(message)

    with monkeypatch.context() as wrong:
        wrong.setattr(building.feeding, "feed", broken)
        with pytest.raises(OSError, match="disk"):
            built()
    assert place.pointer() == first
    assert asked("SELECT count(*) FROM organs")[0][0] > 0
    built()
    assert len(list(place.folder().glob("mart-*"))) == 1


KILLED = """
import django, os, signal
django.setup()
from pathlib import Path
from django.conf import settings
settings.FAHENG_MART = Path({folder!r})
from faheng.mart import place
from faheng.mart.engine import engine
with place.lock():
    made = place.folder() / (place.new_name() + place.UNFINISHED)
    with engine(made) as mart:
        mart.execute("CREATE TABLE half AS SELECT 1 AS one")
        print("half", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_build_leaves_the_old_mart_and_holds_no_lock(people):
    first = built()
    told = KILLED.format(folder=str(place.folder()))
    dead = subprocess.run([sys.executable, "-c", told], env=os.environ, check=False)
    assert dead.returncode == -signal.SIGKILL
    assert place.pointer() == first
    assert not status().being_made
    second = built()
    assert [found.name for found in place.folder().glob("mart-*")] == [second.file]
