"""An address and its printed form say the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.lawbase.addresses import (
    PRINTED,
    Address,
    NoAddress,
    Step,
    address,
    parse,
    read_place,
)

TITLES = st.one_of(
    st.sampled_from([
        "行政处罚法",
        "北京市实施《矿山安全法》办法",
        "最高人民法院关于适用《民法典》婚姻家庭编的解释（一）",
        "恐龙法（试行）",
        "第七届风筝节办法",
    ]),
    st.text("恐龙风筝云朵法条例实施办法（）/@%第一章", min_size=1, max_size=12),
)
STEPS = st.builds(
    Step,
    st.sampled_from(sorted(PRINTED)),
    st.integers(1, 9999),
    st.integers(0, 99),
    st.integers(1, 9),
)
ADDRESSES = st.builds(
    Address,
    TITLES,
    st.lists(STEPS, max_size=6).map(tuple),
    st.none() | st.dates(date(1949, 10, 1), date(2100, 1, 1)),
)


@given(ADDRESSES)
def test_an_address_is_read_back(one: Address) -> None:
    assert parse(str(one)) == one


@given(ADDRESSES)
def test_the_printed_form_is_read_back(one: Address) -> None:
    assert parse(one.printed(dated=True)) == one


def test_both_forms_of_one_unit() -> None:
    one = address("《中华人民共和国行政处罚法》", "a33/p1/i2", date(2021, 7, 15))
    assert str(one) == "cn/law/行政处罚法@2021-07-15/a33/p1/i2"
    assert one.printed() == "《行政处罚法》第三十三条第一款第二项"
    assert parse(one.printed()).place == "a33/p1/i2"
    assert str(address("刑法", "a133-1")) == "cn/law/刑法/a133-1"
    assert one.at("a5").printed() == "《行政处罚法》第五条"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "行政处罚法",
        "cn/law/",
        "cn/law/法/33",
        "cn/law/法/a0",
        "cn/law/法@2021-13-01/a1",
        "《法》第三十三条所称",
        "《法》前款",
    ],
)
def test_what_is_no_address_is_refused(words: str) -> None:
    with pytest.raises(NoAddress):
        parse(words)


def test_a_place_is_read_as_statutes_print_it() -> None:
    assert list(map(str, read_place("第一百三十三条之一第二款"))) == ["a133-1", "p2"]
