from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.lib import text

AMOUNTS = st.integers(-(10**15), 10**15)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (55, "伍角伍分"),
        (100, "壹元整"),
        (105, "壹元零伍分"),
        (1_000, "壹拾元整"),
        (10_500, "壹佰零伍元整"),
        (10_050, "壹佰元伍角整"),
        (14_095_0, "壹仟肆佰零玖元伍角整"),
        (600_714, "陆仟零柒元壹角肆分"),
        (1_000_100, "壹万零壹元整"),
        (8_600_000, "捌万陆仟元整"),
        (10_005_000, "壹拾万零伍拾元整"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (100_000_000_00, "壹亿元整"),
        (100_010_000_00, "壹亿零壹万元整"),
        (100_000_001_00, "壹亿零壹元整"),
        (120_300_040_00, "壹亿贰仟零叁拾万零肆拾元整"),
        (1_000_000_000_000_00, "壹万亿元整"),
        (-100, "负壹元整"),
    ],
)
def test_amounts_are_written_in_capitals(fen: int, words: str) -> None:
    assert text.amount_in_words(fen) == words
    assert text.parse_amount_in_words(words) == fen


@given(AMOUNTS)
def test_amounts_in_capitals_read_back(fen: int) -> None:
    assert text.parse_amount_in_words(text.amount_in_words(fen)) == fen


@given(AMOUNTS)
def test_no_two_zeros_stand_together_and_none_before_the_unit(fen: int) -> None:
    words = text.amount_in_words(fen)
    assert "零零" not in words
    assert "零元" not in words or words == "零元整"


@given(st.integers(0, 10**15))
def test_amounts_in_figures_read_back(fen: int) -> None:
    assert text.parse_yuan(text.yuan(fen)) == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("86000", 8_600_000),
        ("８６，０００．５元", 8_600_050),
        ("8.6万元", 8_600_000),
        ("0.000001万", 1),
        ("1.5亿元", 15_000_000_000),
        ("¥ 1,234.56", 123_456),
        ("￥100", 10_000),
        ("人民币 100 元", 10_000),
    ],
)
def test_typed_amounts_are_understood(typed: str, fen: int) -> None:
    assert text.parse_yuan(typed) == fen


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0.005", "最多两位小数"),
        ("0.0000001万", "最多两位小数"),
        ("-5", "负数"),
        ("", "不是金额"),
        ("8,60", "不是金额"),
        ("1e5", "不是金额"),
        ("约5000", "不是金额"),
        ("五千", "不是金额"),
        (".5", "不是金额"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_reason(typed: str, says: str) -> None:
    with pytest.raises(text.AmountUnreadable, match=says):
        text.parse_yuan(typed)


@pytest.mark.parametrize("typed", ["", "整", "五元", "壹元伍", "万元", "负", "86元"])
def test_what_is_no_amount_in_capitals_is_refused(typed: str) -> None:
    with pytest.raises(text.AmountUnreadable):
        text.parse_amount_in_words(typed)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (9, "九"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (57, "五十七"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1260, "一千二百六十"),
        (10_010, "一万零一十"),
        (100_000, "十万"),
    ],
)
def test_numerals_are_those_of_articles(number: int, words: str) -> None:
    assert text.numeral(number) == words


def test_dates_are_written_for_screens_and_papers() -> None:
    day = date(2026, 5, 14)
    assert text.short_date(day) == "5月14日 周四"
    assert text.month_day(day) == "5月14日"
    assert text.full_date(day) == "2026年5月14日"
    assert text.date_in_words(date(2026, 10, 31)) == "二〇二六年十月三十一日"
    assert text.date_in_words(date(2020, 1, 10)) == "二〇二〇年一月十日"
