"""`faheng discretion`: a file of questions, some of them bad."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from faheng.cli.commands import app


def test_a_file_with_bad_questions_still_answers_the_rest(tmp_path: Path) -> None:
    good = {"id": "ok", "kind": "daily_fine", "base_fen": 100}
    good |= {"ordered_on": "2026-06-01", "recheck_on": "2026-06-03"}
    file = tmp_path / "questions.json"
    asked = [good, {"id": "a", "kind": "daily_fine"}, {"id": "b", "kind": "nothing"}]
    file.write_text(json.dumps([*asked, 7, None, {"id": "c"}, good]), encoding="utf-8")
    ran = CliRunner().invoke(app, ["discretion", str(file)])
    assert ran.exit_code == 0
    answers = json.loads(ran.stdout)
    assert [one.get("fine_fen") for one in answers] == [200, *[None] * 5, 200]
    assert all(one["error"]["reason"] for one in answers[1:6])
    assert [one["id"] for one in answers[:3]] == ["ok", "a", "b"]
