"""`faheng lawbase` on files: rows on standard output, problems beside them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from faheng.cli.commands import app

run = CliRunner()
TEXT = """# 海棠市渡口条例

2020年9月10日 海棠市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 渡船应当按照核定人数载客。

第二条 违反本条例第一条规定的，由渡口管理部门处二百元罚款。

第三条 本条例自2021年1月1日起施行。
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "渡口条例(2020-09-10).md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "坏.txt").write_bytes(bytes(range(256)) * 4)
    return tmp_path


def rows(*words):
    done = run.invoke(app, ["lawbase", *map(str, words)])
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def test_a_bad_file_has_its_row_and_the_others_go_on(folder):
    done, found = rows("inspect", folder)

    assert done.exit_code == 0
    good = next(row for row in found if "counts" in row)
    bad = next(row for row in found if "error" in row)
    assert good["file"] == str(folder / "渡口条例(2020-09-10).md")
    assert (good["counts"]["条"], good["counts"]["款"], good["warnings"]) == (3, 3, [])
    assert bad["file"] == str(folder / "坏.txt")
    assert "坏.txt" in done.stderr


def test_nothing_readable_is_a_failure(folder):
    for command in ("inspect", "citations", "penalties"):
        done, _ = rows(command, folder / "坏.txt", folder / "不在.md")
        assert done.exit_code == 1
        assert "不在.md" in done.stderr


def test_citations_are_listed_with_their_place(folder):
    _, found = rows("citations", folder / "渡口条例(2020-09-10).md")

    assert [(row["line"], row["start"], row["end"]) for row in found] == [(9, 6, 12)]
    assert found[0]["targets"] == [{"law": "self", "article": "第一条"}]


def test_a_paper_without_articles_has_citations_too(folder):
    paper = folder / "决定书.txt"
    paper.write_text("违反《渡口条例》第一条。", encoding="utf-8")

    _, found = rows("citations", paper)

    assert found[0]["targets"] == [{"law": "渡口条例", "article": "第一条"}]


def test_penal_paragraphs_are_listed_in_parts(folder):
    _, found = rows("penalties", folder / "渡口条例(2020-09-10).md")

    assert [(row["article"], row["para"], row["kinds"]) for row in found] == [
        ("第二条", 1, ["罚款"])
    ]
    assert found[0]["violated"] == ["第一条"]
    assert found[0]["fines"][0]["max"] == 200


def test_the_violated_article_is_suggested(folder):
    file = folder / "渡口条例(2020-09-10).md"

    _, found = rows("suggest", file, "--article", "第二条", "--paragraph", "1")

    assert (found[0]["rank"], found[0]["article"]) == (1, "第一条")


@pytest.mark.parametrize("article", ["第九条", "海棠", ""])
def test_a_provision_that_is_not_there_is_named(folder, article):
    file = folder / "渡口条例(2020-09-10).md"

    done, found = rows("suggest", file, "--article", article)

    assert (done.exit_code, found) == (1, [])
    assert done.stderr


def test_dated_questions_are_answered_and_bad_ones_named(folder):
    questions = folder / "问.jsonl"
    questions.write_text(
        '{"id": 1, "law": "海棠市渡口条例", "date": "2020-12-31"}\n'
        '{"id": 2, "law": "海棠市渡口条例", "date": "2021-01-01"}\n'
        '{"id": 3, "law": "海棠市渡口条例", "date": "昨天"}\n'
        "不是\n",
        encoding="utf-8",
    )

    done, found = rows("in-force", questions, "--from", folder)

    assert [row.get("status") for row in found] == [
        "not yet in force",
        "in force",
        None,
    ]
    assert found[1]["version_date"] == "2020-09-10"
    assert found[1]["effective_from"] == "2021-01-01"
    assert done.exit_code == 0


def test_a_source_that_is_not_there_is_named(folder):
    questions = folder / "问.jsonl"
    questions.write_text("", encoding="utf-8")

    done, _ = rows("in-force", questions, "--from", folder / "不在")

    assert done.exit_code == 1
