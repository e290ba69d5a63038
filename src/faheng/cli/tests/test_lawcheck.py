"""What the law base finds wrong, as rows."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from faheng.cli.lawbase import app
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision
from faheng.lawbase import actions
from faheng.lawbase.models import Version

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
KITES = """# 风筝管理条例

（2010年1月5日第一届风筝大会通过）

第一条　放风筝应当避开电线。

第二条　{duty}

第三条　本条例自2010年3月1日起施行。
"""
run = CliRunner()


@pytest.fixture
def kites(tmp_path: Path) -> Version:
    for name, duty in (("one", "线断的应当找回。"), ("two", "线断的应当赔偿。")):
        file = tmp_path / f"{name}.md"
        file.write_text(KITES.format(duty=duty), encoding="utf-8")
        actions.import_paths([file], actions.Import(AT))
    return Version.objects.get()


@pytest.fixture
def item() -> EnforcementItem:
    row = EnforcementItem.objects.create(
        code="FZ-1",
        name="对风筝不避开电线的行政处罚",
        field="city_management",
        valid_from=date(2020, 1, 1),
        recorded_at=AT,
    )
    for article in (1, 7):
        ItemProvision.objects.create(
            item=row,
            role=ProvisionRole.PENALTY,
            law="风筝管理条例",
            article=article,
            citation=f"《风筝管理条例》第{article}条",
        )
    return row


def rows(*arguments: str) -> tuple[int, list[dict[str, object]]]:
    done = run.invoke(app, list(arguments))
    return done.exit_code, [json.loads(line) for line in done.output.splitlines()]


def test_an_item_whose_provision_is_not_there_is_listed_and_fails(kites, item) -> None:
    code, found = rows("check")
    assert code == 1
    assert [row for row in found if row["kind"] == "item"] == [
        {
            "kind": "item",
            "where": "FZ-1",
            "title": "对风筝不避开电线的行政处罚",
            "citation": "《风筝管理条例》第7条",
            "on": found[-1]["on"],
            "outcome": "no_such",
            "since": None,
            "by": None,
        }
    ]


def test_a_repealed_basis_says_since_when(kites, item) -> None:
    kites.valid_to = date(2021, 1, 1)
    kites.save()
    code, found = rows("check", "--as-of", "2021-01-01")
    assert code == 1
    told = [row for row in found if row["kind"] == "item"]
    assert [row["outcome"] for row in told] == ["repealed", "repealed"]
    assert told[0]["since"] == "2021-01-01"
    _, before = rows("check", "--as-of", "2020-12-31")
    assert [row["outcome"] for row in before if row["kind"] == "item"] == ["no_such"]


def test_differences_of_a_second_source_are_rows(kites) -> None:
    code, found = rows("compare")
    assert code == 0
    assert [(row["law"], row["address"]) for row in found] == [("风筝管理条例", "a2")]
    assert "找回" in str(found[0]["ours"])
    assert "赔偿" in str(found[0]["theirs"])
    assert rows("compare", "--law", "没有的法") == (0, [])
