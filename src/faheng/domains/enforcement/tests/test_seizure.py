"""Sealing and seizure: power, approval, ten steps, thirty days and the return."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from faheng.domains.enforcement.files.seized_goods import SeizedGood
from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.actions import Moment, enter_afterwards
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Clock, Defect, Paper

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
PLAN = {
    "measure": "seize",
    "power_level": "law",
    "power_law": "中华人民共和国大气污染防治法",
    "power_place": "第三十条",
    "reasons": "涉嫌违法排放",
    "days": 30,
}
DONE = {
    "place": "望海区码头",
    "shown": True,
    "called": True,
    "told": True,
    "heard": True,
    "recorded": True,
    "handed_over": True,
    "not_necessities": True,
    "not_sealed": True,
    "attendance": "party",
    "defence": "无意见",
}
GOODS = [
    {"name": "水泵", "quantity": 1, "unit": "台", "state": "旧", "photos": 2},
    {"name": "油桶", "quantity": 3, "unit": "只", "state": "满", "photos": 1},
]


def carried(**more: Any) -> dict[str, Any]:
    return {**DONE, "seized_good": GOODS, "service": handed(DAY), **more}


def approved(**more: Any) -> Beside:
    beside = begin(at(3, 1))
    plan = {**PLAN, "objects_planned": "水泵、油桶", **more}
    beside.open("seizure", "propose", "陈立衡", plan, at(3, 2, 8))
    beside.take("approve", "郑宏", {"opinion": "同意"}, at(3, 2, 9))
    return beside


def held(**more: Any) -> Beside:
    beside = approved(**more)
    beside.take("execute", "陈立衡", carried(), at(3, 2, 10))
    return beside


def urgent(when: datetime) -> Beside:
    beside = begin(at(3, 1))
    values = {**PLAN, **carried(), "urgency": "正在转移"}
    values["service"] = handed(when.date())
    beside.open("seizure", "execute_at_once", "陈立衡", values, when)
    return beside


def extension(days: int) -> dict[str, Any]:
    return {"extension_days": days, "extension_reasons": "案情复杂"}


def reported(when: datetime) -> dict[str, Any]:
    return {"reported_at": when, "opinion": "同意"}


def released(ground: str = "decided") -> dict[str, Any]:
    return {"lift_ground": ground, "lift_reasons": "已查明"}


def returned(beside: Beside, *names: str) -> dict[str, Any]:
    rows = [
        {"good": good, "state": "完好", "receiver": "王建国"}
        for good in beside.rows(SeizedGood)
        if good.name in names
    ]
    return {"returned_good": rows}


def test_a_rule_of_a_ministry_grants_no_power():
    with pytest.raises(StepRefused, match="效力等级"):
        approved(power_level="ministry_rule")


def test_the_article_that_grants_the_power_is_named():
    with pytest.raises(StepRefused, match="规章不能授予"):
        approved(power_place="总则")


def test_more_than_thirty_days_are_refused():
    with pytest.raises(StepRefused, match="三十日"):
        approved(days=31)


def test_decision_list_and_record_are_made_and_handed_over_on_the_spot():
    beside = held()
    papers = {p.code: p for p in Paper.objects.filter(case=beside.case)}
    assert set(papers) == {"COE-01", "COE-02", "COE-03", "COE-04"}
    assert papers["COE-02"].served_on == papers["COE-03"].served_on == DAY
    assert papers["COE-03"].values["decision"] == papers["COE-02"].number


@pytest.mark.parametrize("tick", ["shown", "called", "told", "heard", "recorded"])
def test_each_lawful_step_must_be_done(tick: str):
    with pytest.raises(StepRefused, match="第18条"):
        approved().take("execute", "陈立衡", carried(**{tick: False}), at(3, 2, 10))


def test_necessities_of_life_are_not_seized():
    values = carried(not_necessities=False)
    with pytest.raises(StepRefused, match="生活必需品"):
        approved().take("execute", "陈立衡", values, at(3, 2, 10))


def test_thirty_days_and_thirty_more():
    beside = held()
    assert beside.due("holding") == date(2026, 4, 1)
    beside.take("extend", "郑宏", extension(30), at(4, 1))
    assert beside.due("holding") == date(2026, 5, 6)  # May 1 is in the holiday


def test_no_more_than_thirty_days_are_added_and_only_once():
    beside = held()
    with pytest.raises(StepRefused, match="不超过三十日"):
        beside.take("extend", "郑宏", extension(31), at(3, 20))
    beside.take("extend", "郑宏", extension(10), at(3, 20))
    with pytest.raises(StepRefused, match="只延长一次"):
        beside.take("extend", "郑宏", extension(10), at(3, 21))


def test_nothing_is_extended_after_the_end():
    with pytest.raises(StepRefused, match="期限届满以前"):
        held().take("extend", "郑宏", extension(10), at(4, 2))


def test_days_of_a_short_measure_are_calendar_days():
    assert held(days=10).due("holding") == date(2026, 3, 12)


def fixed_test(beside: Beside) -> None:
    period = {
        "institute": "市环境监测站",
        "purpose": "成分",
        "from_on": date(2026, 3, 10),
        "until_on": date(2026, 3, 19),
    }
    beside.take("fix_test", "陈立衡", {"lab_period": period}, at(3, 9))


def test_a_test_does_not_stop_the_days_before_its_notice_is_served():
    beside = held()
    fixed_test(beside)
    assert beside.due("holding") == date(2026, 4, 1)


def test_a_notified_test_is_left_out_of_the_days():
    beside = held()
    fixed_test(beside)
    notice = {"service": handed(date(2026, 3, 9))}
    beside.take("serve_test_notice", "陈立衡", notice, at(3, 9, 11))
    assert beside.due("holding") == date(2026, 4, 13)  # April 11 is a Saturday
    clock = Clock.objects.get(course=beside.course, term="holding")
    assert clock.raw_due_on == date(2026, 4, 11)


def test_test_days_before_a_late_notice_count():
    beside = held()
    fixed_test(beside)
    notice = {"service": handed(date(2026, 3, 14))}
    beside.take("serve_test_notice", "陈立衡", notice, at(3, 14))
    clock = Clock.objects.get(course=beside.course, term="holding")
    assert clock.raw_due_on == date(2026, 4, 6)


def test_a_test_that_ends_early_gives_its_days_back():
    beside = held()
    fixed_test(beside)
    notice = {"service": handed(date(2026, 3, 9))}
    beside.take("serve_test_notice", "陈立衡", notice, at(3, 9, 11))
    beside.take("end_test", "陈立衡", {}, at(3, 14))
    clock = Clock.objects.get(course=beside.course, term="holding")
    assert clock.raw_due_on == date(2026, 4, 6)


def test_an_emergency_is_approved_within_twenty_four_hours():
    beside = urgent(at(3, 6, 22))
    beside.take("approve_late", "郑宏", reported(at(3, 7, 21)), at(3, 7, 22))
    assert beside.stage == "held"


def test_an_emergency_approved_later_is_refused_on_a_weekend_too():
    beside = urgent(at(3, 6, 22))
    with pytest.raises(StepRefused, match="二十四小时"):
        beside.take("approve_late", "郑宏", reported(at(3, 7, 21)), at(3, 7, 22, 1))


def test_a_measure_not_approved_is_lifted_at_once():
    beside = urgent(at(3, 6, 10))
    beside.take("disapprove", "郑宏", reported(at(3, 6, 12)), at(3, 6, 13))
    beside.take("lift", "郑宏", released("disapproved"), at(3, 6, 14))
    back = {
        **returned(beside, "水泵", "油桶"),
        "service": handed(date(2026, 3, 6)),
    }
    beside.take("hand_back", "陈立衡", back, at(3, 6, 15))
    assert beside.stage == "ended"


def handled(beside: Beside, *fates: str) -> None:
    rows = [
        {"good": good, "fate": fate}
        for good, fate in zip(beside.rows(SeizedGood), fates, strict=False)
    ]
    values = {"handling_reasons": "查明", "good_fate": rows}
    beside.take("handle", "郑宏", values, at(3, 20))


def test_every_good_is_decided():
    with pytest.raises(StepRefused, match="每一项"):
        handled(held(), "release")


def test_what_is_not_confiscated_goes_back_entirely():
    beside = held()
    handled(beside, "confiscate", "release")
    beside.take("lift", "郑宏", released(), at(3, 20, 11))
    paper = Paper.objects.get(case=beside.case, document="lifting_decision")
    assert [row["name"] for row in paper.values["objects"]] == ["油桶"]
    service = {"service": handed(date(2026, 3, 21))}
    wrong = {**returned(beside, "水泵"), **service}
    with pytest.raises(StepRefused, match="退还全部"):
        beside.take("hand_back", "陈立衡", wrong, at(3, 21))
    beside.take(
        "hand_back", "陈立衡", {**returned(beside, "油桶"), **service}, at(3, 21)
    )
    assert beside.stage == "ended"


def test_goods_all_confiscated_need_no_lifting():
    beside = held()
    handled(beside, "confiscate", "destroy")
    with pytest.raises(StepRefused, match="有需要解除的物品"):
        beside.take("lift", "郑宏", released(), at(3, 20, 11))
    beside.take("finish", "陈立衡", {}, at(3, 20, 12))
    assert beside.stage == "ended"


def test_after_its_end_a_measure_is_only_lifted():
    beside = held()
    rows = [{"good": good, "fate": "confiscate"} for good in beside.rows(SeizedGood)]
    values = {"handling_reasons": "查明", "good_fate": rows}
    with pytest.raises(StepRefused, match="应当立即解除"):
        beside.take("handle", "郑宏", values, at(4, 2))
    beside.take("lift", "郑宏", released("over"), at(4, 2))
    assert beside.stage == "lifted"


def test_unclaimed_goods_wait_sixty_days():
    beside = held()
    beside.take("lift", "郑宏", released("no_violation"), at(3, 10))
    posted = {"notice_posted": "本局网站"}
    beside.take("post_claim_notice", "陈立衡", posted, at(3, 11))
    assert beside.due("claiming") == date(2026, 5, 11)  # May 10 is a Sunday
    with pytest.raises(StepRefused, match="公告期满"):
        beside.take("close_unclaimed", "吴静", {}, at(5, 11))
    beside.take("close_unclaimed", "吴静", {}, at(5, 12))
    assert beside.stage == "ended"


def keeping(organ_pays: bool = True) -> dict[str, Any]:
    row = {"keeper": "某仓库", "place": "码头", "duties": "防潮"}
    return {"custody": {**row, "organ_pays": organ_pays}}


def test_what_was_seized_is_not_left_with_a_third_person():
    with pytest.raises(StepRefused, match="查封的场所"):
        held().take("entrust", "陈立衡", keeping(), at(3, 5))


def test_the_party_never_pays_for_custody():
    beside = held(measure="seal")
    with pytest.raises(StepRefused, match="保管费用"):
        beside.take("entrust", "陈立衡", keeping(organ_pays=False), at(3, 5))
    beside.take("entrust", "陈立衡", keeping(), at(3, 5))


def test_a_measure_carried_out_before_approval_is_kept_as_a_defect():
    beside = begin(at(3, 1))
    plan = {**PLAN, "objects_planned": "水泵、油桶"}
    beside.open("seizure", "propose", "陈立衡", plan, at(3, 2, 8))
    assert beside.course is not None
    viewer = beside.cast.viewer("陈立衡", DAY)
    enter_afterwards(
        viewer, beside.course.pk, "execute", carried(), Moment(at(3, 3), at(3, 2, 10))
    )
    found = Defect.objects.get(case=beside.case)
    assert (found.condition, found.basis) == ("order", "行政强制法第24条第1款")
    assert beside.due("holding") == date(2026, 4, 1)


def test_two_seizures_of_one_case_keep_their_papers_apart():
    beside = held()
    first = beside.course
    plan = {**PLAN, "objects_planned": "货车"}
    beside.open("seizure", "propose", "陈立衡", plan, at(3, 3, 8))
    beside.take("approve", "郑宏", {"opinion": "同意"}, at(3, 3, 9))
    values = carried(seized_good=GOODS[:1], service=handed(date(2026, 3, 3)))
    beside.take("execute", "陈立衡", values, at(3, 3, 10))
    beside.course = first
    beside.take("extend", "郑宏", extension(10), at(3, 20))
    paper = Paper.objects.get(document="extension_decision")
    decisions = Paper.objects.filter(document="seizure_decision").order_by("id")
    assert paper.values["decision"] == decisions[0].number
    assert paper.values["executed"] == "2026年3月2日"
    assert paper.values["end"] == "2026年4月13日"
