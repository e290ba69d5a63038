"""Every measurement runs, here with as little as possible."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from django.db import connection

from faheng.cli.bench import door, lists, papers, writers, writing
from faheng.cli.bench.figures import Figure, quantile, spread
from faheng.cli.bench.people import settle
from faheng.kernel.cases.models import Case, Task


def _nothing(*_):
    pass


def test_a_quantile_is_a_value_that_was_measured():
    assert quantile([1], 95) == 1
    assert quantile(range(1, 101), 95) == 95
    assert [f.value for f in spread("x", [0.001, 0.002, 0.003])] == [2.0, 3.0]


@pytest.mark.django_db
def test_a_figure_is_one_line_that_names_machine_and_database():
    told = json.loads(Figure("x", 1.5, "ms", 3).line())

    assert (told["name"], told["value"], told["unit"], told["n"]) == ("x", 1.5, "ms", 3)
    assert told["machine"]
    assert told["database"].startswith(("SQLite", "PostgreSQL"))


@pytest.mark.django_db
def test_the_door_is_measured():
    figures = door.measure(settle(), 7, _nothing)

    assert {f.name for f in figures} >= {"door.step.p95", "door.step.cpu.mean"}
    assert all(f.n == 7 and f.value > 0 for f in figures)


@pytest.mark.django_db
def test_a_decision_is_printed():
    figures = papers.measure(settle(), 1, _nothing)

    assert {f.name for f in figures} >= {"documents.pdf.p95", "documents.docx.p95"}


@pytest.mark.django_db
def test_pages_are_asked_for_among_many_cases():
    figures = lists.measure(settle(), 400, 1, _nothing)

    assert Case.objects.count() == 401
    assert Task.objects.count() >= 20
    assert {f.name for f in figures} >= {"lists.work.p95", "lists.case.p95"}


@pytest.mark.django_db
def test_the_rows_of_a_step_are_known_without_the_door():
    rows = writing.captured(settle())

    assert len(rows) == 7
    assert all(sql.startswith('INSERT INTO "bare_') for step in rows for sql, _ in step)
    assert any("bare_record_entry" in sql for sql, _ in rows[0])


@pytest.mark.django_db
@pytest.mark.sqlite
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own limit")
def test_sqlite_is_not_asked_for_many_writers():
    assert writers.measure(settle(), 1, _nothing) == []


@pytest.mark.slow
def test_the_whole_bench_runs_from_the_command_line():
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "faheng.cli", "bench", "all"),
            *("--cases", "1000", "--steps", "7", "--rounds", "2", "--rows", "100000"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr[-2000:]
    names = {json.loads(line)["name"] for line in ran.stdout.splitlines()}
    assert names >= {"door.step.p95", "worker.memory", "lists.work.p95"}
