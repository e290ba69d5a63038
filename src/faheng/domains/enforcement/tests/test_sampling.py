"""Sampling: part of a batch, an accredited institute, a result that is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.files.sampling import Sample
from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Paper

pytestmark = pytest.mark.django_db

SAMPLE = {
    "sample_no": "Y-01",
    "name": "渣土",
    "spec": "散装",
    "batch": "20260601",
    "batch_quantity": 100,
    "quantity": 2,
    "unit": "千克",
    "sealed": "封条完好",
    "storage": "常温",
}


def sampled(**more: Any) -> Beside:
    beside = begin(at(6, 1))
    values = {
        "place": "工地",
        "method": "随机",
        "sample": {**SAMPLE, **more},
        "service": handed(date(2026, 6, 2)),
    }
    beside.open("sampling", "sample", "陈立衡", values, at(6, 2))
    return beside


def commission(beside: Beside, until: date = date(2027, 1, 1)) -> dict[str, Any]:
    row = {
        "sample": beside.rows(Sample)[0],
        "institute": "市质检院",
        "accreditation": "CMA-001",
        "accredited_until": until,
        "question": "是否含有毒物质",
        "sent_on": date(2026, 6, 3),
        "due_on": date(2026, 6, 20),
    }
    return {"lab_commission": row}


def result(beside: Beside, on: date = date(2026, 6, 15)) -> dict[str, Any]:
    row = {
        "sample": beside.rows(Sample)[0],
        "lab_no": "L-7",
        "report_no": "R-7",
        "tested_on": on,
        "result": "不含",
    }
    return {"lab_result": [row]}


def told() -> Beside:
    beside = sampled()
    beside.take("commission", "陈立衡", commission(beside), at(6, 3))
    beside.take("receive", "陈立衡", result(beside), at(6, 16))
    beside.take("report", "陈立衡", {}, at(6, 16, 11))
    served = {"service": handed(date(2026, 6, 17))}
    beside.take("tell", "陈立衡", served, at(6, 17))
    return beside


@pytest.mark.parametrize("quantity", [0, 101])
def test_a_sample_is_part_of_its_batch(quantity: int):
    with pytest.raises(StepRefused, match="抽样数量"):
        sampled(quantity=quantity)


def test_the_institute_is_accredited():
    beside = sampled()
    with pytest.raises(StepRefused, match="资质"):
        beside.take(
            "commission", "陈立衡", commission(beside, date(2026, 6, 1)), at(6, 3)
        )


def test_the_institute_is_still_accredited_when_it_tests():
    beside = sampled()
    beside.take("commission", "陈立衡", commission(beside, date(2026, 6, 10)), at(6, 3))
    assert beside.due("testing") == date(2026, 6, 20)
    with pytest.raises(StepRefused, match="资质"):
        beside.take("receive", "陈立衡", result(beside), at(6, 16))


def test_the_result_is_told_with_the_right_to_another_test():
    beside = told()
    paper = Paper.objects.get(document="lab_result_notice")
    assert "15日内" in paper.values["right"]
    assert beside.due("objecting") == date(2026, 7, 2)


def test_sampling_ends_when_the_party_let_its_days_pass_or_gave_them_up():
    beside = told()
    with pytest.raises(StepRefused, match="期限届满"):
        beside.take("finish", "陈立衡", {}, at(7, 2))
    beside.take("finish", "陈立衡", {"waived": True}, at(7, 2))
    assert beside.stage == "ended"


def test_a_party_may_have_it_tested_again():
    beside = told()
    beside.take("object", "陈立衡", {"objection": "不服"}, at(6, 20))
    assert beside.stage == "sampled"
