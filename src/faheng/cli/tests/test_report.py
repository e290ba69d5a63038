"""`faheng report` sends once, keeps what is turned back, and loses nothing."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from faheng.adapters.superior.base import NotReached
from faheng.adapters.superior.demo import FolderSuperior
from faheng.cli.commands import app
from faheng.domains.supervision.reporting import actions
from faheng.domains.supervision.tests.cast import build
from faheng.domains.supervision.tests.test_reporting import act_on
from faheng.kernel.cases.models import Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    cast = build()
    made: Case = cast.items["案件"]
    made.procedure = "elsewhere.inspection"
    act_on(made, cast)
    return made


def command(*words):
    return CliRunner().invoke(app, ["report", *words])


def test_the_command_sends_once_and_says_what_came_of_it(case, tmp_path):
    first = command("push", "--folder", str(tmp_path))
    second = command("push", "--folder", str(tmp_path))
    assert "接收 2 条" in first.output
    assert "接收 0 条" in second.output
    assert "已接收 1" in command("status").output


def test_what_the_platform_turns_back_can_be_sent_again(case, tmp_path):
    Case.objects.update(number="")
    assert "退回 1 条" in command("push", "--folder", str(tmp_path)).output
    assert "重新报送 1 条" in command("retry").output


def test_without_an_answer_everything_waits(case, tmp_path, monkeypatch):
    def silent(*_):
        raise NotReached

    monkeypatch.setattr(FolderSuperior, "push", silent)
    assert command("push", "--folder", str(tmp_path)).exit_code == 1
    assert {row.tries for row in actions.waiting(10)} == {1}
