"""What people and worse send to a form: nothing runs, nothing is lost."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from faheng.kernel.cases.models import Act, Case, Upload
from faheng.kernel.documents.models import NumberSeries
from faheng.web.tests.cast import SPOT

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
NONSENSE = ("", "-1", "１２", "99999999999999999999", "a b", "1e9", "0")


def opening_url(cast, step="begin"):
    return reverse("case_open", args=[cast.city.organs["bureau"].pk, SPOT, step])


def sent(given):
    """What a browser sends for the values of a step."""
    data = {
        name: "on" if value is True else value
        for name, value in given.items()
        if not isinstance(value, list)
    }
    data["act_at"] = "2026-05-01T09:00"
    for name, rows in given.items():
        if isinstance(rows, list):
            data[f"{name}-TOTAL_FORMS"] = len(rows)
            for n, row in enumerate(rows):
                data |= {f"{name}-{n}-{key}": value for key, value in row.items()}
    return data


def step_url(case, step):
    return reverse("step", args=[case.pk, case.courses.get().pk, step])


def test_a_script_in_the_facts_is_shown_as_text(cast, as_):
    case = cast.begin(facts=SCRIPT)

    page = as_("陈立衡").get(reverse("case", args=[case.pk])).content.decode()

    assert SCRIPT not in page
    assert "&lt;script&gt;" in page


def test_a_script_in_a_search_is_shown_as_text(as_, cast):
    client = as_("陈立衡")

    for name in ("search", "case_list", "case_new"):
        page = client.get(reverse(name), {"q": SCRIPT}).content.decode()
        assert SCRIPT not in page


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_nonsense_in_an_address_is_not_an_error(as_, cast, nonsense):
    client = as_("陈立衡")

    for name in ("case_list", "my_cases", "case_new", "work", "search"):
        query = {"after": nonsense, "item": nonsense, "organ": nonsense, "q": nonsense}
        assert client.get(reverse(name), query).status_code == 200


def test_broken_values_are_named_and_what_was_typed_stays(cast, as_):
    data = sent({**cast.opening(), "place": "滨河东路"})
    data |= {"act_at": "昨天", "item": "abc", "case_party-0-uscc": "911"}

    answer = as_("陈立衡").post(opening_url(cast), data)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "错误：" in page
    assert 'href="#id_act_at"' in page
    assert 'href="#id_case_party-0-uscc"' in page
    assert "滨河东路" in page
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    "fine", ["八百", "8 00 0.005", "-5", "1e5", "<b>", "9" * 40, "１,２"]
)
def test_an_amount_that_is_none_is_refused_with_a_sentence(cast, as_, fine):
    case = cast.begin()
    cast.take(case, "hear", reply="none")

    answer = as_("陈立衡").post(
        step_url(case, "decide"), {"kind": "fine", "fine": fine}
    )

    assert answer.status_code == 422
    assert not Act.objects.filter(case=case, step="decide").exists()


def test_a_very_long_text_is_refused_or_kept_whole(cast, as_):
    case = cast.begin()
    data = {"reply": "made", "reply_text": "冤" * 200_000, "reply_review": "已复核"}

    answer = as_("陈立衡").post(step_url(case, "hear"), data)

    assert answer.status_code in {302, 422}


def test_a_thousand_rows_are_not_read(cast, as_):
    data = sent(cast.opening()) | {"case_officer-TOTAL_FORMS": "999999999"}

    assert as_("陈立衡").post(opening_url(cast), data).status_code in {302, 422}


def test_a_control_sign_in_a_text_is_dropped(cast, as_):
    data = sent({**cast.opening(), "place": "滨河\x00东路"})

    assert as_("陈立衡").post(opening_url(cast), data).status_code == 302


def test_rows_left_empty_or_taken_away_are_not_sent(cast, as_):
    data = sent(cast.opening()) | {
        "case_officer-TOTAL_FORMS": "4",
        "case_officer-2-person": "",
        "case_officer-3-person": str(cast.city.people["周同"].pk),
        "case_officer-3-DELETE": "on",
    }

    answer = as_("陈立衡").post(opening_url(cast), data)

    case = Case.objects.get()
    assert answer.status_code == 302
    assert case.caseofficer_rows.count() == 2


def test_a_preview_leaves_nothing_behind(cast, as_):
    case = cast.begin()
    cast.take(case, "hear", reply="none")
    data = {"kind": "fine", "fine": "800", "preview": "on_the_spot_decision"}

    answer = as_("陈立衡").post(step_url(case, "decide"), data)

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert not Act.objects.filter(case=case, step="decide").exists()
    assert NumberSeries.objects.count() == 0


def test_a_preview_of_what_cannot_be_read_says_so(cast, as_):
    case = cast.begin()
    cast.take(case, "hear", reply="none")
    data = {"kind": "", "preview": "on_the_spot_decision"}

    assert as_("陈立衡").post(step_url(case, "decide"), data).status_code == 422


def test_the_draft_of_a_case_not_yet_opened_can_be_refused(cast, as_):
    data = sent(cast.opening()) | {"preview": "no_such_paper"}

    assert as_("陈立衡").post(opening_url(cast), data).status_code == 422
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("照片.jpg", b"MZ\x90\x00 this is a program"),
        ("空.png", b""),
        ("页.html", b"<html><script>1</script></html>"),
        ("图.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='1'/>"),
    ],
)
def test_a_disguised_or_empty_file_is_refused_with_a_sentence(cast, as_, name, content):
    case = cast.begin()
    url = reverse("evidence_upload", args=[case.pk])

    answer = as_("陈立衡").post(
        url, {"evidence-0-file": SimpleUploadedFile(name, content)}
    )

    assert answer.status_code == 422
    assert "文件" in answer.content.decode()
    assert Upload.objects.count() == 0


def test_a_name_that_is_code_does_not_run_in_the_answer(cast, as_):
    case = cast.begin()
    url = reverse("evidence_upload", args=[case.pk])
    named = '"><script>1</script>-file'

    answer = as_("陈立衡").post(url, {named: SimpleUploadedFile("a.png", b"x")})

    assert "<script>1" not in answer.content.decode()
