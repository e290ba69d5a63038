"""Every written rule on a Spark cluster: a real master and two workers."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from faheng.cli.bench.supervise.city import Plan, grow
from faheng.cli.bench.supervise.known import expected, in_one_copy
from faheng.cli.bench.supervise.seeds import seeds
from faheng.kernel.questions.planting import ASKED_AT
from faheng.mart import spark
from faheng.mart.asking import ask_city, opened

WORKERS, SECONDS = 2, 90

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    """Start a master and its workers from the jars that come with PySpark."""
    if find_spec("pyspark") is None or which("java") is None:
        pytest.skip("PySpark (requirements/spark.txt) and Java are needed")
    home = Path(import_module("pyspark").__file__).parent
    folder = tmp_path_factory.mktemp("spark")
    port = _free()
    address = f"spark://127.0.0.1:{port}"
    deploy = "org.apache.spark.deploy"
    master = ["--host", "127.0.0.1", "--port", str(port), "--webui-port", str(_free())]
    running = [_start(home, folder, f"{deploy}.master.Master", *master)]
    for number in range(WORKERS):
        worker = [f"{deploy}.worker.Worker", "--cores", "1", "--memory", "1g"]
        own = folder / f"worker-{number}"
        own.mkdir()
        running.append(
            _start(
                home,
                own,
                *worker,
                "--webui-port",
                str(_free()),
                "--host",
                "127.0.0.1",
                "--work-dir",
                str(own),
                address,
            )
        )
    _registered(folder, running)
    yield address
    for one in reversed(running):
        one.terminate()
        one.wait(timeout=30)


def _start(home, folder, main, *arguments):
    told = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
    told["SPARK_DAEMON_MEMORY"] = "512m"
    with (folder / f"{main.rpartition('.')[2]}.log").open("w") as log:
        return subprocess.Popen(
            [home / "bin" / "spark-class", main, *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            env=told,
        )


def _free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _said(folder):
    return "\n".join(found.read_text() for found in folder.rglob("*.log"))


def _registered(folder, running):
    until = time.monotonic() + SECONDS
    while (folder / "Master.log").read_text().count("Registering worker") < WORKERS:
        assert all(one.poll() is None for one in running), _said(folder)
        assert time.monotonic() < until, (folder / "Master.log").read_text()
        time.sleep(0.5)


def _hits(asking):
    rows = asking.connection.execute("SELECT code, case_id, row, organ_id FROM hits")
    return set(rows.fetchall())


def test_every_planted_rule_is_exact_on_a_cluster_of_two_workers(
    master, settings, tmp_path, monkeypatch
):
    settings.FAHENG_MART = tmp_path / "mart"
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    found = seeds({}, 0)
    copies = dict.fromkeys(range(len(found)), 1)
    plan, file = Plan(found, copies), tmp_path / "city.duckdb"
    grow(file, plan)
    with opened(file, ASKED_AT) as asking:
        ask_city(asking)
        on_duckdb = _hits(asking)
    with opened(file, ASKED_AT) as asking, spark.cluster(master, str(tmp_path)) as ask:
        ask(asking, lambda _: None)
        on_spark, failed = _hits(asking), asking.failed
    assert not failed
    assert on_spark == on_duckdb
    wanted = expected(in_one_copy(found, ASKED_AT), copies, copies)
    assert {code: sum(hit[0] == code for hit in on_spark) for code in wanted} == wanted
