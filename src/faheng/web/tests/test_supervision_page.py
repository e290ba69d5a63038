"""The board: for whom, with what figures, and how often it asks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from faheng.kernel.cases.models import Act, Clock, Defect

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(cast):
    """A case of the bureau with a clock of the organ that is late, and a defect."""
    return make_late(cast)


def make_late(cast):
    case = cast.delivered()
    today = timezone.localdate(cast.now)
    clock = Clock.objects.filter(case=case).first()
    Clock.objects.filter(pk=clock.pk).update(
        of="organ", state="running", due_on=today - timedelta(days=4), title="报送备案"
    )
    act = Act.objects.filter(case=case).first()
    Defect.objects.create(
        case=case,
        course=act.course,
        act=act,
        organ=case.organ,
        division_path=case.division_path,
        condition="two_officers",
        sentence="在场的执法人员少于两人",
        basis="行政处罚法第42条",
        mend="补充说明",
        raised_at=cast.now,
    )
    return case


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
def test_the_board_is_for_those_who_watch(as_, name, status):
    assert as_(name).get(reverse("supervision")).status_code == status


@pytest.mark.parametrize("show", ["late", "defects", "open"])
@pytest.mark.parametrize("name", ["杜衡", "郑宏"])
def test_every_figure_opens_onto_its_rows(as_, late, name, show):
    asked = {"show": show, "organ": late.organ_id}

    page = as_(name).get(reverse("supervision"), asked).content.decode()

    assert reverse("case", args=[late.pk]) in page


def test_a_late_clock_says_how_late_which_duty_and_who(as_, late):
    page = as_("杜衡").get(reverse("supervision")).content.decode()

    assert "超 4 天" in page
    assert "报送备案" in page
    assert "陈立衡" in page


def test_a_neighbours_organ_is_not_on_the_board(cast, as_, late):
    foreign = cast.city.organs["neighbour"]
    neighbour = make_late(cast)
    for table in (Clock, Defect):
        table.objects.filter(case=neighbour).update(
            organ=foreign, division_path=foreign.division.path
        )
    neighbour.organ, neighbour.division_path = foreign, foreign.division.path
    neighbour.save()

    for show in ("late", "defects", "open"):
        page = as_("杜衡").get(reverse("supervision"), {"show": show}).content.decode()
        assert reverse("case", args=[neighbour.pk]) not in page


def test_defects_are_narrowed_to_a_condition(as_, late):
    url = reverse("supervision")

    found = as_("杜衡").get(url, {"show": "defects", "condition": "two_officers"})
    none = as_("杜衡").get(url, {"show": "defects", "condition": "other"})

    assert reverse("case", args=[late.pk]) in found.content.decode()
    assert reverse("case", args=[late.pk]) not in none.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"show": "x", "organ": "-1", "after": "z"},
        {"show": "late", "after": "2026-99-99~5"},
        {"show": "late", "after": "~²"},
        {"show": "defects", "after": "1' or 1=1"},
        {"organ": "9" * 40, "condition": "\x00"},
    ],
)
def test_nonsense_in_the_address_does_no_harm(as_, late, asked):
    assert as_("杜衡").get(reverse("supervision"), asked).status_code == 200


def test_more_cases_do_not_mean_more_questions(cast, as_, late):
    client = as_("杜衡")

    def counted(show):
        client.get(reverse("supervision"), {"show": show})
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("supervision"), {"show": show})
        return len(asked)

    before = {show: counted(show) for show in ("late", "defects", "open")}
    for _ in range(3):
        make_late(cast)

    assert {show: counted(show) for show in before} == before
