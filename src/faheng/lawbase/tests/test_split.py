from __future__ import annotations

import pytest

from faheng.lawbase.split import paragraphs, value

TEXT = """禁止在河堤上放养恐龙。违者，责令改正：
（一）未系绳的；
(二) 未登记的。
单位有前款行为的，
加倍处理。"""


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("", 0), ("一", 1), ("十", 10), ("十三", 13), ("二十", 20), ("一百零三", 103)],
)
def test_a_numeral_has_its_value(numeral: str, number: int) -> None:
    assert value(numeral) == number


def test_items_belong_to_the_paragraph_before_them() -> None:
    first, second = paragraphs(TEXT)
    assert [item.number for item in first.items] == [1, 2]
    found = first.item(2)
    assert found is not None
    assert found.text == "未登记的。"
    assert first.item(3) is None
    assert (second.number, second.items) == (2, ())


def test_a_sentence_broken_over_two_lines_is_one_paragraph() -> None:
    assert paragraphs(TEXT)[1].text == "单位有前款行为的，加倍处理。"


def test_spaces_between_characters_are_taken_out_and_others_stay() -> None:
    (only,) = paragraphs("收集、 运输的车辆 应当在 GB 1 以内。")
    assert only.text == "收集、运输的车辆应当在 GB 1 以内。"


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs("\n \n") == ()
