"""The officer ticks facts and sees at once what follows; the reviewer replays it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.tests.cast import build
from faheng.domains.enforcement.tests.scenario import play, read
from faheng.domains.enforcement.tests.script import FOLDER
from faheng.kernel.cases.models import Case, Evidence

NOON = datetime(2026, 3, 17, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def officer(db, client, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    cast = build()
    script = dict(read(FOLDER / "裁量_按基准算出.yaml"))
    script["经过"] = [line for line in script["经过"] if line["时间"] < "2026-03-17"]
    script["结果"] = {}
    play(script, cast)
    user = get_user_model().objects.create_user("chen")
    person = cast.people["陈立衡"]
    person.user = user
    person.save()
    client.force_login(user)
    return client


def _addresses():
    case = Case.objects.get()
    course = case.courses.get(track="")
    step = reverse("step", args=[case.pk, course.pk, "weigh"])
    return case, step, reverse("weigh_proposal", args=[case.pk, course.pk])


def _form(**more):
    evidence = Evidence.objects.order_by("pk").first()
    return {
        "weighed_fact-TOTAL_FORMS": "1",
        "weighed_fact-0-fact": "倾倒量=五立方米以上",
        "weighed_fact-0-evidence": str(evidence.pk),
        "proposed_penalty-TOTAL_FORMS": "1",
        "proposed_penalty-0-kind": "fine",
        **more,
    }


def test_the_form_asks_what_the_benchmark_asks(officer):
    _, step, _ = _addresses()

    page = officer.get(step)

    assert page.status_code == 200
    assert "倾倒量" in page.content.decode()
    assert "五十立方米以上" in page.content.decode()


def test_the_proposal_shows_range_reasons_and_the_fine_to_fill_in(officer):
    _, _, proposal = _addresses()

    page = officer.post(proposal, _form()).content.decode()

    assert "一般" in page
    assert "12,500" in page
    assert "法定幅度" in page
    assert 'hx-swap-oob="true"' in page


def test_a_fine_outside_the_tier_is_told_with_its_limits(officer):
    _, _, proposal = _addresses()

    sent = _form(**{"proposed_penalty-0-amount": "3000"})
    page = officer.post(proposal, sent).content.decode()

    assert "不在可以选择的5,000元至20,000元之内" in page


def test_a_fact_without_evidence_is_not_counted(officer):
    _, _, proposal = _addresses()

    sent = _form(**{"weighed_fact-0-evidence": ""})
    page = officer.post(proposal, sent).content.decode()

    assert "请查明并附证据" in page


def test_the_signed_worksheet_is_replayed_for_whoever_reviews_it(officer):
    case, step, _ = _addresses()

    signed = officer.post(step, _form(**{"proposed_penalty-0-amount": "8600"}))
    sheet = officer.get(reverse("weigh_sheet", args=[case.pk])).content.decode()

    assert signed.status_code == 302, signed.content.decode()[:2000]
    assert "逐字节相同" in sheet


def test_anybody_can_compute_a_published_item(officer):
    officer.logout()
    code = EnforcementItem.objects.get(name="擅自倾倒建筑垃圾").code
    address = reverse("public_calculator", args=[code])

    empty = officer.get(address)
    found = officer.get(address, {"party": "organisation", "f.倾倒量": "五立方米以上"})
    strange = officer.get(address, {"f.倾倒量": "<script>"})

    assert empty.status_code == 200
    assert "12,500" in found.content.decode()
    assert "不在可以选择的范围内" in strange.content.decode()
    assert "<script>" not in strange.content.decode()
