"""Reading the law: works, versions with the basis of their dates, articles, wordings."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.kernel.procedures.declare import PROCEDURES
from faheng.lawbase.models import Work
from faheng.web.present.citing import citing
from faheng.web.tests.lawbook import TITLE

pytestmark = pytest.mark.django_db

MOST_QUERIES = {"law_index": 14, "law_statute": 18, "law_article": 26}


def text(client, name, *args, **given):
    response = client.get(reverse(name, args=args), given)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_an_empty_law_base_says_what_to_do(as_):
    assert "faheng lawbase import" in text(as_("陈立衡"), "law_index")


def test_the_list_tells_how_each_work_stands_and_on_what_basis(as_, shelf):
    page = text(as_("陈立衡"), "law_index")

    assert "恐龙管理法" in page
    assert "已废止" in page
    assert "被《恐龙管理法》废止" in page
    assert "文本自述" in page


@pytest.mark.parametrize(
    ("given", "there", "absent"),
    [
        ({"q": "风筝"}, "风筝管理条例", "恐龙管理法"),
        ({"status": "repealed"}, "恐龙登记办法", "风筝管理条例"),
        ({"status": "force"}, "风筝管理条例", "恐龙登记办法"),
        ({"status": "coming", "on": "2005-01-01"}, "风筝管理条例", "恐龙登记办法"),
        ({"on": "2012-01-01", "status": "force"}, "恐龙登记办法", "风筝管理条例"),
    ],
)
def test_the_list_is_narrowed_by_name_day_and_status(as_, shelf, given, there, absent):
    page = text(as_("陈立衡"), "law_index", **given)

    assert f">{there}</a>" in page
    assert f">{absent}</a>" not in page


def test_a_long_list_is_read_page_by_page(as_, shelf):
    Work.objects.bulk_create(
        Work(title=f"云朵{n:03}办法", full_title=f"云朵{n:03}办法") for n in range(150)
    )
    client = as_("陈立衡")
    first = client.get(reverse("law_index"), {"q": ""})
    with CaptureQueriesContext(connection) as asked:
        second = client.get(reverse("law_index"), {"start": "100"})

    assert "start=100" in first.content.decode()
    assert len(first.context["found"].lines) == 100
    assert len(second.context["found"].lines) == first.context["found"].count - 100
    assert len(asked) <= MOST_QUERIES["law_index"]


def test_a_work_shows_its_contents_and_what_changed_since(as_, shelf):
    page = text(as_("陈立衡"), "law_statute", TITLE, on="2020-05-01")

    assert "第一章" in page
    assert "第五条" in page
    assert "2026年1月1日起的版本" in page
    assert "新增" in page


def test_the_whole_text_can_be_read(as_, shelf):
    page = text(as_("陈立衡"), "law_statute", TITLE, view="text")

    assert "恐龙外出应当系绳并有人牵引。" in page


@pytest.mark.parametrize(
    ("title", "on", "said"),
    [
        (TITLE, "2005-01-01", "还没有施行"),
        ("恐龙登记办法", "2026-02-01", "废止"),
        ("恐龙登记办法", "2010-02-01", "有效"),
    ],
)
def test_the_answer_for_a_day_is_clear(as_, shelf, title, on, said):
    assert said in text(as_("陈立衡"), "law_statute", title, on=on)


def test_a_version_known_but_not_held_is_said_not_to_be_held(as_, shelf):
    shelf["older"].held = False
    shelf["older"].save()

    page = text(as_("陈立衡"), "law_statute", TITLE, on="2015-01-01")

    assert "正文没有收" in page


def test_an_article_is_shown_as_of_the_day_with_its_citations(as_, shelf):
    now = text(as_("陈立衡"), "law_article", "恐龙管理法", "5", para=1)
    then = text(as_("陈立衡"), "law_article", TITLE, "4", on="2020-05-01")

    assert "五千元以上二万元" in now
    assert 'class="cite in"' in now
    assert "本法第2条" in now
    assert "二千元以上一万元" in then


def test_a_citation_whose_target_was_amended_since_opens_both_wordings(as_, shelf):
    page = text(as_("陈立衡"), "law_article", "恐龙展览办法", "1")

    assert "恐龙管理法第3条" in page
    assert page.count("当时的文本与今天不同") == 1
    assert f"/3/?on=2010-03-01&amp;view=words&amp;with={shelf['newer'].pk}" in page


def test_what_cites_an_article_is_listed(as_, shelf):
    assert "本法第5条第1款" in text(as_("陈立衡"), "law_article", TITLE, "2")


def test_two_wordings_are_compared_word_by_word_through_renumbering(as_, shelf):
    words = text(as_("陈立衡"), "law_article", TITLE, "5", view="words")
    sides = text(as_("陈立衡"), "law_article", TITLE, "5", view="sides")

    assert "<ins>五千</ins>" in words
    assert "<del>二千</del>" in words
    assert "第四条" in sides
    assert "2010-03-01" in sides


def test_an_article_leads_to_its_neighbours_by_j_and_k(as_, shelf):
    page = text(as_("陈立衡"), "law_article", TITLE, "5")

    assert 'data-key="KeyJ"' in page
    assert 'data-key="KeyK"' in page


def test_a_permanent_address_leads_to_the_page_of_that_day(as_, shelf):
    address = "恐龙管理法@2010-03-01/a4/p1"

    response = as_("陈立衡").get(reverse("law_address", args=[address]))

    assert response.status_code == 302
    assert "on=2010-03-01" in response["Location"]
    assert "para=1" in response["Location"]


@pytest.mark.parametrize(
    "address", ["没有的法/a1", "恐龙管理法@2010-13-01/a4", "恐龙管理法/zz", "@/a1"]
)
def test_a_permanent_address_of_nothing_is_not_found(as_, shelf, address):
    assert as_("陈立衡").get(f"/cn/law/{address}").status_code == 404


@pytest.mark.parametrize(
    ("title", "article"),
    [(TITLE, "99"), (TITLE, "x"), (TITLE, "2-1"), ("没有的法", "1"), ("' or 1=1", "1")],
)
def test_what_is_not_held_is_not_found(as_, shelf, title, article):
    url = reverse("law_article", args=[title, article])

    assert as_("陈立衡").get(url, {"on": "x", "para": "²"}).status_code == 404


@pytest.mark.parametrize(
    "on", ["x", "2026-02-30", "0000-00-00", "９９９９-01-01", "\x00"]
)
def test_a_day_that_is_none_means_today(as_, shelf, on):
    assert "五千元" in text(as_("陈立衡"), "law_article", TITLE, "5", on=on)


@pytest.mark.parametrize("given", [{"with": "999999"}, {"with": "x"}, {"view": "zz"}])
def test_nonsense_in_the_address_is_left_alone(as_, shelf, given):
    assert "五千元" in text(as_("陈立衡"), "law_article", TITLE, "5", **given)


def test_without_a_login_the_law_base_leads_to_the_door(client, shelf):
    for url in (reverse("law_index"), reverse("law_article", args=[TITLE, "2"])):
        assert "login" in client.get(url).headers["Location"]


@pytest.mark.parametrize("name", MOST_QUERIES)
def test_a_page_asks_the_database_a_few_times_only(as_, shelf, name):
    args = {"law_index": [], "law_statute": [TITLE], "law_article": [TITLE, "5"]}[name]
    client = as_("陈立衡")
    client.get(reverse(name, args=args))

    with CaptureQueriesContext(connection) as asked:
        text(client, name, *args)

    assert len(asked) <= MOST_QUERIES[name], [q["sql"][:90] for q in asked]


def test_the_declarations_that_cite_an_article_are_found():
    procedure = PROCEDURES["enforcement.on_the_spot_penalty"]
    basis = next(step.basis for step in procedure.steps().values())

    found = citing(basis.statute.title, basis.article, basis.suffix)

    assert procedure.title in {one.within or one.title for one in found}
