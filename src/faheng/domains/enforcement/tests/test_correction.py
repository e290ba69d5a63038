"""Orders to correct: served before the day, looked at again after it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.files.correction import Reinspection
from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Clock, ServiceAttempt

pytestmark = pytest.mark.django_db

ORDER = {
    "act_found": "倾倒建筑垃圾",
    "violated": "城市市容和环境卫生管理条例第十六条",
    "demands": "清运完毕",
    "correct_by": date(2026, 6, 10),
    "consequence": "逾期不改正的，依法处罚",
}


def ordered(**more: Any) -> Beside:
    beside = begin(at(6, 1))
    beside.open("correction", "order", "陈立衡", {**ORDER, **more}, at(6, 2))
    return beside


def running() -> Beside:
    beside = ordered()
    beside.take("serve", "陈立衡", {"service": handed(date(2026, 6, 2))}, at(6, 2, 11))
    return beside


def look(on: date, result: str = "yes", *, asked: bool = False) -> dict[str, Any]:
    row = {
        "inspected_on": on,
        "asked_by_party": asked,
        "checked": "现场",
        "result": result,
        "proof": "照片",
        "next_step": "记录在案",
    }
    return {"reinspection": row}


def test_the_last_day_is_not_in_the_past():
    with pytest.raises(StepRefused, match="不早于今天"):
        ordered(correct_by=date(2026, 6, 1))


def test_an_order_served_after_its_last_day_is_made_anew():
    beside = ordered()
    late = {"service": handed(date(2026, 6, 10))}
    with pytest.raises(StepRefused, match="晚于送达日期"):
        beside.take("serve", "陈立衡", late, at(6, 10))
    again = {
        "demands": "清运",
        "correct_by": date(2026, 6, 20),
        "consequence": "依法处罚",
    }
    beside.take("remake", "陈立衡", again, at(6, 10))
    beside.take("serve", "陈立衡", late, at(6, 10, 11))
    assert beside.due("correcting") == date(2026, 6, 20)


def test_the_partys_clock_ends_on_the_day_of_the_order():
    beside = running()
    clock = Clock.objects.get(course=beside.course)
    assert (clock.due_on, clock.of) == (date(2026, 6, 10), "party")


def test_nobody_looks_before_the_day_unless_the_party_asks():
    beside = running()
    with pytest.raises(StepRefused, match="改正期限届满"):
        beside.take("reinspect", "陈立衡", look(date(2026, 6, 9)), at(6, 9))
    early = look(date(2026, 6, 9), asked=True)
    beside.take("reinspect", "陈立衡", early, at(6, 9))
    assert beside.stage == "inspected"


def test_what_was_partly_corrected_is_looked_at_again():
    beside = running()
    beside.take("reinspect", "陈立衡", look(date(2026, 6, 10), "partly"), at(6, 10))
    beside.take("reinspect", "陈立衡", look(date(2026, 6, 15), "no"), at(6, 15))
    beside.take("finish", "陈立衡", {}, at(6, 15, 11))
    assert [row.result for row in beside.rows(Reinspection)] == ["partly", "no"]
    assert beside.stage == "ended"


def test_more_time_moves_the_last_day():
    beside = running()
    more = {"correct_by": date(2026, 6, 25), "prolong_reason": "下雨"}
    beside.take("prolong", "何志远", more, at(6, 5))
    assert beside.due("correcting") == date(2026, 6, 25)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"method": "leave", "refusal": "拒收"}, "第89条"),
        ({"method": "electronic"}, "第61条"),
        ({"method": "post", "receiver": "王建国"}, "第91条"),
        ({"method": "public_notice", "reason": "下落不明"}, "第95条"),
    ],
)
def test_each_way_of_service_has_its_rule(given: dict[str, Any], says: str):
    beside = ordered()
    service = {"acted_on": date(2026, 6, 2), **given}
    with pytest.raises(StepRefused, match=says):
        beside.take("serve", "陈立衡", {"service": service}, at(6, 2, 11))
    assert not ServiceAttempt.objects.exists()
