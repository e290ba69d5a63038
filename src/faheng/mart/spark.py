"""The same rules on a Spark cluster, for a city that outgrows one machine.

The mart is written as Parquet into a folder that every worker reaches, Spark asks the
rules of it, and its answers come back as Parquet beside it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import Compiled, compiled, not_compiled, prefix
from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.tables import DUCKDB
from faheng.mart import place
from faheng.mart.asking import MART, Advance, Asking, bind_city
from faheng.mart.engine import literal
from faheng.mart.feeding import speaks_of_fed

VENDOR = "pyspark"
ANSWERS = "answers"

Ask = Callable[[Asking, Advance], None]


class SparkMissing(Exception):
    """PySpark is not installed: requirements/spark.txt."""


@contextmanager
def cluster(master: str, shared: str = "") -> Iterator[Ask]:
    """Open a session on a cluster; gives what asks every question there.

    Args:
        master: its address, as `spark://host:7077`, or `local[*]`.
        shared: folder that this machine and every worker reach.

    Raises:
        SparkMissing: PySpark is not there.
    """
    top = Path(shared) if shared else place.folder()
    top.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="spark-", dir=top))
    folder.chmod(0o755)
    session = _session(master)
    try:
        yield lambda asking, advance: _ask(session, folder, asking, advance)
    finally:
        session.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _session(master: str) -> Any:
    try:
        sql = import_module("pyspark.sql")
    except ImportError as missing:
        raise SparkMissing(SparkMissing.__doc__) from missing
    settings = {
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "8",
        "spark.sql.sources.useV1SourceList": "parquet",
    }
    built = sql.SparkSession.builder.master(master).appName("faheng supervise")
    for name, value in settings.items():
        built = built.config(name, value)
    return built.getOrCreate()


def _ask(session: Any, folder: Path, asking: Asking, advance: Advance) -> None:
    questions = list(compiled(VENDOR).values())
    _hand_over(session, folder, asking, questions)
    bind_city(asking)
    # Spark raises errors of its own kinds for what it can't plan and what it can't run.
    errors: Any = import_module("pyspark.errors")
    for one in questions:
        try:
            _into_answers(session, folder, asking, one)
        except errors.PySparkException as failure:
            asking.failed[one.key] = failure
        advance(one.key)
    for key in not_compiled(VENDOR):
        asking.failed[key] = ValueError("the rule cannot be compiled for Spark")
    if any((folder / ANSWERS).glob("*/*.parquet")):
        asking.connection.execute(
            f"INSERT INTO hits BY NAME SELECT DISTINCT question, code, case_id, "
            f'"row", organ_id FROM read_parquet({literal(_answers(folder))})'
        )


def _answers(folder: Path) -> str:
    return str(folder / ANSWERS / "*" / "*.parquet")


def _hand_over(
    session: Any, folder: Path, asking: Asking, questions: list[Compiled]
) -> None:
    """Write the tables that are read as Parquet, and name them in Spark."""
    read = {name for one in questions for name in one.tables}
    for name in sorted(read - {"ctx"}):
        _write(asking, f'{MART}."{name}"', folder / name)
    _write(asking, "ctx", folder / "ctx")
    known = contract.tables()
    for one in questions:
        opening = prefix(QUESTIONS[one.key].scope)
        for name in one.tables:
            view = f"{opening if known[name].case else ''}{name}"
            rows = session.read.parquet(str(folder / name))
            rows.createOrReplaceTempView(view)


def _write(asking: Asking, table: str, target: Path) -> None:
    target.mkdir(exist_ok=True)
    file = target / "rows.parquet"
    if not file.exists():
        asking.connection.execute(
            f"COPY (FROM {table}) TO {literal(str(file))} (FORMAT PARQUET)"
        )


def _into_answers(session: Any, folder: Path, asking: Asking, one: Compiled) -> None:
    told = session.sql(
        f"SELECT DISTINCT {literal(one.key)} AS question, code, "
        "coalesce(case_id, 0) AS case_id, coalesce(`row`, 0) AS `row`, "
        f"coalesce(organ_id, 0) AS organ_id FROM ({one.hits}) AS q"
    )
    same = compiled(DUCKDB)[one.key]
    if asking.has_fed and not speaks_of_fed(asking.connection, same):
        told = told.where("case_id >= 0")
    told.write.mode("overwrite").parquet(
        str(folder / ANSWERS / f"q{abs(hash(one.key))}")
    )
