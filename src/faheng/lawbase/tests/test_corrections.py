"""A person's word about a line decides how it is split; lines keep their numbers."""

from __future__ import annotations

import pytest

from faheng.lawbase.parser.corrections import (
    Correction,
    NotCorrected,
    Remedy,
    corrected,
)
from faheng.lawbase.parser.tree import parse_lines

LAW = [
    "恐龙管理条例",
    "",
    "第一条 养恐龙应当登记。",
    "第二条 登记应当提交下列材料：",
    "（一）申请书；",
    "（二）系绳的",
    "照片。",
    "登记不收费。",
    "第三条 违者处罚款。情节严重的，收回恐龙。",
]


def after(line, remedy, **more):
    return corrected(LAW, Correction(line, remedy, **more))


def places(lines):
    return [
        (unit.level.value, unit.number, unit.text)
        for article in parse_lines(lines).articles()
        for unit in article.walk()
        if unit.text
    ]


def test_a_joined_line_leaves_an_empty_one_behind():
    found = after(7, Remedy.JOIN)

    assert found[5] == "（二）系绳的照片。"
    assert found[6] == ""
    assert len(found) == len(LAW)


def test_a_line_becomes_a_paragraph_though_the_sentence_before_is_open():
    lines = ["第一条 养恐龙的", "应当登记。"]

    assert len(places(lines)) == 1
    said = places(corrected(lines, Correction(2, Remedy.PARAGRAPH)))
    assert said == [("款", 1, "养恐龙的"), ("款", 2, "应当登记。")]


def test_a_line_becomes_an_item_with_its_number():
    found = places(after(8, Remedy.ITEM, number=3))

    assert ("项", 3, "登记不收费。") in found


def test_an_item_becomes_a_paragraph_without_its_label():
    assert after(5, Remedy.PARAGRAPH)[4] == "¶申请书；"


def test_a_line_becomes_an_article():
    found = parse_lines(after(8, Remedy.ARTICLE, number=2, suffix=1)).articles()

    assert [one.label for one in found][:3] == ["第一条", "第二条", "第二条之一"]


def test_a_line_is_parted_before_some_words():
    found = places(after(9, Remedy.PART, words="情节严重"))

    assert found[-2:] == [
        ("款", 1, "违者处罚款。"),
        ("款", 2, "情节严重的，收回恐龙。"),
    ]


def test_a_line_left_out_can_be_taken_in_again():
    without = after(8, Remedy.LEAVE_OUT)

    assert all("不收费" not in text for _, _, text in places(without))
    assert corrected(without, Correction(8, Remedy.TAKE_IN)) == LAW


@pytest.mark.parametrize(
    ("line", "remedy", "more"),
    [
        (0, Remedy.JOIN, {}),
        (99, Remedy.JOIN, {}),
        (2, Remedy.JOIN, {}),
        (1, Remedy.JOIN, {}),
        (8, Remedy.ITEM, {}),
        (9, Remedy.PART, {"words": "没有这些字"}),
        (9, Remedy.PART, {"words": "第三条"}),
        (9, Remedy.PART, {}),
    ],
)
def test_what_makes_no_sense_is_refused(line, remedy, more):
    with pytest.raises(NotCorrected):
        after(line, remedy, **more)
