"""Anybody may ask whether a paper is genuine, and learns no more than that."""

from __future__ import annotations

import pytest
from django.urls import reverse

from faheng.kernel.cases.models import Paper
from faheng.kernel.cases.queries.verification import verified, verify_code
from faheng.web.present.papers import verify_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(cast):
    case = cast.delivered()
    return Paper.objects.filter(case=case).exclude(number="").first()


def test_the_code_of_a_paper_tells_number_organ_date_and_title(client, paper):
    answer = client.get(reverse("verify", args=[verify_code(paper.pk)]))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert paper.number in page
    assert paper.title in page
    assert paper.case.organ.name in page
    assert paper.case.party_name not in page
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_what_is_printed_leads_there(paper):
    assert verify_url(paper).endswith(f"/verify/{verify_code(paper.pk)}/")


def test_a_code_is_read_as_people_type_it(paper):
    code = verify_code(paper.pk)

    assert verified(code.lower().replace("-", " ")) is not None


@pytest.mark.parametrize(
    "change",
    [
        lambda code: code[:-1] + ("A" if code[-1] != "A" else "B"),
        lambda code: "1" + code,
        lambda code: code.split("-")[0],
        lambda code: "9" * 18 + code[code.index("-") :],
        lambda _: "²-ABCD-EFGH-IJKL-MNOP",
        lambda _: "%00",
        lambda _: "<script>",
    ],
)
def test_a_guessed_code_finds_nothing(client, paper, change):
    answer = client.get(reverse("verify", args=[change(verify_code(paper.pk))]))

    assert answer.status_code == 404
    assert paper.number not in answer.content.decode()
    assert "<script>" not in answer.content.decode().replace("<script src", "")


def test_a_void_paper_is_said_to_be_void(client, paper):
    Paper.objects.filter(pk=paper.pk).update(state="void")

    page = client.get(reverse("verify", args=[verify_code(paper.pk)]))

    assert "已经作废" in page.content.decode()


def test_an_inner_paper_is_not_told(client, cast):
    case = cast.delivered()
    paper = Paper.objects.filter(case=case).exclude(number="").first()
    Paper.objects.filter(pk=paper.pk).update(document="on_the_spot_record")

    assert verified(verify_code(paper.pk)) is None


def test_a_number_alone_is_not_enough(client, paper):
    page = client.get(reverse("check_paper"), {"number": paper.number})

    assert "还要文书上的查验码" in page.content.decode()
