"""The sources of a version: which is the text and why, and where another differs."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from faheng.lawbase.actions import Import, import_paths
from faheng.lawbase.models import Difference, SourceFile
from faheng.web.tests.lawbook import NEWER, TITLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(shelf, tmp_path):
    """The newer version from another collection: a word, an article, a full stop."""
    words = (
        NEWER
        .replace("系绳并有人牵引", "系绳并有两人牵引")
        .replace("第四条　恐龙不得进入菜场。\n", "")
        .replace("登记不得收费。", "登记不得收费｡")
    )
    folder = tmp_path / "second"
    folder.mkdir()
    (folder / "恐龙管理法(2025-06-01).txt").write_text(words, encoding="utf-8")
    import_paths([folder], Import(at=timezone.now(), origin="县志"))
    return SourceFile.objects.get(source="县志")


def page(client, **given):
    response = client.get(reverse("law_sources", args=[TITLE]), given)
    assert response.status_code == 200
    return response.content.decode()


def test_differences_are_shown_side_by_side_with_what_is_the_text(as_, second):
    said = page(as_("陈立衡"))

    assert Difference.objects.filter(file=second).count() == 2
    assert "<ins>两</ins>" in said or "<ins>有两人" in said
    assert "只有正文有" in said
    assert "先收到，作正文" in said
    assert "只作比对，不覆盖正文" in said
    assert said.index("镇志") < said.index("县志")


def test_the_dates_that_sources_tell_say_which_was_taken(as_, second):
    said = page(as_("陈立衡"))

    assert "2026-01-01" in said
    assert "采用" in said
    assert "文本自述" in said


def test_a_version_with_one_source_says_that_there_is_nothing_to_compare(as_, shelf):
    said = page(as_("陈立衡"), version=shelf["older"].pk)

    assert "只有一个来源" in said
    assert "不同的条文" not in said


def test_the_page_of_the_work_leads_to_the_differences(as_, second):
    client = as_("陈立衡")
    said = client.get(reverse("law_statute", args=[TITLE])).content.decode()

    assert "另一来源有 2 处不同" in said
    assert reverse("law_sources", args=[TITLE]) in said


@pytest.mark.parametrize("given", [{"version": "x"}, {"version": "999999999"}])
def test_nonsense_shows_the_version_that_has_two_sources(as_, second, given):
    assert "县志" in page(as_("陈立衡"), **given)


def test_a_law_that_is_not_known_is_not_found(as_, shelf):
    assert as_("陈立衡").get(reverse("law_sources", args=["云法"])).status_code == 404
