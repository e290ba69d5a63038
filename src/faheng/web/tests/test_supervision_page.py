"""The board and the lists behind it: for whom, with what figures, how often asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.kernel.alerts.models import Finding, FindingEvent
from faheng.kernel.cases.models import Case
from faheng.web.tests.finding import raised

pytestmark = pytest.mark.django_db
NONSENSE = [
    {"state": "x", "organ": "-1", "after": "z"},
    {"severity": "red' or 1=1", "after": "²"},
    {"since": "2026-99-99", "until": "0001-01-01"},
    {"organ": "9" * 40, "division": "\x00"},
    {"dimension": "XX", "code": "~" * 300},
]


@pytest.fixture
def found(cast):
    return raised(cast, cast.delivered())


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("杜衡", 200),
        ("郑宏", 200),
        ("陈立衡", 403),
        ("苏文静", 403),
        ("何佳", 403),
        ("邻人", 403),
        ("管理", 403),
    ],
)
@pytest.mark.parametrize("page", ["supervision", "findings"])
def test_the_board_is_for_those_who_watch(as_, page, name, status):
    assert as_(name).get(reverse(page)).status_code == status


@pytest.mark.parametrize("name", ["杜衡", "郑宏"])
@pytest.mark.parametrize(
    "asked",
    [
        {"code": "SX-04"},
        {"dimension": "SX", "severity": "yellow"},
        {"state": "raised"},
        {"state": "all"},
    ],
)
def test_every_figure_opens_onto_its_rows(as_, found, name, asked):
    given = {**asked, "organ": found.organ_id, "division": found.division_path}

    page = as_(name).get(reverse("findings"), given).content.decode()

    assert reverse("finding", args=[found.pk]) in page


def test_the_board_counts_what_is_open_and_leaves_out_what_was_false(cast, as_, found):
    raised(cast, found.case, code="SJ-01", state="dismissed")

    context = as_("杜衡").get(reverse("supervision")).context

    assert context["totals"].open.count == 1
    assert [row.open.count for row in context["rules"]] == [1]
    assert sum(row.total.count for row in context["places"]) == 1
    assert [row.figures[0].count for row in context["organs"]] == [1]


def test_a_cleared_finding_is_in_the_trend_and_not_among_the_open(cast, as_, found):
    Finding.objects.filter(pk=found.pk).update(state="cleared", cleared_at=cast.now)
    client = as_("杜衡")

    board = client.get(reverse("supervision")).context
    gone = client.get(reverse("findings"), {"state": "cleared"}).content.decode()

    assert (board["totals"].open.count, board["gone"].count) == (0, 1)
    assert reverse("finding", args=[found.pk]) in gone


def test_what_a_neighbour_was_found_to_do_is_nowhere(cast, as_, found):
    foreign = cast.city.organs["neighbour"]
    path = foreign.division.path
    Case.objects.filter(pk=found.case_id).update(organ=foreign, division_path=path)
    Finding.objects.filter(pk=found.pk).update(organ=foreign, division_path=path)
    client = as_("杜衡")

    assert client.get(reverse("supervision")).context["totals"].open.count == 0
    page = client.get(reverse("findings"), {"state": "all"}).content.decode()
    assert reverse("finding", args=[found.pk]) not in page
    assert client.get(reverse("finding", args=[found.pk])).status_code == 404
    assert client.get(reverse("finding_take_up", args=[found.pk])).status_code == 404
    said = {"do": "explain", "why": "不是我的"}
    assert client.post(reverse("finding", args=[found.pk]), said).status_code == 404


@pytest.mark.parametrize("asked", NONSENSE)
@pytest.mark.parametrize("page", ["supervision", "findings", "rules", "upward"])
def test_nonsense_in_the_address_does_no_harm(as_, found, page, asked):
    assert as_("杜衡").get(reverse(page), asked).status_code == 200


def test_a_list_goes_on_where_it_stopped(cast, as_, found):
    for row in range(1, 53):
        raised(cast, found.case, row=row)
    client = as_("杜衡")

    first = client.get(reverse("findings"), {"state": "all"})
    onward = first.context["pager"].next_url
    second = client.get(reverse("findings") + onward)

    shown = [row.pk for row in (*first.context["rows"], *second.context["rows"])]
    assert "state=all" in onward
    assert len(shown) == len(set(shown)) == 53
    assert first.context["count"] == "53"


def test_more_findings_do_not_mean_more_questions(cast, as_, found):
    client = as_("杜衡")
    pages = [reverse("supervision"), reverse("findings"), reverse("my_findings")]
    pages += [reverse("rules"), reverse("rule", args=["SX-04"])]

    def counted(url):
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    before = {url: counted(url) for url in pages}
    for row in range(1, 6):
        raised(cast, cast.delivered(), row=row)

    after = {url: counted(url) for url in pages}
    assert after == before
    assert max(before.values()) < 24


def test_several_are_marked_seen_by_who_answers_for_them(cast, as_, found):
    url, given = reverse("findings_together"), {"do": "see", "finding": [found.pk, "x"]}

    as_("杜衡").post(url, given)
    found.refresh_from_db()
    assert found.state == "raised"

    as_("郑宏").post(url, given)
    found.refresh_from_db()
    assert found.state == "seen"


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere", ""])
def test_nobody_is_led_off_the_platform(as_, found, onward):
    given = {"do": "see", "finding": found.pk, "next": onward}
    answer = as_("郑宏").post(reverse("findings_together"), given)
    assert answer.url == reverse("findings")


def test_findings_of_one_organ_fill_the_opening_of_a_supervision(cast, as_, found):
    other = raised(cast, cast.delivered(), code="SJ-01")
    given = {"do": "take_up", "finding": [found.pk, other.pk]}
    client = as_("杜衡")

    answer = client.post(reverse("findings_together"), given)
    page = client.get(answer.url)

    form = page.context["form"]
    assert page.status_code == 200
    assert form.file["supervised"].value() == found.organ_id
    assert [row["finding"].value() for row in form.rows[0].forms] == [
        found.pk,
        other.pk,
    ]


def test_findings_of_two_organs_are_not_taken_up_together(cast, as_, found):
    other = raised(cast, cast.delivered())
    street = cast.city.organs["street"]
    Finding.objects.filter(pk=other.pk).update(organ=street)
    given = {"do": "take_up", "finding": [found.pk, other.pk]}

    answer = as_("杜衡").post(reverse("findings_together"), given)

    assert answer.url == reverse("findings")


def test_ones_own_findings_are_those_of_ones_own_cases(as_, found):
    url = reverse("finding", args=[found.pk])
    assert url in as_("陈立衡").get(reverse("my_findings")).content.decode()
    assert url not in as_("周同").get(reverse("my_findings")).content.decode()
    assert reverse("my_findings") in as_("陈立衡").get(reverse("work")).content.decode()


def test_an_old_week_is_not_this_week(cast, as_, found):
    old = cast.now - timedelta(days=40)
    Finding.objects.filter(pk=found.pk).update(raised_at=old)
    assert as_("杜衡").get(reverse("supervision")).context["new"].count == 0
    assert FindingEvent.objects.filter(finding=found).count() == 1
