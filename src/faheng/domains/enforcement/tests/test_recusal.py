"""Recusal: the head decides, and who is recused leaves the case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.errors import NotYours, StepRefused
from faheng.kernel.cases.models import CaseOfficer, Paper

pytestmark = pytest.mark.django_db


def wish(beside: Beside) -> dict[str, Any]:
    return {
        "applicant": "party",
        "applicant_name": "王建国",
        "applied_on": date(2026, 6, 2),
        "officer": beside.cast.people["林晓岚"],
        "ground": "relation",
        "facts": "系邻居，有纠纷",
    }


def raised() -> Beside:
    beside = begin(at(6, 1))
    beside.open("recusal", "apply", "陈立衡", wish(beside), at(6, 2))
    return beside


def granted(beside: Beside, leaves: str = "林晓岚", *takes_over: str) -> dict[str, Any]:
    people = beside.cast.people
    return {
        "decision_reasons": "可能影响公正",
        "recused_officer": {"person": people[leaves]},
        "case_officer": [{"person": people[name]} for name in takes_over],
    }


def handlers(beside: Beside) -> set[str]:
    rows = CaseOfficer.objects.filter(case=beside.case, until_on__isnull=True)
    return {row.person.name for row in rows}


def test_only_the_head_decides():
    beside = raised()
    with pytest.raises(NotYours):
        beside.take("grant", "陈立衡", granted(beside, "林晓岚", "何敏"), at(6, 3))


def test_who_is_recused_leaves_and_another_takes_over():
    beside = raised()
    beside.take("grant", "郑宏", granted(beside, "林晓岚", "何敏"), at(6, 3))
    assert handlers(beside) == {"陈立衡", "何敏"}
    assert CaseOfficer.objects.get(person__name="林晓岚").until_on == date(2026, 6, 3)
    paper = Paper.objects.get(document="recusal_decision")
    assert paper.values["decision"] == "准予回避"
    served = {"service": handed(date(2026, 6, 4))}
    beside.take("tell", "陈立衡", served, at(6, 4))
    assert beside.stage == "ended"


def test_a_case_is_not_left_with_one_officer():
    beside = raised()
    with pytest.raises(StepRefused, match="两名"):
        beside.take("grant", "郑宏", granted(beside), at(6, 3))
    assert handlers(beside) == {"陈立衡", "林晓岚"}


def test_the_one_who_leaves_is_the_one_who_was_named():
    beside = raised()
    other = granted(beside, "陈立衡", "何敏")
    with pytest.raises(StepRefused, match="被申请回避的人员"):
        beside.take("grant", "郑宏", other, at(6, 3))


def test_an_application_denied_changes_nothing():
    beside = raised()
    beside.take("deny", "郑宏", {"decision_reasons": "没有证据"}, at(6, 3))
    assert handlers(beside) == {"陈立衡", "林晓岚"}
    assert beside.stage == "denied"


def test_it_comes_before_the_decision():
    beside = begin(at(6, 1))
    beside.paper("PEN-37", date(2026, 6, 1))
    with pytest.raises(StepRefused, match="作出之前"):
        beside.open("recusal", "apply", "陈立衡", wish(beside), at(6, 2))
