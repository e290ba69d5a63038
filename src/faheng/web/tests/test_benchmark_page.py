"""A benchmark on its page: tables, faults, publication by whom, owners told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.domains.enforcement.benchmarks.checks import Asking
from faheng.domains.enforcement.benchmarks.keeping import Place, keep_benchmark
from faheng.domains.enforcement.benchmarks.models import Benchmark, BenchmarkViolation
from faheng.domains.enforcement.benchmarks.sources import gather
from faheng.domains.enforcement.benchmarks.tests.invented import folder
from faheng.lawbase.models import TargetOutcome
from faheng.lawbase.queries import Checked
from faheng.web.present import benchmarks as present
from faheng.web.present.benchmarks import amount, share

pytestmark = pytest.mark.django_db
PLACE = Place(datetime(2026, 5, 1, tzinfo=UTC), date(2026, 5, 1), field="environment")
SENT = {"on": "2026-01-05", "url": "https://example.test/9"}


@pytest.fixture
def kept(cast, tmp_path):
    for one in gather(folder(tmp_path)).benchmarks:
        keep_benchmark(one, PLACE, Asking())
    return Benchmark.objects.get(title="某市甲类裁量基准")


@pytest.fixture
def hidden(kept, cast):
    kept.published_on, kept.division = None, cast.city.organs["bureau"].division
    kept.save()
    return kept


def test_violations_tables_and_faults_are_shown(as_, kept):
    page = as_("陈立衡").get(reverse("benchmark", args=[kept.pk])).content.decode()

    assert all(row.name in page for row in kept.violations.all())
    assert "裁量起点" in page
    assert all(
        fault["text"] in page for fault in kept.faults if "“" not in fault["text"]
    )
    assert "登记公布</button>" not in page


def test_an_unknown_benchmark_is_not_found(as_):
    client = as_("管理")

    assert client.get(reverse("benchmark", args=[987654])).status_code == 404
    assert client.post(reverse("benchmark_publish", args=[987654])).status_code == 404


def test_a_benchmark_without_violations_says_so(as_, kept):
    BenchmarkViolation.objects.all().delete()

    page = as_("陈立衡").get(reverse("benchmark", args=[kept.pk])).content.decode()

    assert "没有这样的违法行为" in page


def test_the_administrator_writes_down_that_it_was_published(as_, hidden):
    client = as_("管理")

    before = client.get(reverse("benchmark", args=[hidden.pk])).content.decode()
    client.post(reverse("benchmark_publish", args=[hidden.pk]), SENT)

    hidden.refresh_from_db()
    assert "登记公布</button>" in before
    assert hidden.published_on == date(2026, 1, 5)
    assert hidden.published_url == SENT["url"]


@pytest.mark.parametrize("name", ["陈立衡", "杜衡", "邻人", "郑宏"])
def test_nobody_else_publishes(as_, hidden, name):
    client = as_(name)

    answer = client.post(reverse("benchmark_publish", args=[hidden.pk]), SENT)

    hidden.refresh_from_db()
    assert answer.status_code == 403
    assert hidden.published_on is None


def test_an_administrator_of_another_place_does_not_publish(as_, hidden, cast):
    hidden.division = cast.city.organs["neighbour"].division
    hidden.save()

    answer = as_("管理").post(reverse("benchmark_publish", args=[hidden.pk]), SENT)

    assert answer.status_code == 403


@pytest.mark.parametrize(
    "sent", [{}, {"on": "2026-99-01", "url": "x"}, {"on": "2999-01-01", "url": "x"}]
)
def test_a_publication_without_day_or_address_is_not_kept(as_, hidden, sent):
    as_("管理").post(reverse("benchmark_publish", args=[hidden.pk]), sent)

    hidden.refresh_from_db()
    assert hidden.published_on is None


def test_owners_without_changed_provisions_read_that_there_are_none(as_, kept):
    page = as_("陈立衡").get(reverse("benchmarks_changed"))

    assert page.context["owners"] == []


def test_owners_read_which_row_rests_on_a_provision_that_is_wrong(
    as_, kept, monkeypatch
):
    gone = Checked(TargetOutcome.REPEALED)
    monkeypatch.setattr(present, "check", lambda refs, on: dict.fromkeys(refs, gone))

    page = as_("陈立衡").get(reverse("benchmarks_changed"))

    assert {one.name for one in page.context["owners"]} == {"某局"}
    assert "有变动，请核对" in page.content.decode()


def test_more_violations_do_not_mean_more_questions(as_, kept):
    client, url = as_("陈立衡"), reverse("benchmark", args=[kept.pk])
    before = counted(client, url)

    for number in range(3):
        BenchmarkViolation.objects.create(
            benchmark=kept, section=f"9.{number}", name="某行为", model="weights"
        )

    assert counted(client, url) == before


def counted(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


def test_shares_and_limits_are_written_for_people():
    assert share("0.075") == "7.5%"
    assert amount({"low_fen": 500_000, "high_fen": 2_000_000}) == "5,000元–20,000元"
    assert amount({"low_times": "3", "high_times": "3"}) == "3倍"
    assert amount({"low_fen": 0, "high_fen": 0}) == "—"
