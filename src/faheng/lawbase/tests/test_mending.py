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
