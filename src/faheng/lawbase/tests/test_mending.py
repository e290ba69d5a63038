"""Damaged invented statutes: each is split as the whole one."""

from __future__ import annotations

import pytest

from faheng.lawbase.parser.tree import parse

WHOLE = """# 海棠市渡口条例

目录
第一章 总则
第二章 渡船
第一节 登记
第二节 航行
第三章 附则

## 第一章 总则

第一条 为了管理渡口，制定本条例。

第二条 渡口应当有人值守。

值守人应当佩戴标志。

## 第二章 渡船

### 第一节 登记

第三条 渡船登记应当提交下列材料：

（一）申请书；

（二）证明材料。

登记机构应当出具收据。

### 第二节 航行

第四条 第一类渡船夜间不得航行。

第五条 与登记有关的材料应当保存。

## 第三章 附则

第六条 本条例自公布之日起施行。
"""


def counts(text):
    return {level: number for level, number in parse(text).counts().items() if number}


def changed(*pairs):
    text = WHOLE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


DAMAGE = {
    "label of a chapter": changed(("## 第二章 渡船", "渡船")),
    "label of a section": changed(("### 第二节 航行", "航行")),
    "labels of a chapter and its first section": changed(
        ("## 第二章 渡船", "渡船"), ("### 第一节 登记", "登记")
    ),
    "contents and the label of a section": changed(
        ("第二节 航行\n第三章", "第三章"), ("### 第二节 航行", "### 航行")
    ),
    "articles glued without a gap": changed(
        ("。\n\n第五条 与", "。第五条与"), ("第四条 第一", "第四条第一")
    ),
    "item marks of Markdown": changed(("（一）", "- （一）"), ("（二）", "- （二）")),
    "signs of a private font": changed(("（一）", "\ue010"), ("（二）", "\ue010")),
    "a sign before each label": changed(("\n第", "\n\ue5e5第")),
    "spaces in labels": changed(("第三条", "第 三 条"), ("（一）", "（ 一 ）")),
    "narrow colons": changed(("：", ":"), ("；", ";"), ("（一）", ""), ("（二）", "")),
    "old numbers of items": changed(("（一）", "一、"), ("（二）", "二、")),
    "items in one line": changed(("：\n\n（一）", "：（一）"), ("；\n\n（", "；（")),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_does_not_change_the_split(damage):
    assert counts(DAMAGE[damage]) == counts(WHOLE)


def test_a_line_that_no_blank_line_parts_goes_on():
    wrapped = "\n\n".join(
        "\n".join(line[place : place + 6] for place in range(0, len(line), 6))
        for line in WHOLE.partition("## 第一章 总则\n\n")[2].split("\n\n")
        if not line.startswith("#")
    )

    assert counts(f"海棠市渡口条例\n\n{wrapped}") == {"条": 6, "款": 8, "项": 2}


def test_items_that_are_sentences_are_items_without_labels():
    text = changed(
        (
            "材料：\n\n（一）申请书；\n\n（二）证明材料。",
            "材料：\n\n申请书。\n\n证明材料。",
        ),
        ("登记机构", "前款材料由登记机构保存，"),
    )

    assert counts(text) == counts(WHOLE)


def test_the_last_part_of_a_code_is_no_chapter():
    text = "第一编 渡船\n第一章 登记\n第一条 甲。\n附 则\n第二条 乙。\n"

    assert counts(text) == {"编": 1, "章": 1, "条": 2, "款": 2}


def test_subitems_without_items_stand_side_by_side():
    text = "第一条 机构行使下列职权：\n1.登记；\n2.检查。\n第二条 甲。\n"

    assert not parse(text).doubts


def test_a_paragraph_that_lost_its_stop_stays_a_paragraph_and_is_told_of():
    tree = parse(
        "海棠市渡口条例\n\n第一条 渡工应当每月检查缆绳\n\n渡船不得超载。渡船不得夜航。\n\n"
        "第二条 渡工应当登记。"
    )

    assert tree.counts()["款"] == 3
    assert [(one.kind, one.line) for one in tree.doubts] == [("lost_full_stop", 3)]


def test_a_sentence_broken_within_words_of_the_statute_is_joined():
    tree = parse(
        "海棠市渡口条例\n\n第一条 渡工应当每月检查缆\n\n绳。渡船不得夜航。\n\n第二条 渡工收起缆绳。"
    )

    assert tree.counts()["款"] == 2
    assert [(one.kind, one.line) for one in tree.doubts] == [("wrapped_line", 5)]


WRAPPED = """海棠市渡口条例
第一条 渡船应当按照核定的人数和货物重量载客载货，
渡工应当每月检查缆绳、绞盘和救生衣，并保存检查记录。
{follower}
第二条 渡口管理部门应当每年检查渡船、缆绳、绞盘和救
生衣，并向社会公布检查结果。
第三条 从事渡运应当取得渡运许可证。申请渡运许可证的
应当提交渡船检验证书。
"""


@pytest.mark.parametrize(
    ("follower", "paragraphs", "told"),
    [
        ("但是，在渡口停运的月份可以不检查。", 3, "wrapped_line"),
        ("渡口停运的，应当提前十日公告。", 4, "unclear_break"),
    ],
)
def test_a_full_line_with_a_stop_may_go_on_and_is_told_of(follower, paragraphs, told):
    tree = parse(WRAPPED.format(follower=follower))

    assert tree.counts()["款"] == paragraphs
    assert (told, 4) in [(one.kind, one.line) for one in tree.doubts]


@pytest.mark.parametrize("page", ["……………………1", "\t12", "　3", " .... （4）"])
def test_a_page_number_in_a_table_of_contents_makes_no_chapter(page):
    tree = parse(
        f"海棠市渡口条例\n目　录\n第一章　总则{page}\n第二章　渡船{page}\n"
        "第一章　总则\n第一条 渡船应当登记。\n第二章　渡船\n第二条 渡船应当检修。"
    )

    assert tree.counts()["章"] == 2
    assert not tree.doubts


@pytest.mark.parametrize("sign", ["[^1]", "［2］", "①"])
def test_the_sign_of_a_footnote_does_not_hide_the_end_of_a_sentence(sign):
    tree = parse(f"海棠市渡口条例\n第一条 渡船应当登记。{sign}\n渡工应当登记。\n")

    assert tree.counts()["款"] == 2
    assert not tree.doubts


def test_a_list_that_lost_its_labels_may_stand_before_another_list():
    tree = parse(
        "海棠市渡口条例\n第一条 渡船有下列情形之一的，不得载客：\n超载；\n漏水。\n"
        "渡工有下列情形之一的，不得撑渡：\n（一）醉酒；\n（二）疲劳。\n"
    )

    assert (tree.counts()["款"], tree.counts()["项"]) == (2, 4)


def test_a_heading_that_is_a_row_of_words_is_found_without_its_label():
    tree = parse(
        "海棠市渡口条例\n第一章 总则\n第一条 渡船应当登记。\n渡工、船东和乘客的义务\n"
        "第二条 渡工应当登记。\n第三章 附则\n第三条 本条例自公布之日起施行。"
    )

    assert (tree.counts()["章"], tree.counts()["款"]) == (3, 3)
    assert "lost_heading" in [one.kind for one in tree.doubts]


def test_definitions_without_numbers_are_told_of():
    tree = parse(
        "海棠市渡口条例\n第一条 本条例下列用语的含义：\n渡船，是指载人过河的船。\n渡工，是指撑渡的人。\n"
    )

    assert ("unlabelled_list", 3) in [(one.kind, one.line) for one in tree.doubts]


def test_a_lead_in_that_is_cut_off_is_told_of():
    tree = parse("海棠市渡口条例\n第一条 渡船有下列\n（一）超载；\n（二）漏水。\n")

    assert ("truncated", 2) in [(one.kind, one.line) for one in tree.doubts]


def test_a_definition_after_numbered_ones_lost_its_number():
    tree = parse(
        "海棠市渡口条例\n第一条 本条例下列用语的含义：\n（一）渡船，是指载人过河的船。\n"
        "渡工，是指撑渡的人。\n渡口的范围由海棠市人民政府划定。\n"
    )

    assert (tree.counts()["款"], tree.counts()["项"]) == (2, 2)
    assert [(one.kind, one.line) for one in tree.doubts] == [("lost_item_label", 4)]
