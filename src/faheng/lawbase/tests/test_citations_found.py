"""Citations in invented statutes: what is found, where, and what it means."""

from __future__ import annotations

import pytest

from faheng.lawbase.citations.find import in_lines, in_statute
from faheng.lawbase.parser.tree import parse

FRAME = """# 海棠市渡口条例

<!-- INFO END -->

## 第一章 总则

第一条 甲。

第二条 乙。

第三条 渡船有下列情形的，应当停航：

（一）遇雾；

（二）超载；

（三）夜间。

丁。

第四条 戊。

第四条之一 己。

## 第二章 罚则

第五条 庚。

{text}
"""


def mentions(text):
    return in_statute(parse(FRAME.format(text=text)))


def words(text):
    return [mention.words for mention in mentions(text)]


def targets(text):
    found = [target.row() for mention in mentions(text) for target in mention.targets]
    return [tuple(value for key, value in one.items() if key != "law") for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第六条 违反本条例第二条规定的，停航。", [("第二条",)]),
        ("第六条 违反本《条例》第二条规定的，停航。", [("第二条",)]),
        ("第六条 违反本条例第二条、第四条规定的，停航。", [("第二条",), ("第四条",)]),
        ("第六条 违反第二条，第四条规定的，停航。", [("第二条",), ("第四条",)]),
        ("第六条 有第三条第二项情形的，停航。", [("第三条", 1, 2)]),
        (
            "第六条 有第三条第（一）、（三）项情形的。",
            [("第三条", 1, 1), ("第三条", 1, 3)],
        ),
        ("第六条 有第三条第一项至三项情形的。", [("第三条", 1, n) for n in (1, 2, 3)]),
        ("第六条 违反第三条第一、二款的。", [("第三条", 1), ("第三条", 2)]),
        (
            "第六条 违反第三条第一款第一项、第二款的。",
            [("第三条", 1, 1), ("第三条", 2)],
        ),
        (
            "第六条 违反第四条至第五条规定的。",
            [("第四条",), ("第四条之一",), ("第五条",)],
        ),
        ("第六条 依照前条规定处理。", [("第五条",)]),
        ("第六条 依照前两条规定处理。", [("第四条之一",), ("第五条",)]),
        ("第六条 甲。\n\n依照前款规定处理。", [("第六条", 1)]),
        ("第六条 甲。\n\n乙。\n\n依照前两款处理。", [("第六条", 1), ("第六条", 2)]),
        (
            "第六条 不得：\n\n（一）甲；\n\n（二）乙。\n\n有前款第二项行为的，停航。",
            [("第六条", 1, 2)],
        ),
        (
            "第六条 不得：\n\n（一）甲；\n\n（二）乙；\n\n（三）前两项以外的行为。",
            [("第六条", 1, 1), ("第六条", 1, 2)],
        ),
        ("第六条 甲。\n\n依照本条第一款和第四条处理。", [("第六条", 1), ("第四条",)]),
        ("第六条 甲。\n\n第一款所称甲，指渡船。", [("第六条", 1)]),
        ("第六条 依照本条例第二章的规定处理。", [("第二章",)]),
        (
            "第六条 违反第三条规定，按照下列规定处理：\n\n（一）违反第二项的，停航；",
            [("第三条",), ("第三条", 1, 2)],
        ),
    ],
)
def test_a_citation_of_the_own_statute_is_resolved(text, expected):
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "law", "article"),
    [
        ("第六条 依照《中华人民共和国航道法》第九条处理。", "航道法", "第九条"),
        ("第六条 当事人依照民事诉讼法第十条起诉。", "民事诉讼法", "第十条"),
        ("第六条 依照《刑法》（以下简称刑法）第十条之二处理。", "刑法", "第十条之二"),
        ("第六条 依照海棠市水上交通条例第九条处理。", "海棠市水上交通条例", "第九条"),
        ("第六条 航道法已有规定；该法第九条除外。", None, None),
    ],
)
def test_a_citation_of_another_statute_names_it(text, law, article):
    found = [one.row() for mention in mentions(text) for one in mention.targets]

    assert found == ([{"law": law, "article": article}] if law else found)


def test_a_paragraph_is_not_made_up_for_another_statute():
    found = mentions("第六条 依照《航道法》第九条第二项处理。")[0].targets[0]

    assert (found.para, found.item) == (None, 2)


@pytest.mark.parametrize(
    "text",
    [
        "第六条 第一项目和前三条件均已具备。",
        "第六条 对前三项污染物收费。",
        "第六条 根据《关于修改〈渡口条例〉第三条的决定》办理。",
        "第六条 此前款项已经付清。",
    ],
)
def test_what_is_no_citation_is_left_alone(text):
    assert words(text) == []


def test_a_mention_has_its_place_in_the_file():
    text = FRAME.format(text="第六条 违反本条例第二条、第四条规定的，停航。")
    mention = in_statute(parse(text))[0]

    line = text.split("\n")[mention.line - 1]
    assert line[mention.start : mention.end] == "本条例第二条、第四条"


def test_a_paper_that_is_no_statute_is_searched_too():
    found = in_lines(["当事人违反《渡口条例》第九条第一款，处罚如下。"])

    assert [mention.row("a")["mention"] for mention in found] == [
        "《渡口条例》第九条第一款"
    ]


def test_a_citation_goes_on_over_the_end_of_a_line():
    text = (
        "渡口办法\n\n　　第一条　甲。\n　　第二条　违反本办法第\n一条规定的，处罚。\n"
    )

    found = in_statute(parse(text))

    assert [(one.line, one.start, one.end) for one in found] == [(4, 8, 12)]
    assert found[0].words == "本办法第一条"
    assert found[0].targets[0].article == "第一条"


def test_a_title_that_only_ends_like_a_reference_back_is_a_title():
    assert in_lines(["可以依照合同法第七条主张。"])[0].targets[0].law == "合同法"


def test_a_bare_item_stands_in_the_article_cited_before_it():
    text = FRAME.replace("第四条 戊。", "第四条 有第三条第一项情形的停航；第二项除外。")

    found = in_statute(parse(text))[-1]

    assert found.words == "第二项"
    assert (found.targets[0].article, found.targets[0].item) == ("第三条", 2)


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("依照环评法第三十一条处罚。", "环境影响评价法"),
        ("违反《固废法》第二十条。", "固体废物污染环境防治法"),
    ],
)
def test_a_short_form_of_a_title_is_written_out(text, law):
    assert [one.targets[0].law for one in in_lines([text])] == [law]
