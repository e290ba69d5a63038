"""The officer ticks facts and sees at once what follows; the reviewer replays it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from faheng.domains.enforcement.benchmarks.models import BenchmarkViolation
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.rows.weighing import Worksheet
from faheng.domains.enforcement.tests.cast import build
from faheng.domains.enforcement.tests.scenario import play, read
from faheng.domains.enforcement.tests.script import FOLDER
from faheng.kernel.cases.models import Case, Evidence, Paper

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


def test_a_fine_that_was_filled_in_and_left_follows_the_facts(officer):
    _, _, proposal = _addresses()

    # The fine of the lighter tier still stands in the form.
    left = _form(**{"proposed_penalty-0-amount": "3,000", "filled_fine": "300000"})
    page = officer.post(proposal, left).content.decode()

    assert "不在可以选择的" not in page
    assert 'name="filled_fine" value="1250000"' in page


def test_a_refused_fine_is_told_once_without_what_follows_from_it(officer):
    _, step, _ = _addresses()

    page = officer.post(step, _form(**{"proposed_penalty-0-amount": "3000"}))

    said = [fault.sentence for fault in page.context["faults"]]
    assert len(said) == 1
    assert "不在可以选择的5,000元至20,000元之内" in said[0]


def test_what_would_change_the_result_is_set_against_the_facts_alone(officer):
    _, _, proposal = _addresses()

    sent = _form(**{"proposed_penalty-0-amount": "8600"})
    shown = officer.post(proposal, sent).context["shown"]

    assert shown.fine == "8,600元"
    assert shown.now == "罚款12,500元"
    together = next(one for one in shown.changes if one.result == "依法不予处罚")
    assert "违法行为轻微，及时改正，没有造成危害后果" in together.titles
    assert all(one.result != shown.now for one in shown.changes)


def test_weights_come_to_one_amount_and_any_other_needs_a_reason(officer):
    _, _, proposal = _addresses()
    options = [{"code": "少", "weight": "0.1"}, {"code": "多", "weight": "0.5"}]
    table = {
        "code": "",
        "model": "weights",
        "start": "0.05",
        "cap": "1",
        "formula": {"of": "maximum"},
        "factors": [{"code": "倾倒量", "title": "倾倒量", "options": options}],
    }
    BenchmarkViolation.objects.update(tables=[table], model="weights")
    other = {"weighed_fact-0-fact": "倾倒量=少", "proposed_penalty-0-amount": "20000"}

    alone = officer.post(proposal, _form(**{"weighed_fact-0-fact": "倾倒量=少"}))
    refused = officer.post(proposal, _form(**other))
    reasoned = officer.post(proposal, _form(**other, deviation_reason="紧邻学校"))

    assert alone.context["shown"].fine == "15,000元"
    assert "不在可以选择的15,000元至15,000元之内" in refused.content.decode()
    assert reasoned.context["shown"].fine == "2万元"
    assert not reasoned.context["shown"].wrong


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
    assert "倾倒量" in sheet
    paper = Paper.objects.get(case=case, document="discretion_worksheet")
    assert reverse("paper_pdf", args=[paper.pk]) in sheet


def test_the_worksheet_is_reached_from_the_case_and_from_its_steps(officer):
    case, step, _ = _addresses()
    address = reverse("weigh_sheet", args=[case.pk])

    before = officer.get(reverse("case", args=[case.pk])).content.decode()
    nothing = officer.get(address).content.decode()
    officer.post(step, _form(**{"proposed_penalty-0-amount": "8600"}))
    after = officer.get(reverse("case", args=[case.pk])).content.decode()

    assert address not in before
    assert "还没有拟定处罚" in nothing
    assert address in after


def test_a_deviation_names_the_approvals_that_it_still_needs(officer):
    case, step, _ = _addresses()

    officer.post(
        step,
        _form(**{"proposed_penalty-0-amount": "3000", "deviation_reason": "数量很少"}),
    )
    page = officer.get(reverse("weigh_sheet", args=[case.pk]))

    (sheet,) = page.context["sheets"]
    assert [one.is_done for one in sheet.approvals] == [False, False]
    assert "数量很少" in page.content.decode()


def test_more_worksheets_do_not_mean_more_questions(officer):
    case, step, _ = _addresses()
    officer.post(step, _form(**{"proposed_penalty-0-amount": "8600"}))
    address = reverse("weigh_sheet", args=[case.pk])
    before = counted(officer, address)

    sheet = Worksheet.objects.get()
    sheet.pk = None
    sheet.save()

    assert counted(officer, address) == before


def counted(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


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


def test_the_calculator_says_what_it_simplifies_and_on_what_it_rests(officer):
    officer.logout()
    item = EnforcementItem.objects.get(name="擅自倾倒建筑垃圾")

    page = officer.get(reverse("public_calculator", args=[item.code])).content.decode()

    assert "这里把事情简化了" in page
    assert "第37条" in page
    assert all(row.citation in page for row in item.provisions.all())


def test_without_benchmarks_the_public_is_told_where_else_to_look(officer):
    officer.logout()
    BenchmarkViolation.objects.all().delete()

    page = officer.get(reverse("public_discretion")).content.decode()

    assert "还没有公布的裁量基准" in page
    assert reverse("public_registers") in page
