"""`faheng benchmarks`."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from faheng.cli.commands import app
from faheng.domains.enforcement.benchmarks.tests.invented import folder

pytestmark = pytest.mark.django_db


def test_the_command_keeps_a_folder_and_names_what_is_wrong(tmp_path: Path) -> None:
    folder(tmp_path)
    ran = CliRunner().invoke(
        app, ["benchmarks", "import", str(tmp_path), "--field", "environment"]
    )
    assert ran.exit_code == 0, ran.output
    assert "6 rows, 4 usable, kept" in ran.output
    assert "town_ranges.csv 第5行" in ran.output
    assert (
        CliRunner().invoke(app, ["benchmarks", "check", str(tmp_path)]).exit_code == 1
    )
    nowhere = ["benchmarks", "import", str(tmp_path / "x")]
    assert CliRunner().invoke(app, nowhere).exit_code == 2
    strange = ["benchmarks", "import", str(tmp_path), "--field", "nothing"]
    assert CliRunner().invoke(app, strange).exit_code == 2
