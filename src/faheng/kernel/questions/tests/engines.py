"""Asks a question of planted rows on each engine."""

from __future__ import annotations

import sqlite3

import duckdb
import pytest
from django.db import connection

from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import compile_question
from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.functions import register
from faheng.kernel.questions.planting import plant

ENGINES = [
    "sqlite",
    "duckdb",
    pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.database]),
]


def answers(code, scene, engine, request):
    """Return the distinct (code, case, row) that a rule finds in a scene."""
    return {row[:3] for row in _hits(code, scene, engine, request)}


def organs(code, scene, engine, request):
    """Return the organs of which a rule finds something."""
    return {row[3] for row in _hits(code, scene, engine, request)}


def _hits(code, scene, engine, request):
    contract.tables()  # what follows from declarations is asked for with them
    question = QUESTIONS[code]
    with _OPEN[engine](request) as run:
        plant(scene, question.tables, engine, run)
        return run(compile_question(question, engine).hits)


class _Sqlite:
    def __init__(self, request):
        self.connection = sqlite3.connect(":memory:")
        register(self.connection)

    def __enter__(self):
        return lambda text: self.connection.execute(text).fetchall()

    def __exit__(self, *_):
        self.connection.close()


class _DuckDb(_Sqlite):
    def __init__(self, request):
        self.connection = duckdb.connect(":memory:")


class _PostgreSql:
    def __init__(self, request):
        if connection.vendor != "postgresql":
            pytest.skip("this run is on SQLite")
        request.getfixturevalue("db")

    def __enter__(self):
        self.made = []
        return self.run

    def run(self, text):
        with connection.cursor() as cursor:
            cursor.execute(text.replace("%", "%%"), [])
            if text.startswith("CREATE"):
                self.made.append(text.split('"')[1])
            return cursor.fetchall() if cursor.description else []

    def __exit__(self, *_):
        with connection.cursor() as cursor:
            for name in self.made:
                cursor.execute(f'DROP TABLE pg_temp."{name}"')


_OPEN = {"sqlite": _Sqlite, "duckdb": _DuckDb, "postgresql": _PostgreSql}
