"""Publicity: in seven working days, without personal data, for its months only."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.tests.beside import Beside, at, begin
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Paper

pytestmark = pytest.mark.django_db

NUMBER = "望城罚决〔2026〕9号"
DRAFT = {
    "decision_kind": "penalty",
    "decision_no": NUMBER,
    "decided_on": date(2026, 6, 1),
    "credit_class": "general",
    "months": 3,
    "abstract": "擅自倾倒建筑垃圾，罚款五万元",
}


def drafted(**more: Any) -> Beside:
    beside = begin(at(6, 1))
    beside.paper("PEN-37", date(2026, 6, 1), NUMBER)
    beside.open("publicity", "draft", "陈立衡", {**DRAFT, **more}, at(6, 3))
    return beside


def published(**more: Any) -> Beside:
    beside = drafted(**more)
    beside.take("approve", "何志远", {"secrecy": "可以公开"}, at(6, 4))
    beside.take("publish", "吴静", {"site": "信用澜海"}, at(6, 5))
    return beside


def test_seven_working_days_run_from_the_decision():
    assert drafted().due("publishing") == date(2026, 6, 10)


def test_other_decisions_have_twenty():
    assert drafted(decision_kind="other").due("publishing_other") == date(2026, 6, 30)


def test_number_and_day_agree_with_the_paper():
    with pytest.raises(StepRefused, match="与决定书一致"):
        drafted(decided_on=date(2026, 6, 2))


def test_personal_data_is_refused():
    with pytest.raises(StepRefused, match="个人信息"):
        drafted(abstract="王建国，电话13800138000，罚款五万元")


def test_the_partys_given_name_is_not_shown():
    beside = drafted()
    beside.take("approve", "何志远", {"secrecy": "可以公开"}, at(6, 4))
    paper = Paper.objects.get(document="publication_approval")
    assert paper.values["who"] == "王某某"
    assert paper.values["period"] == "2026年6月1日至2026年9月1日"


def test_a_minor_penalty_is_not_published_without_a_rule():
    beside = drafted(credit_class="minor")
    with pytest.raises(StepRefused, match="原则上不公示"):
        beside.take("approve", "何志远", {"secrecy": "可以公开"}, at(6, 4))
    beside.take("withhold", "何志远", {"reasons": "轻微"}, at(6, 4))
    assert beside.stage == "withheld"


@pytest.mark.parametrize(
    ("credit_class", "months"), [("general", 2), ("general", 13), ("serious", 11)]
)
def test_months_fit_the_class(credit_class: str, months: int):
    beside = drafted(credit_class=credit_class, months=months)
    with pytest.raises(StepRefused, match="公示月数"):
        beside.take("approve", "何志远", {"secrecy": "可以公开"}, at(6, 4))


def test_a_decision_is_taken_down_when_its_months_are_over():
    beside = published()
    assert beside.due("showing") == date(2026, 9, 1)
    with pytest.raises(StepRefused, match="公示期届满"):
        beside.take("take_down", "吴静", {}, at(9, 1))
    beside.take("take_down", "吴静", {}, at(9, 2))
    assert beside.stage == "ended"


def test_a_changed_decision_is_withdrawn_in_three_working_days():
    beside = published()
    change = {
        "changing_paper": "望政复决〔2026〕2号",
        "changed": "revoked",
        "changed_on": date(2026, 7, 2),
    }
    beside.take("change", "陈立衡", change, at(7, 3))
    assert beside.due("withdrawing") == date(2026, 7, 7)
    beside.take("withdraw", "吴静", {"withdrawal": "原决定被撤销"}, at(7, 6))
    paper = Paper.objects.get(document="withdrawal_statement")
    assert beside.stage == "withdrawn"
    assert paper.values["original"] == NUMBER


def test_credit_is_repaired_after_the_least_period_only():
    beside = published(months=12)
    with pytest.raises(StepRefused, match="最短公示期"):
        beside.take("ask_repair", "吴静", {"repair": "已改正"}, at(8, 31))
    beside.take("ask_repair", "吴静", {"repair": "已改正"}, at(9, 1))
    assert beside.due("repairing") == date(2026, 9, 4)
    beside.take("extend_repair", "郑宏", {"repair_extension": 3}, at(9, 4))
    assert beside.due("repairing") == date(2026, 9, 9)
    with pytest.raises(StepRefused, match="延长一次"):
        beside.take("extend_repair", "郑宏", {"repair_extension": 3}, at(9, 5))
    beside.take("repair", "郑宏", {"repair_opinion": "准予"}, at(9, 7))
    assert beside.stage == "repaired"
