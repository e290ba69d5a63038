"""The tray of complaints: for supervisors, and the sender shown only on the record."""

from __future__ import annotations

import pytest
from django.urls import reverse

from faheng.domains.supervision.intake.actions import Told, receive
from faheng.domains.supervision.intake.models import ComplaintSlip
from faheng.kernel.record.queries import entries


@pytest.fixture
def slip(cast):
    told = Told(
        "没有出示证件",
        name="孙举报",
        contact="13800138000",
        organ_id=cast.city.organs["bureau"].pk,
    )
    return receive(told, cast.now)[0]


def test_a_supervisor_finds_what_waits(as_, slip):
    page = as_("杜衡").get(reverse("complaints"))
    assert page.status_code == 200
    assert "没有出示证件" in page.content.decode()
    assert reverse("complaint", args=[slip.pk]) in page.content.decode()


@pytest.mark.parametrize("name", ["complaints", "complaint_new"])
def test_nobody_else_does(as_, slip, name):
    assert as_("陈立衡").get(reverse(name)).status_code == 403
    assert as_("郑宏").get(reverse(name)).status_code == 403


def test_who_sent_it_is_shown_when_asked_for_and_that_is_recorded(as_, slip):
    client, url = as_("杜衡"), reverse("complaint", args=[slip.pk])
    assert "13800138000" not in client.get(url).content.decode()
    assert "13800138000" in client.post(url).content.decode()
    kinds = [entry.kind for entry in entries(slip.chain)]
    assert kinds[-1] == "supervision.complaint.sender_shown"


def test_registering_begins_with_what_the_slip_says(as_, slip):
    client = as_("杜衡")
    page = client.get(reverse("complaint", args=[slip.pk]))
    form = client.get(page.context["register_url"])
    assert form.status_code == 200
    assert f'value="{slip.pk}" selected' in form.content.decode()


def test_a_call_is_written_down_and_its_code_told_once(as_, cast):
    given = {"channel": "telephone", "content": "反映占道经营", "name": "孙举报"}
    given["organ"] = cast.city.organs["bureau"].pk
    page = as_("杜衡").post(reverse("complaint_new"), given, follow=True)
    made = ComplaintSlip.objects.get()
    assert made.channel == "telephone"
    assert "查询码" in page.content.decode()
    assert as_("杜衡").post(reverse("complaint_new"), {}).status_code == 422


def test_a_complaint_elsewhere_is_not_there(as_, cast):
    told = Told("邻区的事", organ_id=cast.city.organs["neighbour"].pk)
    other, _ = receive(told, cast.now)
    client = as_("杜衡")
    assert client.get(reverse("complaint", args=[other.pk])).status_code == 404
    assert "邻区的事" not in client.get(reverse("complaints")).content.decode()


def test_the_tray_costs_few_queries(as_, slip, cast, django_assert_max_num_queries):
    for number in range(20):
        organ = cast.city.organs["bureau"].pk
        receive(Told(f"第 {number} 件", organ_id=organ), cast.now)
    client = as_("杜衡")
    with django_assert_max_num_queries(14):
        client.get(reverse("complaints"))
