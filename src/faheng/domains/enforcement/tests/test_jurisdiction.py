"""Disputes over jurisdiction: talked over in seven days, else designated."""

from __future__ import annotations

from datetime import date

import pytest

from faheng.domains.enforcement.tests.beside import Beside, at, begin
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Paper

pytestmark = pytest.mark.django_db


def disputed(arose: date = date(2026, 6, 1)) -> Beside:
    beside = begin(at(6, 1))
    values = {
        "dispute": "claimed",
        "others": "云台区城市管理和综合执法局",
        "arose_on": arose,
        "positions": "均认为违法行为发生在本区",
    }
    beside.open("jurisdiction", "dispute", "何志远", values, at(6, 2))
    return beside


def test_seven_days_run_from_the_day_it_arose():
    assert disputed().due("negotiating") == date(2026, 6, 8)


def test_a_dispute_does_not_arise_tomorrow():
    with pytest.raises(StepRefused, match="不晚于今天"):
        disputed(date(2026, 6, 3))


def test_an_agreement_ends_it():
    beside = disputed()
    agreed = {"negotiation": "会商一致", "competent": "望海区城市管理和综合执法局"}
    beside.take("settle", "何志远", agreed, at(6, 5))
    assert beside.stage == "settled"


def test_the_superior_designates():
    beside = disputed()
    asked = {"superior": "澜海市城市管理局", "negotiation": "两次会商未果"}
    beside.take("report", "郑宏", asked, at(6, 9))
    paper = Paper.objects.get(document="designation_request")
    assert paper.number == "望城管辖〔2026〕1号"
    told = {
        "designation_no": "澜城管辖〔2026〕3号",
        "designation": "由望海区管辖",
        "competent": "望海区城市管理和综合执法局",
    }
    beside.take("record", "何志远", told, at(6, 12))
    assert beside.stage == "designated"
