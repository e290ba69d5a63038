"""How often the main pages ask the database: a baseline, so that growth is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.kernel.cases.models import Course, Task

pytestmark = pytest.mark.django_db

BASELINE = Path(__file__).parent / "query_counts.json"
ROWS = 6


@pytest.fixture
def pages(cast):
    cases = [cast.delivered() for _ in range(ROWS)]
    case = cases[0]
    course = Course.objects.get(case=case)
    task = Task.objects.filter(case=case, step="file_record").first()
    return {
        "work": reverse("work"),
        "peek": reverse("peek", args=[task.pk]),
        "case_list": reverse("case_list"),
        "case": reverse("case", args=[case.pk]),
        "step": reverse("step", args=[case.pk, course.pk, "file_record"]),
        "case_new": reverse("case_new"),
        "notices": reverse("notices"),
    }


def counted(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_no_page_asks_more_often_than_its_baseline(as_, pages):
    client = as_("陈立衡")
    known = json.loads(BASELINE.read_text(encoding="utf-8"))

    found = {name: counted(client, url) for name, url in pages.items()}

    assert found == known, "a page that asks less may lower its baseline"


def test_more_cases_do_not_mean_more_questions(as_, cast, pages):
    client = as_("陈立衡")
    before = {name: counted(client, pages[name]) for name in ("work", "case_list")}

    cast.delivered()

    assert {name: counted(client, pages[name]) for name in before} == before
