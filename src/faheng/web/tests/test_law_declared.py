"""What declarations rest on: repealed, changed since they were declared, or right."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.lawbase import actions

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 1, tzinfo=UTC)
LAW = """# 中华人民共和国行政处罚法

（{adopted}通过）

第五十五条　风筝检查时应当主动出示{what}。

第五十六条　风筝应当登记。

{more}第八十六条　本法自{begins}起施行。
"""
LATER = """# 中华人民共和国行政处罚法典

（2026年1月5日通过）

第一条　风筝另行规定。

第二条　本法自2026年3月1日起施行。《中华人民共和国行政处罚法》同时废止。
"""


@pytest.fixture
def put(tmp_path):
    def write(name, text):
        file = tmp_path / f"{name}.md"
        file.write_text(text, encoding="utf-8")
        actions.import_paths([file], actions.Import(AT))

    return write


@pytest.fixture
def older(put):
    more = "第五十七条　风筝的决定由负责人作出。\n\n"
    words = {"adopted": "2021年1月22日", "begins": "2021年7月15日"}
    put("older", LAW.format(what="证件", more=more, **words))


@pytest.fixture
def newer(older, put):
    words = {"adopted": "2025年1月5日", "begins": "2025年3月1日"}
    put("newer", LAW.format(what="执法证件和风筝", more="", **words))


def page(client, **given):
    response = client.get(reverse("law_declared"), given)
    assert response.status_code == 200
    return response.content.decode()


def test_what_no_version_changed_is_not_shown_as_hit(as_, cast, older):
    said = page(as_("陈立衡"), show="changed")

    assert "处在声明以后改过" in said
    assert "行政处罚法第55条" not in said


def test_an_article_changed_since_it_was_declared_is_shown_with_who_cites_it(
    as_, cast, newer
):
    said = page(as_("陈立衡"), show="changed")

    assert "行政处罚法第55条" in said
    assert "2025-03-01" in said
    assert reverse("law_change", args=[1])[:-2] in said


def test_an_article_that_is_gone_can_no_longer_be_used(as_, cast, newer):
    said = page(as_("陈立衡"), show="wrong")

    assert "行政处罚法第57条" in said
    assert "今天的文本里没有这一处" in said


def test_a_repealed_law_hits_everything_that_cites_it(as_, cast, newer, put):
    put("later", LATER)
    client = as_("陈立衡")

    assert "已废止，自 2026年3月1日（《行政处罚法典》）" in page(client, show="wrong")
    impact = client.get(reverse("law_impact", args=["中华人民共和国行政处罚法典"]))
    said = impact.content.decode()
    assert "它废止的" in said
    assert "已废止" in said
    assert "程序和文书的声明" in said


def test_rules_are_among_what_is_declared(as_, cast):
    assert "规则" in page(as_("陈立衡"), show="all")


def test_nonsense_shows_what_is_hit(as_, cast, newer):
    assert "行政处罚法第55条" in page(as_("陈立衡"), show="<script>")


def test_the_page_asks_the_database_a_few_times_only(as_, cast, newer):
    client = as_("陈立衡")
    page(client, show="all")
    with CaptureQueriesContext(connection) as asked:
        page(client, show="all")
    assert len(asked) <= 23, [one["sql"][:90] for one in asked]
