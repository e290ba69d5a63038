"""`faheng lawbase import` and `export`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from faheng.cli.commands import app

run = CliRunner()
TEXT = "恐龙{}法\n（2010年1月5日通过）\n第一条　养恐龙应当登记。\n第二条　自公布之日起施行。\n"


@pytest.mark.django_db
def test_statutes_go_in_and_out_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT.format("管理"), encoding="gb18030")
    (tmp_path / "b.md").write_bytes(b"")
    done = run.invoke(app, ["lawbase", "import", str(tmp_path)])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["outcome"] for row in rows] == ["stored", "problem"]
    assert rows[0]["title"] == "恐龙管理法"
    assert "空" in rows[1]["problem"]
    packed = tmp_path / "dino.json"
    told = run.invoke(app, ["lawbase", "export", "恐龙管理法", "--to", str(packed)])
    assert told.exit_code == 0
    assert json.loads(packed.read_text(encoding="utf-8"))["title"] == "恐龙管理法"
    shown = run.invoke(app, ["lawbase", "export", "恐龙管理法", "--format", "akn"])
    assert "<article" in shown.stdout
    assert run.invoke(app, ["lawbase", "export", "云朵法"]).exit_code == 1


@pytest.mark.django_db
def test_nothing_that_can_be_read_fails(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"")
    assert run.invoke(app, ["lawbase", "import", str(tmp_path)]).exit_code == 1


def test_drafting_needs_no_tables_so_that_other_processes_can_do_it() -> None:
    words = "import faheng.lawbase.drafting.taking"
    subprocess.run([sys.executable, "-c", words], check=True, env={"PATH": ""})
