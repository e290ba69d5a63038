"""The public door for complaints: open to anyone, and it cannot be forced."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from faheng.domains.supervision.intake.models import ComplaintSlip
from faheng.domains.supervision.tests.cast import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    made = build()
    ComplaintSlip.objects.all().delete()
    return made


def told(client, **given):
    return client.post(reverse("complain"), {"content": "没有出示证件", **given})


def test_anybody_may_complain_and_gets_a_code_that_is_shown_once(client, cast):
    organ = cast.organs["bureau"].pk
    response = told(client, organ=organ, name="孙举报", contact="13800138000")
    assert response.status_code == 201
    assert "no-store" in response["Cache-Control"]
    slip = ComplaintSlip.objects.get()
    assert slip.organ_id == organ
    assert slip.division_path == "4499/449901"
    assert response.context["code"] in response.content.decode()


def test_the_code_shows_where_it_stands_and_not_who_sent_it(client, cast):
    code = told(client, name="孙举报", contact="13800138000").context["code"]
    response = client.post(reverse("complaint_state"), {"code": code})
    page = response.content.decode()
    assert response.status_code == 200
    assert "已收到，等待登记" in page
    assert "孙举报" not in page
    assert "没有出示证件" not in page


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA", "'--", "\x00", "x" * 5000])
def test_a_wrong_code_shows_nothing(client, cast, code):
    assert client.post(reverse("complaint_state"), {"code": code}).status_code == 404


def test_codes_cannot_be_tried_one_after_the_other(client, cast):
    answers = {
        client.post(reverse("complaint_state"), {"code": f"A{n}"}).status_code
        for n in range(22)
    }
    assert answers == {404, 429}


def test_one_source_cannot_flood_the_tray(client, cast):
    statuses = [told(client).status_code for _ in range(7)]
    assert statuses == [201] * 5 + [429] * 2
    assert ComplaintSlip.objects.count() == 5
    assert told(client, REMOTE_ADDR="x").status_code == 429


def test_a_made_up_address_does_not_open_the_door_again(client, cast):
    for number in range(6):
        last = client.post(
            reverse("complain"),
            {"content": "x"},
            headers={"X-Forwarded-For": f"203.0.113.{number}"},
        )
    assert last.status_code == 429


@pytest.mark.parametrize(
    "given",
    [
        {"content": ""},
        {"content": "   "},
        {"content": "长" * 4001},
        {"content": "x\x00y"},
        {"organ": "999999"},
        {"organ": "abc"},
        {"about_case": "x" * 81},
        {"homepage": "http://spam.example"},
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(client, cast, given):
    response = told(client, **given)
    assert response.status_code == 422
    assert not ComplaintSlip.objects.exists()


def test_nothing_typed_becomes_a_script(client, cast):
    response = told(client, content="", wish="<script>alert(1)</script>")
    assert "<script>alert" not in response.content.decode()


def test_another_site_cannot_post_in_a_visitors_name(cast):
    strict = Client(enforce_csrf_checks=True)
    assert told(strict).status_code == 403


def test_the_code_stands_in_no_address(client, cast):
    assert client.get(reverse("complaint_state")).status_code == 405


def test_the_pages_cost_few_queries(client, cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(reverse("complain"))
    code = told(client).context["code"]
    with django_assert_max_num_queries(4):
        client.post(reverse("complaint_state"), {"code": code})
