"""Every address and every kind of reader: who gets what, and who gets nothing."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from faheng.kernel.cases.actions.uploads import Arriving, receive_upload
from faheng.kernel.cases.models import (
    Act,
    Case,
    Clock,
    Course,
    Evidence,
    Notice,
    Paper,
    Task,
)
from faheng.web.tests.cast import SPOT

pytestmark = pytest.mark.django_db

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"
    b"\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00"
    b"\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)
READ = ("case", "clock", "paper", "paper_pdf", "paper_docx", "evidence", "peek")
COLLEAGUES = ("陈立衡", "林晓岚", "周同", "郑宏", "苏文静", "何佳", "杜衡")
STRANGERS = ("邻人", "管理")


@pytest.fixture
def case(cast):
    made = cast.delivered()
    stream = SimpleUploadedFile("现场.png", PNG)
    upload = receive_upload(
        cast.viewer("陈立衡"), Arriving("现场.png", stream, len(PNG)), cast.now
    )
    Evidence.objects.create(
        case=made,
        course=made.courses.get(),
        act=Act.objects.filter(case=made).first(),
        kind="object",
        title="现场照片",
        proves="占道",
        source="现场拍摄",
        taken_at=cast.now,
        upload=upload,
    )
    return made


@pytest.fixture
def urls(case):
    """Every address that holds something of the case."""
    course = Course.objects.get(case=case)
    clock = Clock.objects.filter(case=case).first()
    paper = Paper.objects.filter(case=case).first()
    evidence = Evidence.objects.get(case=case)
    task = Task.objects.filter(case=case).first()
    return {
        "case": reverse("case", args=[case.pk]),
        "clock": reverse("clock", args=[case.pk, clock.pk]),
        "paper": reverse("paper", args=[paper.pk]),
        "paper_pdf": reverse("paper_pdf", args=[paper.pk]),
        "paper_docx": reverse("paper_docx", args=[paper.pk]),
        "evidence": reverse("evidence", args=[case.pk, evidence.pk]),
        "peek": reverse("peek", args=[task.pk]),
        "afterwards": reverse("afterwards", args=[case.pk]),
        "evidence_upload": reverse("evidence_upload", args=[case.pk]),
        "step": reverse("step", args=[case.pk, course.pk, "file_record"]),
        "track_step": reverse("track_step", args=[case.pk, "none", "begin"]),
    }


@pytest.mark.parametrize("name", COLLEAGUES)
def test_whoever_sees_the_case_reads_all_of_it(as_, urls, name):
    client = as_(name)
    answers = {key: client.get(urls[key]) for key in READ}

    found = {key: answer.status_code for key, answer in answers.items()}
    answers["evidence"].close()
    assert found == dict.fromkeys(READ, 200)


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_finds_nothing_at_any_address(as_, urls, name):
    client = as_(name)
    found = {key: client.get(url).status_code for key, url in urls.items()}
    posted = {
        key: client.post(urls[key]).status_code
        for key in ("step", "track_step", "evidence_upload")
    }

    assert found == {**dict.fromkeys(urls, 404), "evidence_upload": 405}
    assert set(posted.values()) == {404}


def test_without_a_login_every_address_leads_to_the_door(client, urls):
    for url in [*urls.values(), reverse("work"), reverse("case_list")]:
        answer = client.get(url)
        assert answer.status_code in {302, 405}, url
        if answer.status_code == 302:
            assert "login" in answer.headers["Location"]


@pytest.mark.parametrize("name", ["周同", "郑宏", "苏文静", "何佳", "杜衡"])
def test_a_colleague_without_the_role_may_not_take_the_step(as_, case, urls, name):
    client = as_(name)

    assert client.get(urls["step"]).status_code == 403
    assert client.post(urls["step"]).status_code == 403
    assert not Act.objects.filter(case=case, step="file_record").exists()


@pytest.mark.parametrize("name", ["郑宏", "苏文静", "杜衡"])
def test_who_does_not_handle_cases_enters_nothing_afterwards(as_, urls, name):
    client = as_(name)

    assert client.get(urls["afterwards"]).status_code == 403
    assert client.post(f"{urls['step']}?afterwards=1").status_code == 403


def test_a_second_comer_is_told_who_was_first_and_keeps_the_draft(
    cast, as_, case, urls
):
    client = as_("陈立衡")
    version = Course.objects.get(case=case).version
    cast.take(case, "file_record", "林晓岚")

    answer = client.post(urls["step"], {"version": version})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "林晓岚已于" in page
    assert "data-draft-kept" in page


def test_what_the_law_forbids_is_refused_with_its_article(cast, as_):
    case = cast.begin()
    cast.take(case, "hear", reply="none")
    url = reverse("step", args=[case.pk, case.courses.get().pk, "decide"])

    answer = as_("陈立衡").post(url, {"kind": "fine", "fine": "9万元"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "错误：" in page
    assert "行政处罚法第51条" in page
    assert "改用普通程序" in page
    assert not Paper.objects.filter(case=case).exists()


def test_a_step_of_another_stage_is_refused_before_it_is_filled(cast, as_, case):
    url = reverse("step", args=[case.pk, case.courses.get().pk, "decide"])

    assert as_("陈立衡").get(url).status_code == 422


def test_what_happened_is_entered_afterwards_and_flagged(as_, case, urls):
    url = reverse("step", args=[case.pk, case.courses.get().pk, "pay"])
    data = {"paid": "500", "payment_no": "A1", "occurred_at": "2026-11-01T09:00"}

    answer = as_("何佳").post(f"{url}?afterwards=1", data)

    page = as_("何佳").get(urls["case"]).content.decode()
    assert answer.status_code == 302
    assert "补录" in page
    assert "按决定的罚款数额缴纳" in page


def test_a_foreign_course_is_not_found_under_ones_own_case(cast, as_, case):
    other = cast.begin()
    url = reverse("step", args=[other.pk, case.courses.get().pk, "file_record"])

    assert as_("陈立衡").get(url).status_code == 404


def test_a_case_is_opened_only_in_an_organ_in_scope(cast, as_):
    foreign = cast.city.organs["neighbour"].pk
    url = reverse("case_open", args=[foreign, SPOT, "begin"])

    assert as_("陈立衡").get(url).status_code == 404
    assert as_("郑宏").get(reverse("case_new")).status_code in {200, 403}
    assert Case.objects.count() == 0


def test_nobody_marks_the_notices_of_another_read(cast, as_, case):
    theirs = Notice.objects.exclude(person=cast.city.people["周同"]).first()

    as_("周同").post(reverse("notices_read"), {"notice": theirs.pk})

    theirs.refresh_from_db()
    assert theirs.read_at is None


def test_older_notices_are_reached_and_all_unread_are_counted(cast, as_, case):
    person = cast.city.people["陈立衡"]
    Notice.objects.filter(person=person).delete()
    for n in range(53):
        Notice.objects.create(
            person=person, case=case, text=f"第{n}条", created_at=cast.now
        )
    client = as_("陈立衡")

    first = client.get(reverse("notices")).context
    second = client.get(reverse("notices") + first["pager"].next_url).context

    assert (first["unread"], second["unread"]) == (53, 53)
    said = [one.text for page in (first, second) for one in page["notices"]]
    assert said == [f"第{n}条" for n in reversed(range(53))]
    assert not second["pager"].next_url


def test_the_search_of_a_stranger_finds_no_case(as_, case):
    page = as_("邻人").get(reverse("search"), {"q": "老周"}).content.decode()
    listed = as_("邻人").get(reverse("case_list")).content.decode()

    assert reverse("case", args=[case.pk]) not in page
    assert reverse("case", args=[case.pk]) not in listed
