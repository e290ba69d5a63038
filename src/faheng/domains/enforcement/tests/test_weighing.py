"""A weighed case leaves a worksheet that anybody can compute again."""

from __future__ import annotations

from datetime import date

import pytest

from faheng.domains.enforcement.item_fines import Brackets, fine_rule, parse_bracket
from faheng.domains.enforcement.rows.weighing import DecidedFine, Worksheet
from faheng.domains.enforcement.tests.cast import build
from faheng.domains.enforcement.tests.scenario import play, read
from faheng.domains.enforcement.tests.script import FOLDER
from faheng.domains.enforcement.weighing.replaying import replayed
from faheng.kernel.cases.models import ActDetail
from faheng.kernel.registers.columns import BadCell


@pytest.fixture
def weighed(db):
    play(read(FOLDER / "裁量_按基准算出.yaml"), build())
    return Worksheet.objects.get()


def test_a_worksheet_replays_byte_for_byte(weighed):
    again = replayed(weighed)

    assert again.is_equal
    assert again.is_kept
    assert len(again.rows) == 14


def test_the_act_keeps_the_hash_of_the_worksheet(weighed):
    kept = ActDetail.objects.get(act=weighed.act).given

    assert kept["worksheet_sha256"] == weighed.sha256


def test_a_changed_worksheet_is_found_out(weighed):
    weighed.rows = weighed.rows.replace("860000", "860001")

    again = replayed(weighed)

    assert not (again.is_equal and again.is_kept)


def test_the_file_follows_from_the_facts(weighed):
    file = weighed.course.penaltyfile

    assert file.tier == "一般"
    assert "现场勘验笔录" in file.factors
    assert file.tier_reasons == weighed.reasons
    assert weighed.fine == 860_000


def test_a_decision_is_noted_for_like_cases(db):
    play(read(FOLDER / "普通程序_全程.yaml"), build())

    noted = DecidedFine.objects.get()

    assert noted.fine == 860_000
    assert not noted.deviated


@pytest.mark.parametrize(
    "text",
    [
        "货值金额不足10,000元：100,000元以上150,000元以下",
        "货值金额10,000元以上：15倍以上30倍以下",
        "违法所得无法计算：50,000元以下",
        "合同价款：0.5%以上1%以下",
    ],
)
def test_brackets_read_as_they_are_written(text):
    assert str(parse_bracket(text)) == text


@pytest.mark.parametrize("text", ["十倍", "货值金额：30倍以上15倍以下", ""])
def test_a_bracket_that_says_nothing_is_refused(text):
    with pytest.raises(BadCell):
        parse_bracket(text)


def test_brackets_become_the_rule_of_the_engine():
    cells = (
        "货值金额不足10000元：100000元以上150000元以下",
        "货值金额10000元以上：15倍以上30倍以下",
    )

    rule = fine_rule([parse_bracket(cell) for cell in cells])

    assert rule["base"] == "goods_value_fen"
    assert rule["brackets"][0]["max_fen"] == 15_000_000
    assert rule["brackets"][1]["min_times"] == "15"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (
            "货值金额不足10000元：1元以上2元以下；货值金额20000元以上：1倍以下",
            "没有规定",
        ),
        ("货值金额不足20000元：1元以上2元以下；货值金额10000元以上：1倍以下", "重叠"),
        ("货值金额10000元以上：1倍以下", "从0元起"),
        ("货值金额不足10000元：1元以上2元以下", "以上没有规定"),
        ("货值金额无法计算：1元以上2元以下", "要有能计算的"),
        ("货值金额：1倍以下；违法所得：1倍以下", "一种计算基数"),
    ],
)
def test_brackets_that_leave_a_sum_in_none_or_two_are_refused(cell, said):
    with pytest.raises(BadCell, match=said):
        Brackets("fines", "罚款分段").parse(cell, date(2026, 1, 1))
