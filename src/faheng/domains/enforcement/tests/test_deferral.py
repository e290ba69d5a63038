"""Deferral and instalments: the parts make up the fine, day after day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.files.deferral import Instalment
from faheng.domains.enforcement.rows.outcome import PenaltyItem
from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Act, Paper

pytestmark = pytest.mark.django_db

WISH = {
    "relief": "split",
    "applied_on": date(2026, 6, 2),
    "hardship": "停业",
    "proof": "纳税证明",
    "plan": "分三期",
}
FINE = 30_000_00


def applied(fine: int = FINE) -> Beside:
    beside = begin(at(6, 1))
    beside.paper("PEN-37", date(2026, 6, 1), "望城罚决〔2026〕9号")
    act = Act.objects.filter(case=beside.case).latest("id")
    if fine:
        PenaltyItem.objects.create(
            case=beside.case, course=act.course, act=act, kind="fine", amount=fine
        )
    beside.open("deferral", "apply", "陈立衡", WISH, at(6, 2))
    return beside


def parts(*amounts: int, first: int = 7) -> dict[str, Any]:
    rows = [
        {"due_on": date(2026, first + place, 1), "amount": amount}
        for place, amount in enumerate(amounts)
    ]
    return {"opinion": "同意", "instalment": rows}


def running() -> Beside:
    beside = applied()
    amounts = parts(10_000_00, 10_000_00, 10_000_00)
    beside.take("approve", "郑宏", amounts, at(6, 3))
    beside.take("serve", "陈立衡", {"service": handed(date(2026, 6, 3))}, at(6, 3, 11))
    return beside


def pay(beside: Beside, place: int, amount: int) -> None:
    row = {
        "instalment": beside.rows(Instalment)[place],
        "paid_on": date(2026, 7, 1),
        "amount": amount,
        "receipt_no": "0001",
    }
    beside.take("pay", "吴静", {"instalment_payment": row}, at(7, 1, 10 + place))


def test_without_a_fine_there_is_nothing_to_defer():
    with pytest.raises(StepRefused, match="罚款决定"):
        applied(fine=0)


@pytest.mark.parametrize("last", [9_999_00, 10_001_00])
def test_instalments_that_do_not_make_up_the_fine_are_refused(last: int):
    amounts = parts(10_000_00, 10_000_00, last)
    with pytest.raises(StepRefused, match="等于罚款数额"):
        applied().take("approve", "郑宏", amounts, at(6, 3))


def test_dates_ascend():
    plan = parts(15_000_00, 15_000_00)
    plan["instalment"].reverse()
    with pytest.raises(StepRefused, match="依次递增"):
        applied().take("approve", "郑宏", plan, at(6, 3))


def test_the_last_day_of_the_schedule_is_stated_and_runs():
    beside = running()
    paper = Paper.objects.get(document="deferral_approval")
    assert paper.values["last"] == "2026年9月1日"
    assert beside.due("paying") == date(2026, 9, 1)


def test_a_plan_ends_when_all_is_paid():
    beside = running()
    for place in range(2):
        pay(beside, place, 10_000_00)
    with pytest.raises(StepRefused, match="缴清各期"):
        beside.take("finish", "吴静", {}, at(7, 2))
    pay(beside, 2, 10_000_00)
    beside.take("finish", "吴静", {}, at(7, 2))
    assert beside.stage == "ended"


def test_an_instalment_is_paid_in_full_and_once():
    beside = running()
    with pytest.raises(StepRefused, match="相符"):
        pay(beside, 0, 9_000_00)
    pay(beside, 0, 10_000_00)
    with pytest.raises(StepRefused, match="只缴一次"):
        pay(beside, 0, 10_000_00)


def test_a_plan_is_broken_off_only_when_something_is_overdue():
    beside = running()
    with pytest.raises(StepRefused, match="到期未缴"):
        beside.take("break_off", "陈立衡", {}, at(7, 1))
    beside.take("break_off", "陈立衡", {}, at(7, 2))
    assert beside.stage == "broken"


def test_a_refusal_is_served_too():
    beside = applied()
    beside.take("refuse", "郑宏", {"opinion": "并无困难"}, at(6, 3))
    served = {"service": handed(date(2026, 6, 4))}
    beside.take("serve_refusal", "陈立衡", served, at(6, 4))
    assert beside.stage == "closed"
