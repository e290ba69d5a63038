"""`faheng lawbase search` from an empty base to one that grows."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from faheng.cli.lawbase import app

pytestmark = pytest.mark.django_db
LAW = """恐龙管理法

（2010年1月1日恐龙代表大会通过）

第一条　养恐龙应当登记。

第二条　本法自2010年3月1日起施行。
"""


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path):
    settings.VAR = tmp_path / "var"


def run(*words):
    return CliRunner().invoke(app, list(words))


def add(tmp_path, name, text):
    path = tmp_path / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    assert run("import", str(path)).exit_code == 0


def rows(*words):
    done = run("search", *words, "--json")
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_an_empty_base_says_how_to_fill_it():
    done = run("search", "恐龙")

    assert done.exit_code == 1
    assert "faheng lawbase import" in done.stderr


def test_a_hit_is_a_row_with_its_place_and_spans(tmp_path):
    add(tmp_path, "恐龙管理法", LAW)

    (first, *_) = rows("恐龙登记")

    assert first["law"] == "恐龙管理法"
    assert first["article"] == "第一条"
    assert (first["rank"], first["para"], first["item"]) == (1, 1, None)
    assert [first["text"][a:b] for a, b in first["spans"]] == ["恐龙", "登记"]


def test_a_statute_imported_later_is_found(tmp_path):
    add(tmp_path, "恐龙管理法", LAW)
    assert rows("恐龙登记")
    add(tmp_path, "风筝管理法", LAW.replace("恐龙", "风筝"))

    assert rows("风筝登记")[0]["law"] == "风筝管理法"
    assert rows("登记", "--law", "恐龙管理法")[0]["law"] == "恐龙管理法"


def test_a_day_before_the_law_finds_nothing(tmp_path):
    add(tmp_path, "恐龙管理法", LAW)

    assert rows("恐龙登记", "--as-of", "2009-01-01") == []


def test_people_read_the_article_and_its_words(tmp_path):
    add(tmp_path, "恐龙管理法", LAW)

    shown = run("search", "恐龙管理法第1条").stdout

    assert "《恐龙管理法》第一条" in shown
    assert "养恐龙应当登记" in shown
