"""The law base: claims, contents, articles as of a day."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from faheng.kernel.procedures.declare import PROCEDURES
from faheng.lawbase.models import ArticleText, StatuteText
from faheng.web.present.citing import citing

pytestmark = pytest.mark.django_db

TITLE = "中华人民共和国恐龙管理法"


@pytest.fixture
def statute(cast):
    """Two versions of an invented law."""
    for version, text in (
        (date(2010, 3, 1), "养恐龙应当登记。"),
        (
            date(2026, 1, 1),
            "有下列情形之一的，处罚款：\n（一）不登记的；\n（二）不系绳的。",
        ),
    ):
        held = StatuteText.objects.create(
            title=TITLE,
            short="恐龙管理法",
            version_label=f"{version}",
            begins_claim=version,
            effective_claim=version,
            status_claim="现行有效",
            source="someone",
            source_key=f"dino{version}",
            sha256="0" * 64,
            loaded_at=cast.now,
        )
        ArticleText.objects.create(
            statute=held, number=2, position=1, chapter="第一章 总则", text=text
        )
    return TITLE


def test_the_list_shows_dates_and_status_as_claims(as_, statute):
    page = as_("陈立衡").get(reverse("law_index"), {"q": "恐龙"}).content.decode()

    assert TITLE in page
    assert "来源所称" in page


def test_the_contents_lead_to_the_articles(as_, statute):
    page = as_("陈立衡").get(reverse("law_statute", args=[TITLE])).content.decode()

    assert "第一章 总则" in page
    assert "第2条" in page


def test_an_article_is_shown_as_of_the_day_with_its_paragraphs(as_, statute):
    url = reverse("law_article", args=["恐龙管理法", "2"])

    now = as_("陈立衡").get(url, {"para": 1, "item": 2}).content.decode()
    then = as_("陈立衡").get(url, {"on": "2020-05-01"}).content.decode()

    assert "第1款" in now
    assert "（二）不系绳的。" in now
    assert "养恐龙应当登记" in then


def test_a_day_before_the_first_version_is_said_not_to_be_held(as_, statute):
    url = reverse("law_article", args=[TITLE, "2"])

    page = as_("陈立衡").get(url, {"on": "2001-01-01"}).content.decode()

    assert "施行的版本没有收" in page


@pytest.mark.parametrize(
    ("title", "article"),
    [(TITLE, "99"), (TITLE, "x"), (TITLE, "2-1"), ("没有的法", "1"), ("' or 1=1", "1")],
)
def test_what_is_not_held_is_not_found(as_, statute, title, article):
    url = reverse("law_article", args=[title, article])

    assert as_("陈立衡").get(url, {"on": "x", "para": "²"}).status_code == 404


def test_without_a_login_the_law_base_leads_to_the_door(client, statute):
    for url in (reverse("law_index"), reverse("law_article", args=[TITLE, "2"])):
        assert "login" in client.get(url).headers["Location"]


def test_the_declarations_that_cite_an_article_are_found():
    procedure = PROCEDURES["enforcement.on_the_spot_penalty"]
    basis = next(step.basis for step in procedure.steps().values())

    found = citing(basis.statute.title, basis.article, basis.suffix)

    assert procedure.title in {one.within or one.title for one in found}
