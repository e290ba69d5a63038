"""Reporting by program."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from faheng.kernel.feeds.models import FeedDelivery, FeedSource

pytestmark = pytest.mark.django_db
TO = "/feeds/certificate_changes/?source=papers"


@pytest.fixture(autouse=True)
def feeds_folder(settings, tmp_path):
    settings.FAHENG_FEEDS = tmp_path / "feeds"


@pytest.fixture
def lines(cast):
    organ = cast.organs["bureau"]
    FeedSource.objects.create(code="papers", name="证件系统", organ=organ)
    day = str(timezone.localdate() - timedelta(days=1))
    good = {
        "id": "C1",
        "version": 1,
        "certificate_no": "449900000001",
        "kind": "enforcement",
        "officer_no": "P1",
        "officer_name": "钱多",
        "organ_code": organ.code,
        "is_auxiliary": False,
        "status": "lost",
        "changed_on": day,
        "valid_from": day,
    }
    bad = {**good, "id": "C2", "status": "gone"}
    return "".join(json.dumps(row) + "\n" for row in (good, bad)).encode()


def test_json_lines_are_taken_in_and_the_same_again_changes_nothing(program, lines):
    recorder = program("吴静")
    first = recorder.post(TO, lines, "application/x-ndjson")
    again = recorder.post(TO, lines, "application/x-ndjson")

    assert first.status_code == 201, first.content
    told = first.json()
    assert (told["fresh"], told["rejected"], told["state"]) == (1, 1, "stored")
    assert told["rejected_rows"][0]["line"] == 2
    assert (again.json()["fresh"], again.json()["repeated"]) == (0, 1)
    read = recorder.get(f"/feeds/deliveries/{told['id']}")
    assert read.json() == told


def test_a_file_is_taken_in(program, lines):
    recorder = program("吴静")
    answer = recorder.client.post(
        f"/api/v1{TO}",
        {"file": SimpleUploadedFile("证件.jsonl", lines)},
        headers=recorder.headers,
    )

    assert answer.status_code == 201, answer.content
    assert answer.json()["file_name"] == "证件.jsonl"


def test_whoever_sees_a_source_without_reporting_for_it_is_refused(program, lines):
    assert program("陈立衡").post(TO, lines, "text/plain").status_code == 403
    assert not FeedDelivery.objects.exists()


def test_what_is_not_there_or_not_seen_is_not_found(program, lines):
    recorder = program("吴静")

    assert recorder.post("/feeds/nothing/?source=papers", lines).status_code == 404
    assert recorder.post("/feeds/inspections/?source=x", lines).status_code == 404
    assert recorder.get("/feeds/deliveries/999").status_code == 404


def test_a_delivery_without_a_token_is_refused(client, lines):
    answer = client.post(f"/api/v1{TO}", lines, content_type="application/x-ndjson")

    assert answer.status_code == 401


def test_the_feeds_tell_their_columns(program, lines):
    feeds = {one["entity"]: one for one in program("吴静").get("/feeds").json()}

    assert "penalty_cases" in feeds
    assert feeds["penalty_cases"]["columns"][0]["required"]
