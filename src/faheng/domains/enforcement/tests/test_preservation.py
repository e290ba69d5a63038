"""Advance preservation: approved first, decided within seven working days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.files.preservation import PreservedItem
from faheng.domains.enforcement.registers import Parameter
from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.errors import NotYours, StepRefused
from faheng.kernel.cases.models import Paper

pytestmark = pytest.mark.django_db

ITEMS = [
    {"name": "账册", "quantity": 2, "unit": "本", "state": "完好"},
    {"name": "电脑主机", "quantity": 1, "unit": "台", "state": "可开机"},
]


def proposed() -> Beside:
    beside = begin(at(9, 27))
    values = {
        "planned": "账册、电脑",
        "reasons": "证据可能灭失",
        "kept_where": "elsewhere",
        "place": "本局证物室",
    }
    beside.open("preservation", "propose", "陈立衡", values, at(9, 28, 9))
    return beside


def execution(**more: Any) -> dict[str, Any]:
    return {
        "attendance": "party",
        "preserved_item": ITEMS,
        "service": handed(date(2026, 9, 28)),
        **more,
    }


def kept() -> Beside:
    beside = proposed()
    beside.take("approve", "郑宏", {"opinion": "同意"}, at(9, 28, 9, 30))
    beside.take("execute", "陈立衡", execution(), at(9, 28, 10))
    return beside


def fates(beside: Beside, *disposals: str) -> dict[str, Any]:
    items = beside.rows(PreservedItem)
    rows = [{"item": i, "disposal": d} for i, d in zip(items, disposals, strict=False)]
    return {"decision_reasons": "查明", "preserved_item_fate": rows}


def test_nothing_is_kept_before_the_head_approves():
    beside = proposed()
    with pytest.raises(StepRefused, match="待批准"):
        beside.take("execute", "陈立衡", execution(), at(9, 28, 10))


def test_an_officer_cannot_approve():
    with pytest.raises(NotYours):
        proposed().take("approve", "陈立衡", {"opinion": "同意"}, at(9, 28, 10))


def test_the_notice_is_made_and_handed_over_in_one_act():
    beside = kept()
    paper = Paper.objects.get(case=beside.case, document="preservation_notice")
    assert paper.number == "望城登存〔2026〕1号"
    assert paper.served_on == date(2026, 9, 28)
    assert [row["name"] for row in paper.values["items"]] == ["账册", "电脑主机"]


def test_the_notice_is_not_handed_over_another_day():
    beside = proposed()
    beside.take("approve", "郑宏", {"opinion": "同意"}, at(9, 28, 9, 30))
    later = execution(service=handed(date(2026, 9, 29)))
    with pytest.raises(StepRefused, match="当场交付"):
        beside.take("execute", "陈立衡", later, at(9, 28, 10))


def test_seven_working_days_reach_over_national_day():
    assert kept().due("deciding") == date(2026, 10, 13)


def test_day_seven_is_in_time():
    beside = kept()
    beside.take("decide", "郑宏", fates(beside, "return", "confiscate"), at(10, 13))
    beside.take(
        "serve", "陈立衡", {"service": handed(date(2026, 10, 13))}, at(10, 13, 11)
    )
    assert beside.stage == "ended"


def test_day_eight_is_too_late_and_the_things_go_back():
    beside = kept()
    with pytest.raises(StepRefused, match="七个工作日"):
        beside.take("decide", "郑宏", fates(beside, "return", "return"), at(10, 14))
    beside.take("give_back", "陈立衡", {"decision_reasons": "期满"}, at(10, 14))
    assert beside.stage == "lapsed"


def test_the_measure_does_not_lapse_on_day_seven():
    with pytest.raises(StepRefused, match="期限"):
        kept().take("give_back", "陈立衡", {"decision_reasons": "期满"}, at(10, 13))


def test_every_thing_on_the_list_is_decided():
    beside = kept()
    with pytest.raises(StepRefused, match="每一件物品"):
        beside.take("decide", "郑宏", fates(beside, "return"), at(10, 9))


def test_a_witness_is_named_where_the_party_stays_away():
    beside = proposed()
    beside.take("approve", "郑宏", {"opinion": "同意"}, at(9, 28, 9, 30))
    with pytest.raises(StepRefused, match="见证人"):
        beside.take("execute", "陈立衡", execution(attendance="witness"), at(9, 28, 10))


def at_once() -> dict[str, Any]:
    return execution(
        planned="账册、电脑",
        reasons="正在转移",
        kept_where="elsewhere",
        place="本局证物室",
        urgency="正在装车",
    )


def test_nothing_is_kept_first_where_no_rule_allows_it():
    beside = begin(at(9, 27))
    with pytest.raises(StepRefused, match="先报请批准"):
        beside.open("preservation", "execute_at_once", "陈立衡", at_once(), at(9, 28))


def test_where_a_rule_allows_it_approval_comes_within_its_hours():
    beside = begin(at(9, 27))
    Parameter.objects.create(
        code="preserve_late_hours",
        name="preserve_late_hours",
        value=24,
        unit="hours",
        valid_from=date(2024, 1, 1),
        recorded_at=at(1, 1),
    )
    beside.open("preservation", "execute_at_once", "陈立衡", at_once(), at(9, 28))
    late = {"reported_at": at(9, 28, 12), "opinion": "同意"}
    with pytest.raises(StepRefused, match="补办批准手续"):
        beside.take("approve_late", "郑宏", late, at(9, 29, 10, 1))
    beside.take("approve_late", "郑宏", late, at(9, 29, 10))
    assert beside.due("deciding") == date(2026, 10, 13)
