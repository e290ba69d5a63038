"""Legal review: by somebody else, in seven working days, pauses while corrected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.files.legal_review import ReviewOpinion
from faheng.domains.enforcement.tests.beside import Beside, at, begin
from faheng.kernel.cases.errors import NotYours, StepRefused
from faheng.kernel.cases.models import Paper

pytestmark = pytest.mark.django_db

MATERIAL = [{"name": "调查终结报告", "pages": 6}, {"name": "证据材料", "pages": 40}]
OPINION = {
    "power": "有权",
    "facts": "清楚",
    "evidence": "确凿",
    "law": "正确",
    "discretion": "适当",
    "procedure": "合法",
    "documents": "规范",
    "crime": "不涉嫌犯罪",
    "advice": "同意",
}


def submitted() -> Beside:
    beside = begin(at(6, 1))
    values = {"trigger": "complex", "proposal": "罚款五万元"}
    values["submitted_material"] = MATERIAL
    beside.open("legal_review", "submit", "何志远", values, at(6, 1, 11))
    return beside


def opinion(**more: Any) -> dict[str, Any]:
    return {"review_opinion": {**OPINION, **more}}


def test_seven_working_days_are_given():
    assert submitted().due("reviewing") == date(2026, 6, 10)


def test_a_review_passes_with_its_paper():
    beside = submitted()
    beside.take("approve", "苏文静", opinion(), at(6, 5))
    paper = Paper.objects.get(document="legal_review_opinion")
    assert beside.stage == "passed"
    assert paper.values["conclusion"] == "审核通过"
    assert paper.number == "望城法审〔2026〕1号"


def test_a_handler_does_not_review_the_case():
    beside = submitted()
    beside.cast.people["陈立衡"].appointments.update(role="reviewer")
    with pytest.raises(StepRefused, match="非本案承办人员"):
        beside.take("approve", "陈立衡", opinion(), at(6, 5))


def test_who_does_not_hold_the_role_does_not_review():
    with pytest.raises(NotYours):
        submitted().take("approve", "何敏", opinion(), at(6, 5))


def test_a_new_reviewer_is_qualified():
    beside = submitted()
    beside.cast.people["何敏"].appointments.update(role="reviewer")
    with pytest.raises(StepRefused, match="法律职业资格"):
        beside.take("approve", "何敏", opinion(), at(6, 5))


def test_a_reviewer_of_long_standing_needs_no_qualification():
    beside = submitted()
    old = {"role": "reviewer", "valid_from": date(2016, 1, 1)}
    beside.cast.people["何敏"].appointments.update(**old)
    beside.take("approve", "何敏", opinion(), at(6, 5))
    assert beside.stage == "passed"


def test_days_of_correction_do_not_count_and_each_opinion_is_kept():
    beside = submitted()
    beside.take("correct", "苏文静", opinion(advice="补充裁量理由"), at(6, 3))
    again = {
        "proposal": "罚款四万元",
        "response": "已补充",
        "submitted_material": MATERIAL[:1],
    }
    beside.take("resubmit", "何志远", again, at(6, 8))
    assert beside.due("reviewing") == date(2026, 6, 15)
    beside.take("approve", "苏文静", opinion(), at(6, 9))
    said = [row.advice for row in beside.rows(ReviewOpinion)]
    papers = Paper.objects.filter(document="legal_review_opinion").order_by("id")
    assert said == ["补充裁量理由", "同意"]
    assert [p.values["conclusion"] for p in papers] == ["补正后重新送审", "审核通过"]


def test_material_that_lacks_is_asked_for():
    beside = submitted()
    beside.take("send_back", "苏文静", {"lacking": "听证笔录"}, at(6, 2))
    beside.take("complete", "何志远", {"submitted_material": MATERIAL[:1]}, at(6, 4))
    assert beside.due("reviewing") == date(2026, 6, 12)


def test_three_working_days_may_be_added_once():
    beside = submitted()
    days = {"extension_days": 4, "extension_reason": "复杂"}
    with pytest.raises(StepRefused, match="不超过规定"):
        beside.take("extend", "郑宏", days, at(6, 5))
    beside.take("extend", "郑宏", {**days, "extension_days": 3}, at(6, 5))
    assert beside.due("reviewing") == date(2026, 6, 15)


def test_a_rejected_case_is_closed_to_a_decision():
    beside = submitted()
    beside.take("reject", "苏文静", opinion(advice="证据不足"), at(6, 5))
    assert beside.stage == "rejected"
