"""Every page of a case, as each of the cast meets it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from faheng.kernel.cases.models import Act, Case, Clock, Course, Paper, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return cast.delivered()


def step_url(case, step):
    course = Course.objects.get(case=case, track="")
    return reverse("step", args=[case.pk, course.pk, step])


def test_the_work_list_shows_what_waits_with_its_deadline(as_, cast, case):
    page = as_("陈立衡").get(reverse("work"))

    assert page.status_code == 200
    assert "报机关备案" in page.content.decode()


@pytest.mark.parametrize("tab", ["due", "case", "others", "done", "nonsense"])
def test_every_tab_of_the_work_list_answers(as_, case, tab):
    assert as_("陈立衡").get(reverse("work"), {"tab": tab}).status_code == 200


def test_a_peek_shows_how_the_date_was_computed(as_, case):
    task = Task.objects.filter(case=case, step="file_record").first()

    page = as_("陈立衡").get(reverse("peek", args=[task.pk])).content.decode()

    assert "起算" in page
    assert "届满" in page


def test_the_case_page_says_for_whom_it_waits(as_, case):
    page = as_("陈立衡").get(reverse("case", args=[case.pk])).content.decode()

    assert "执法人员陈立衡、林晓岚" in page
    assert "链完整" in page
    assert "当场行政处罚决定书" in page


def test_a_clock_page_shows_each_line(as_, case):
    clock = Clock.objects.filter(case=case).first()

    page = as_("陈立衡").get(reverse("clock", args=[case.pk, clock.pk]))

    assert "怎么算的" in page.content.decode()


def test_a_paper_can_be_read_printed_and_edited(as_, case):
    paper = Paper.objects.filter(case=case).first()
    client = as_("陈立衡")

    page = client.get(reverse("paper", args=[paper.pk])).content.decode()
    pdf = client.get(reverse("paper_pdf", args=[paper.pk]))
    docx = client.get(reverse("paper_docx", args=[paper.pk]))

    assert paper.number in page
    assert pdf.content.startswith(b"%PDF")
    assert docx.content.startswith(b"PK")
    assert pdf.headers["X-Content-Type-Options"] == "nosniff"


def test_a_case_can_be_found_by_the_last_figures_of_its_number(as_, case):
    Case.objects.filter(pk=case.pk).update(number="望城当〔2026〕187号")

    page = as_("陈立衡").get(reverse("search"), {"q": "0187"}).content.decode()

    assert reverse("case", args=[case.pk]) in page


def test_the_command_box_gets_only_the_answers(as_, case):
    client = as_("陈立衡")

    page = client.get(
        reverse("search"), {"q": "备案"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in page
    assert "报机关备案" in page


def test_an_item_shows_its_provisions_and_the_papers_to_come(as_, cast):
    url = reverse("case_new")

    page = as_("陈立衡").get(url, {"item": cast.item.pk}).content.decode()

    assert "第14条" in page
    assert "可以当场处罚" in page
    assert "当场行政处罚决定书" in page


def test_every_step_form_of_the_procedure_can_be_drawn(as_, cast, case):
    for step in ("collect", "file_record", "pay"):
        assert as_("陈立衡").get(step_url(case, step)).status_code == 200


def test_signing_by_the_form_takes_the_step(as_, cast, case):
    page = as_("陈立衡").post(step_url(case, "file_record"), {})

    assert page.status_code == 302
    assert Act.objects.filter(case=case, step="file_record").exists()


def test_a_case_can_be_opened_through_its_form(as_, cast):
    given = cast.opening()
    url = reverse(
        "case_open",
        args=[
            cast.city.organs["bureau"].pk,
            "enforcement.on_the_spot_penalty",
            "begin",
        ],
    )
    client = as_("陈立衡")
    assert client.get(url).status_code == 200
    data = {k: v for k, v in given.items() if not isinstance(v, list)}
    data["certificates_shown"] = data["rights_told"] = "on"
    data["act_at"] = "2026-05-01T09:00"
    for name, rows in given.items():
        if isinstance(rows, list):
            data[f"{name}-TOTAL_FORMS"] = len(rows)
            for n, row in enumerate(rows):
                data |= {f"{name}-{n}-{k}": v for k, v in row.items()}

    page = client.post(url, data)

    assert page.status_code == 302, page.content.decode()[:3000]
    assert Case.objects.count() == 1
