"""How a text becomes units; every statute here is invented."""

from __future__ import annotations

import pytest

from faheng.lawbase.parser.declare import Level
from faheng.lawbase.parser.tree import NoArticles, parse

WHOLE = """# 海棠市渡口条例

2019年3月1日 海棠市人民代表大会常务委员会第一次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了管理渡口，制定本条例。

第二条 渡口应当有人值守。

值守人应当佩戴标志。

## 第二章 渡船

### 第一节 登记

第三条 渡船登记应当提交下列材料：

（一）申请书；

（二）证明材料，包括：

1.船名证明；

2.尺度证明。

登记机构应当出具收据。

### 第二节 航行

第四条 渡船夜间不得航行。

第四条之一 渡船遇雾应当停航。
"""


def counts(text):
    return {level: number for level, number in parse(text).counts().items() if number}


def kinds(text):
    return {doubt.kind for doubt in parse(text).doubts}


def shape(text, label):
    article = next(one for one in parse(text).articles() if one.label == label)
    return [len(paragraph.children) for paragraph in article.children]


def test_a_whole_statute_has_every_level():
    assert counts(WHOLE) == {"章": 2, "节": 2, "条": 5, "款": 7, "项": 2, "目": 2}
    assert kinds(WHOLE) == set()


def test_an_unnumbered_natural_paragraph_is_a_paragraph():
    assert shape(WHOLE, "第二条") == [0, 0]
    assert shape(WHOLE, "第三条") == [2, 0]


def test_title_and_dates_are_no_units():
    tree = parse(WHOLE)

    assert tree.title == "海棠市渡口条例"
    assert [piece.line for piece in tree.dates] == [3]


def test_a_piece_knows_its_place_in_the_file():
    lines = WHOLE.split("\n")

    for unit in parse(WHOLE).walk():
        for piece in unit.pieces if unit.level is not Level.CHAPTER else ():
            found = lines[piece.line - 1]
            assert piece.text in found
            if unit.level not in {Level.SECTION}:
                end = piece.column + len(piece.text)
                assert found[piece.column : end] == piece.text


def test_plain_text_reads_like_markdown():
    plain = "\n".join(
        line.lstrip("# ") for line in WHOLE.splitlines() if line and line[0] != "<"
    )

    assert counts(plain) == counts(WHOLE)


def test_a_table_of_contents_is_not_counted():
    plain = (
        "海棠市灯塔办法\n目　录\n第一章　总则\n第二章　点灯\n"
        "第一章　总则\n第一条　为了点灯，制定本办法。\n"
        "第二章　点灯\n第二条　灯塔每晚点灯。\n"
    )

    assert counts(plain) == {"章": 2, "条": 2, "款": 2}


def test_a_preface_and_an_annex_are_kept_apart():
    text = (
        "# 海棠市宪章\n\n## 序言\n\n海棠市临海。\n\n## 第一章 总则\n\n"
        "第一条 海棠市的市花是海棠。\n\n附件：\n\n第一条 这是附件中的话。\n"
    )
    tree = parse(text)

    assert [piece.text for piece in tree.preface] == ["海棠市临海。"]
    assert tree.counts()["条"] == 1
    assert len(tree.annexes) == 2


@pytest.mark.parametrize(
    ("damaged", "kind"),
    [
        ("第三条 渡船夜间不得航\n\n行，遇雾应当停航。", "wrapped_line"),
        ("第三条 渡船不得：（一）超载；（二）夜航。", "inline_items"),
        ("第三条 渡船不得：\n\n超载；\n\n夜航。", "lost_item_label"),
        ("第三条 渡船不得：\n\n超载；\n\n（二）夜航。", "lost_item_label"),
        ("第三条 渡船不得：\n\n（一）超载；\n\n夜航。", "lost_item_label"),
        ("第三条 渡船不得：\n\n（一）超载；\n\n（三）夜航。", "item_gap"),
        ("第三条 渡船夜间停航。第四条 渡口夜间关闭。", "glued_article"),
        ("第四条 渡口夜间关闭。", "article_gap"),
        ("第二条 渡口夜间关闭。", "article_repeated"),
        ("第三条 渡船夜间不得航", "truncated"),
        ("第三条 渡船\ue004夜间停航。", "private_use_character"),
        ("## 第三章 附则\n\n第三条 本条例施行。", "heading_gap"),
        ("航行规则\n\n第三条 渡船夜间停航。", "lost_heading"),
    ],
)
def test_damage_is_told(damaged, kind):
    text = f"## 第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n\n{damaged}\n"

    assert kind in kinds(text)


@pytest.mark.parametrize(
    "items",
    [
        "：（一）超载；（二）夜航；（三）空驶。",
        "：\n\n超载；\n\n夜航；\n\n空驶。",
        "：\n\n超载；\n\n（二）夜航；\n\n空驶。",
        "：\n\n㈠超载；\n\n㈡夜航；\n\n㈢空驶。",
        "：\n\n(一)超载；\n\n(二)夜航，\n\n包括试航；\n\n(三)空驶。",
    ],
)
def test_three_items_are_found_however_damaged(items):
    assert shape(f"第一条 渡船不得{items}\n", "第一条") == [3]


def test_a_row_of_names_belongs_to_one_paragraph():
    text = "第一条 渡口由下列人员组成：\n\n主任，\n\n副主任若干人，\n\n渡工。\n"

    assert shape(text, "第一条") == [0]


def test_definitions_are_paragraphs_of_their_own():
    text = "第一条 本条例下列用语的含义：\n\n渡船，指木船。\n\n渡口，指码头。\n"

    assert shape(text, "第一条") == [0, 0, 0]


def test_a_line_that_begins_with_a_citation_is_no_article():
    text = "第一条 渡船应当遵守\n第五条规定的时间。\n第二条 渡口夜间关闭。\n"

    assert [unit.label for unit in parse(text).articles()] == ["第一条", "第二条"]


def test_an_unindented_line_goes_on_where_paragraphs_are_indented():
    text = (
        "　　第一条　渡船停航。\n雾散后复航。\n　　渡工休息。\n　　第二条　渡口关闭。\n"
    )

    assert shape(text, "第一条") == [0, 0]


def test_a_lost_chapter_heading_takes_the_number_that_is_free():
    text = (
        "## 第一章 总则\n\n### 第一节 甲\n\n第一条 甲。\n\n航行规则\n\n"
        "第二条 乙。\n\n## 第三章 附则\n\n第三条 丙。\n"
    )

    assert counts(text)["章"] == 3


def test_levels_below_the_subitem_are_not_counted_as_subitems():
    text = (
        "第一条 材料包括：\n\n（一）证明：\n\n1.船证：\n\n（1）正本；\n\n（2）副本；\n\n"
        "2.人证。\n"
    )

    assert counts(text) == {"条": 1, "款": 1, "项": 1, "目": 2}


def test_a_text_without_articles_is_refused_by_name():
    with pytest.raises(NoArticles, match="没有找到任何条文"):
        parse("海棠花开了。\n")
