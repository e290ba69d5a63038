"""Pages of the feeds: who sees what, reporting by hand, and what a figure opens."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from faheng.kernel.feeds.models import (
    FeedDelivery,
    FeedExpectation,
    FeedMeasure,
    FeedSource,
    State,
)

pytestmark = pytest.mark.django_db

HEAD = (
    "id,version,certificate_no,kind,officer_no,officer_name,organ_code,is_auxiliary,"
    "status,changed_on,valid_from"
)


@pytest.fixture(autouse=True)
def feeds_folder(settings, tmp_path):
    settings.FAHENG_FEEDS = tmp_path / "feeds"


@pytest.fixture
def source(cast):
    return FeedSource.objects.create(
        code="papers", name="证件系统", organ=cast.city.organs["bureau"]
    )


@pytest.fixture
def report(as_, cast, source):
    """Report some certificates as the recorder, some of them flawed."""

    def reported(rows=2, bad=1, name="证件.csv"):
        client = as_("何佳")
        day = timezone.localdate(cast.now) - timedelta(days=1)
        code = source.organ.code
        lines = [
            f"C{n},1,4499{n:08d},enforcement,P{n},钱多,{code},否,{'lost' if n >= bad else '没了'},{day},{day}"
            for n in range(rows)
        ]
        content = "\n".join([HEAD, *lines]).encode("gb18030")
        return client.post(
            reverse("feed_deliver", args=["certificate_changes"]),
            {"source": source.code, "file": SimpleUploadedFile(name, content)},
        )

    return reported


def test_a_recorder_reports_a_file_and_sees_what_became_of_it(report, as_):
    answer = report()
    delivery = FeedDelivery.objects.get()

    assert answer.status_code == 302
    assert delivery.state == State.STORED, delivery.reason
    assert (delivery.fresh, delivery.rejected) == (1, 1)
    page = as_("何佳").get(answer["Location"]).content.decode()
    assert "不在代码表内" in page
    assert "下载退回的行" in page


def test_rejected_rows_are_downloaded_as_they_came(report, as_):
    report()
    pk = FeedDelivery.objects.get().pk
    client = as_("何佳")
    answer = client.get(reverse("feed_rejected", args=[pk, "csv"]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert [row["status"] for row in rows] == ["没了"]
    assert rows[0]["原行号"] == "2"
    book = client.get(reverse("feed_rejected", args=[pk, "xlsx"]))
    assert book.content.startswith(b"PK")
    assert client.get(reverse("feed_rejected", args=[pk, "pdf"])).status_code == 404


def test_a_supervisor_sees_deliveries_but_takes_no_raw_rows(report, as_):
    report()
    pk = FeedDelivery.objects.get().pk
    client = as_("杜衡")

    assert client.get(reverse("feed_delivery", args=[pk])).status_code == 200
    assert client.get(reverse("feed_rejected", args=[pk, "csv"])).status_code == 403


def test_a_stranger_sees_nothing_of_a_delivery(report, as_, source):
    report()
    pk = FeedDelivery.objects.get().pk
    figure = FeedMeasure.objects.first().pk
    client = as_("邻人")

    for url in (
        reverse("feed_delivery", args=[pk]),
        reverse("feed_rejected", args=[pk, "csv"]),
        reverse("feed_behind", args=[pk, figure]),
        reverse("feed_source", args=[source.code, "certificate_changes"]),
    ):
        assert client.get(url).status_code == 404
    assert source.name not in client.get(reverse("feed_quality")).content.decode()


def test_whoever_does_not_report_is_refused(report, as_):
    url = reverse("feed_deliver", args=["certificate_changes"])

    assert as_("陈立衡").get(url).status_code == 403


def test_every_figure_that_is_not_whole_opens_onto_its_rows(report, as_):
    report(rows=5, bad=2)
    delivery = FeedDelivery.objects.get()
    client = as_("何佳")
    page = client.get(reverse("feed_delivery", args=[delivery.pk])).content.decode()
    opened = 0
    for figure in delivery.measures.all():
        url = reverse("feed_behind", args=[delivery.pk, figure.pk])
        answer = client.get(url)
        assert answer.status_code == 200
        if figure.good < figure.total:
            assert url in page
            assert "<tr><td" in answer.content.decode(), figure
            opened += 1
    assert opened >= 3


def test_a_figure_of_a_source_opens_onto_the_deliveries_that_fall_short(
    report, as_, source
):
    report(rows=5, bad=2)
    report(rows=2, bad=0, name="好的.csv")
    client = as_("何佳")
    row = client.get(reverse("feed_quality")).context["rows"][0]
    accuracy = row.figures[-1]

    page = client.get(accuracy.url).context
    wanting = page["wanting"]

    good, total = map(int, accuracy.counts.split("/"))
    assert sum(int(one.bad) for one in wanting) == total - good == 2
    assert [one.file_name for one in wanting] == ["证件.csv"]
    assert client.get(wanting[0].url).status_code == 200
    day = page["days"][0][1][-1]
    assert len(client.get(reverse_of(accuracy.url) + day.url).context["wanting"]) == 1
    for nonsense in ({"figure": "x"}, {"figure": "accuracy", "on": "2026-99-99"}):
        assert client.get(reverse_of(accuracy.url), nonsense).status_code == 200


def reverse_of(url):
    return url.partition("?")[0]


def test_a_refused_file_says_what_to_do_next(as_, source):
    url = reverse("feed_deliver", args=["certificate_changes"])
    torn = SimpleUploadedFile("证件.csv", "甲,乙\n1,2\n".encode())
    answer = as_("何佳").post(url, {"source": source.code, "file": torn})

    page = as_("何佳").get(answer["Location"]).content.decode()

    assert "缺少必填的列" in page
    assert url in page
    assert reverse("feed_template", args=["certificate_changes"]) in page


def test_a_missing_delivery_is_shown(cast, source, as_):
    today = timezone.localdate(cast.now)
    FeedExpectation.objects.create(
        source=source,
        entity="certificate_changes",
        every_days=1,
        delay_days=1,
        valid_from=today - timedelta(days=5),
    )
    page = as_("杜衡").get(reverse("feed_quality")).content.decode()

    assert "从未报送" in page
    since = today - timedelta(days=5)
    assert f"{since.year}年{since.month}月{since.day}日 起缺报" in page


def test_a_feed_shows_its_columns_and_gives_its_template(source, as_):
    client = as_("何佳")
    page = client.get(reverse("feed", args=["penalty_decisions"])).content.decode()

    assert "决定早于告知" in page
    assert "罚款金额（万元）" in page
    template = client.get(reverse("feed_template", args=["penalty_decisions"]))
    assert template.content.startswith(b"PK")
    standard = client.get(reverse("feed_standard", args=["penalty_decisions"]))
    assert "决定书文号" in standard.content.decode("utf-8-sig")
    assert client.get(reverse("feed", args=["nothing"])).status_code == 404


def test_a_form_without_a_file_says_so(source, as_):
    url = reverse("feed_deliver", args=["certificate_changes"])
    answer = as_("何佳").post(url, {"source": source.code})

    assert answer.status_code == 422
    assert "请选一个文件" in answer.content.decode()


def test_more_deliveries_do_not_mean_more_questions(report, as_, source):
    report()
    client = as_("何佳")
    urls = [
        reverse("feed_quality"),
        reverse("feed_source", args=[source.code, "certificate_changes"]),
    ]

    def asked(url):
        with CaptureQueriesContext(connection) as found:
            assert client.get(url).status_code == 200
        return len(found)

    before = [asked(url) for url in urls]
    report(name="另一份.csv")
    report(name="再一份.csv")

    assert [asked(url) for url in urls] == before
    assert max(before) <= 30
