"""Where organs differ: figures that open onto decisions, each reader's own scope."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    DiscretionList,
    ListEntry,
    ListUse,
)
from faheng.domains.enforcement.rows.weighing import DecidedFine
from faheng.kernel.cases.models import Case

pytestmark = pytest.mark.django_db
PAGES = ("spread", "spread_decisions", "list_uses")
FINES = (50_000, 52_000, 51_000, 50_500, 51_500, 400_000)


@pytest.fixture
def fined(cast):
    return [fine(cast, cast.begin(), fen) for fen in FINES]


def fine(cast, case, fen, tier="一般"):
    row, _ = DecidedFine.objects.update_or_create(
        case=case,
        defaults={
            "organ": case.organ,
            "division_path": case.division_path,
            "field": cast.item.field,
            "item_code": cast.item.code,
            "tier": tier,
            "fine": fen,
            "decided_on": timezone.localdate(cast.now) - timedelta(days=3),
        },
    )
    return row


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("name", "status"),
    [("杜衡", 200), ("郑宏", 200), ("陈立衡", 403), ("邻人", 403), ("管理", 403)],
)
def test_the_spread_is_for_those_who_watch(as_, page, name, status):
    assert as_(name).get(reverse(page)).status_code == status


def test_without_decisions_the_page_says_so(as_):
    page = as_("杜衡").get(reverse("spread")).content.decode()

    assert "没有已经决定的罚款" in page


def test_a_group_has_its_figures_and_the_far_one_is_marked(as_, fined):
    answer = as_("杜衡").get(reverse("spread"))

    (item,) = answer.context["items"]
    (row,) = item.tiers[0].rows
    assert (row.count.count, row.far.count) == (6, 1)
    assert (row.lower, row.median, row.upper) == (50_625, 51_250, 51_875)
    assert sum(dot.is_far for dot in row.strip.dots) == 1
    assert " style=" not in answer.content.decode().partition('<svg width="200"')[2]


def test_each_number_opens_onto_its_decisions(as_, fined):
    client = as_("杜衡")
    (item,) = client.get(reverse("spread")).context["items"]
    (row,) = item.tiers[0].rows

    every = client.get(row.count.url).content.decode()
    far = client.get(row.far.url).context["rows"]

    assert all(reverse("case", args=[one.pk]) in every for one in fined)
    assert [one.pk for one, _, _ in far] == [fined[-1].pk]


def test_the_median_and_the_middle_half_open_onto_exactly_theirs(as_, fined):
    client = as_("杜衡")
    (item,) = client.get(reverse("spread")).context["items"]
    (row,) = item.tiers[0].rows

    every = client.get(row.median_url).context["rows"]
    half = client.get(row.half_url).context["rows"]

    assert [one.fine for one, _, _ in every] == sorted(FINES)
    assert [one.fine for one, _, middle in every if middle] == [51_000, 51_500]
    assert {one.fine for one, _, _ in half} == {51_000, 51_500}


def test_a_row_of_a_benchmark_is_named_by_its_circumstances(cast, as_):
    benchmark = Benchmark.objects.create(
        code="甲",
        title="甲",
        valid_from=date(2024, 1, 1),
        published_on=date(2024, 1, 1),
        recorded_at=cast.now,
    )
    bands = [{"id": "1", "when": {"次数": "2次"}, "low_fen": 1, "high_fen": 2}]
    BenchmarkViolation.objects.create(
        benchmark=benchmark,
        section="1",
        name="甲",
        model="ranges",
        tables=[{"code": "", "model": "ranges", "bands": bands}],
        item_code=cast.item.code,
    )
    fine(cast, cast.begin(), 50_000, tier="1")
    fine(cast, cast.begin(), 50_000, tier="7")

    (item,) = as_("杜衡").get(reverse("spread")).context["items"]

    assert {one.tier for one in item.tiers} == {"次数：2次", "第7行"}


def test_the_uses_of_a_list_open_onto_their_cases(cast, as_):
    listed = DiscretionList.objects.create(
        code="甲",
        title="甲清单",
        kind="no_penalty",
        valid_from=date(2024, 1, 1),
        published_on=date(2024, 1, 1),
        recorded_at=cast.now,
    )
    entry = ListEntry.objects.create(on_list=listed, number="1", violation="甲")
    case = cast.begin()
    ListUse.objects.create(
        entry=entry,
        organ=case.organ,
        case=case,
        used_on=timezone.localdate(cast.now),
        waived_fen=500_000,
    )
    client = as_("杜衡")

    (used,) = client.get(reverse("spread")).context["uses"]
    opened = client.get(used.uses.url)
    listed_page = client.get(reverse("discretion_list", args=[listed.pk]))

    assert (used.uses.count, used.waived_fen) == (1, 500_000)
    assert opened.context["waived"] == 500_000
    assert reverse("case", args=[case.pk]) in opened.content.decode()
    assert "共免除 5,000元" in listed_page.content.decode()


def test_the_figures_of_a_field_open_onto_their_rows(cast, as_):
    benchmark = Benchmark.objects.create(
        code="甲",
        title="甲",
        field="water",
        valid_from=date(2024, 1, 1),
        recorded_at=cast.now,
    )
    for name, is_usable in (("甲", True), ("乙", False)):
        BenchmarkViolation.objects.create(
            benchmark=benchmark, section="1", name=name, is_usable=is_usable
        )
    client = as_("杜衡")

    (row,) = client.get(reverse("spread")).context["coverage"]
    every = client.get(row.violations.url).context["rows"]
    usable = client.get(row.usable.url).context["rows"]

    assert (row.violations.count, row.usable.count) == (2, 1)
    assert [one.name for one in every] == ["甲", "乙"]
    assert [one.name for one in usable] == ["甲"]
    assert client.get(row.entries.url).context["rows"] == []


def test_a_case_weighed_by_hand_is_a_group_of_its_own(cast, as_, fined):
    alone = fine(cast, cast.begin(), 90_000, tier="")
    client = as_("杜衡")
    (item,) = client.get(reverse("spread")).context["items"]
    by_hand = next(one for one in item.tiers if not one.tier)

    rows = client.get(by_hand.rows[0].count.url).context["rows"]

    assert [one.pk for one, _, _ in rows] == [alone.pk]


def test_what_a_neighbour_decided_is_nowhere(cast, as_, fined):
    organ = cast.city.organs["neighbour"]
    DecidedFine.objects.update(organ=organ, division_path=organ.division.path)
    Case.objects.update(organ=organ, division_path=organ.division.path)
    client = as_("郑宏")

    assert client.get(reverse("spread")).context["items"] == []
    asked = {"item": cast.item.code, "organ": organ.pk}
    found = client.get(reverse("spread_decisions"), asked)
    assert found.context["rows"] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "asked",
    [
        {"since": "2026-99-99", "until": "0001-01-01", "q": "\x00'"},
        {"organ": "9" * 40, "item": "~" * 300, "after": "²"},
        {"organ": "²", "tier": "<script>", "far": "1", "hand": "1"},
    ],
)
def test_nonsense_in_the_address_is_no_error(as_, fined, page, asked):
    answer = as_("杜衡").get(reverse(page), asked)

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_more_decisions_do_not_mean_more_questions(cast, as_, fined, page):
    client, asked = as_("杜衡"), {"item": cast.item.code}
    before = counted(client, page, asked)

    fine(cast, cast.begin(), 50_100)
    fine(cast, cast.begin(), 50_200, tier="较重")

    assert counted(client, page, asked) == before


def counted(client, page, asked):
    client.get(reverse(page), asked)
    with CaptureQueriesContext(connection) as found:
        client.get(reverse(page), asked)
    return len(found)
