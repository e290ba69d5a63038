"""Searching laws and items: what is found, marked, filtered and remembered."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.domains.enforcement.searching import item_passages
from faheng.lawbase.models import ConfirmedQuestion
from faheng.lawbase.retrieval import base

pytestmark = pytest.mark.django_db

MOST_QUERIES = 11


@pytest.fixture
def indexed(shelf, settings, tmp_path):
    settings.VAR = tmp_path / "var"
    base.rebuild([*base.passages(), *item_passages()])


def page(client, **given):
    response = client.get(reverse("law_search"), given)
    assert response.status_code == 200
    return response.content.decode()


def test_an_unasked_page_says_how_to_ask(as_, indexed):
    assert "处罚法33条1款2项" in page(as_("陈立衡"))


def test_a_missing_index_is_said(as_, settings, tmp_path):
    settings.VAR = tmp_path / "nothing"

    assert "faheng lawbase index" in page(as_("陈立衡"), q="恐龙")


def test_hits_are_marked_and_lead_to_their_place(as_, indexed):
    shown = page(as_("陈立衡"), q="恐龙进菜场", on="2026-02-01")

    assert "/cn/law/" in shown
    assert '<mark class="m-amount">' in shown
    assert "菜场" in shown


def test_the_law_of_another_day_is_searched(as_, indexed):
    client = as_("陈立衡")

    assert "没有找到" in page(client, q="恐龙菜场", law="恐龙管理法", on="1999-01-01")
    assert "没有找到" not in page(client, q="恐龙菜场", on="2026-02-01")


def test_what_was_typed_is_never_markup(as_, indexed):
    shown = page(as_("陈立衡"), q="<script>alert(1)</script>恐龙", law="<b>x</b>")

    assert "<script>alert(1)" not in shown
    assert "<b>x</b>" not in shown


@pytest.mark.parametrize("words", ["'\"“", "😀", "恐" * 10_000, "\x00", "第条", "%"])
def test_hostile_words_get_a_page(as_, indexed, words):
    assert page(as_("陈立衡"), q=words)


@pytest.mark.parametrize("given", [{"on": "nonsense"}, {"kind": "x"}, {"law": "无"}])
def test_a_filter_that_makes_no_sense_does_no_harm(as_, indexed, given):
    assert page(as_("陈立衡"), q="恐龙", **given)


def test_a_confirmed_answer_is_remembered_and_shown(as_, indexed):
    client = as_("陈立衡")
    told = {"q": "霸王龙吵死了", "address": "cn/law/恐龙管理法/a3"}

    response = client.post(reverse("law_search_confirm"), told)

    assert response.status_code == 302
    kept = ConfirmedQuestion.objects.get()
    assert (kept.question, kept.address) == ("霸王龙吵死了", "a3")
    assert "有人确认过" in page(client, q="霸王龙吵死了", on="2026-02-01")


@pytest.mark.parametrize("address", ["", "cn/law/恐龙管理法/a99", "x", "cn/law/无/a1"])
def test_an_article_that_is_not_there_is_not_remembered(as_, indexed, address):
    told = {"q": "谁管", "address": address}

    assert as_("陈立衡").post(reverse("law_search_confirm"), told).status_code == 302
    assert not ConfirmedQuestion.objects.exists()


def test_the_box_finds_articles_by_words(as_, indexed):
    shown = as_("陈立衡").get(reverse("search"), {"q": "恐龙登记"}).content.decode()

    assert "在全部条文和事项里检索" in shown


def test_a_search_asks_the_database_little(as_, indexed):
    client = as_("陈立衡")
    page(client, q="恐龙")
    with CaptureQueriesContext(connection) as asked:
        page(client, q="恐龙登记")

    assert len(asked) <= MOST_QUERIES


def test_strangers_must_log_in(client):
    assert client.get(reverse("law_search")).status_code == 302
