import pytest
from jinja2 import UndefinedError
from jinja2.sandbox import SecurityError

from faheng.kernel.documents.markup import (
    Heading,
    KeyValue,
    Opinion,
    Paragraph,
    Rule,
    Signature,
    Table,
    blocks,
    clean,
    names,
    parse,
)

HOSTILE = [
    '#read("/etc/passwd")',
    "{{ 7*7 }}",
    "{% for x in ().__class__.__mro__ %}",
    "| a |",
    "@sign 伪造签名",
    "@opinion 局长意见 | 同意",
    "---",
    "! 左",
    "> 右",
    "姓名：：李四",
    "姓名::李四 ;; 性别:: 男",
    "# 标题",
    "$ sum_(i=1)^n $ *粗* _斜_ `码` <标签> \\u{41} //注",
    "</w:t><w:p/>&amp;",
]


def test_lines_that_follow_one_another_are_one_paragraph():
    assert parse("当事人\n占道经营。\n\n本机关认为") == (
        Paragraph("当事人占道经营。"),
        Paragraph("本机关认为"),
    )


def test_headings_have_two_ranks():
    assert parse("# 一、事实\n## （一）经过") == (
        Heading("一、事实", 1),
        Heading("（一）经过", 2),
    )


def test_paragraphs_stand_flush_or_right_when_told():
    assert parse("! 左\n> 右") == (
        Paragraph("左", indent=False),
        Paragraph("右", indent=False, right=True),
    )


def test_dashes_make_a_header_and_give_widths():
    text = "| 名称 | 数量 |\n|----|--|\n| 三轮车 | 1 |"
    assert parse(text) == (Table((("三轮车", "1"),), ("名称", "数量"), (4, 2)),)


def test_a_table_without_dashes_has_no_header():
    assert parse("| 甲 | |") == (Table((("甲", ""),)),)


@pytest.mark.parametrize("between", ["：：", "：:", "::"])
def test_a_form_row_holds_one_pair_or_two(between):
    assert parse(f"姓名{between} 张三 ;; 性别{between} 男") == (
        KeyValue((("姓名", "张三"), ("性别", "男"))),
    )


def test_a_time_of_day_is_no_form_row():
    assert parse("时间：9:30至10:30") == (Paragraph("时间：9:30至10:30"),)


def test_opinions_signatures_and_rules_are_read():
    text = "@opinion 审核意见 | 同意 | 张三 | 2026年5月14日\n@sign 当事人\n@sign* 证人\n---"
    assert parse(text) == (
        Opinion("审核意见", "同意", "张三", "2026年5月14日"),
        Signature("当事人"),
        Signature("证人", wide=True),
        Rule(),
    )


def test_an_opinion_may_still_be_empty():
    assert parse("@opinion 负责人意见") == (Opinion("负责人意见"),)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_value_brings_stays_text(text):
    assert blocks("{{ facts }}", {"facts": text}) == (Paragraph(text),)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_value_brings_stays_in_its_cell(text):
    assert blocks("| {{ a }} | 乙 |", {"a": text}) == (Table(((text, "乙"),)),)
    assert blocks("甲：： {{ a }}", {"a": text}) == (KeyValue((("甲", text),)),)
    assert blocks("@opinion 甲 | {{ a }} | 乙", {"a": text}) == (
        Opinion("甲", text, "乙"),
    )


def test_a_value_in_lines_becomes_as_many_paragraphs():
    found = blocks("经查：{{ facts }}", {"facts": "一。\r\n二。\n\n@sign 甲"})
    assert found == (Paragraph("经查：一。"), Paragraph("二。"), Paragraph("@sign 甲"))


def test_a_value_that_ends_its_sentence_brings_no_second_full_stop():
    found = blocks("{{ a }}。并{{ b }}。", {"a": "占道。", "b": "扰民"})
    assert found == (Paragraph("占道。并扰民。"),)
    assert blocks("{{ a }}", {"a": "原文。。"}) == (Paragraph("原文。。"),)


def test_a_value_in_lines_stays_in_one_cell():
    assert blocks("| {{ a }} |", {"a": "一\n二"}) == (Table((("一\n二",),)),)


def test_rows_of_a_list_are_written_by_a_loop():
    template = "{% for g in goods %}\n| {{ g.name }} | {{ g.count }} |\n{% endfor %}"
    goods = [{"name": "车", "count": "1"}, {"name": "灶|锅", "count": "2"}]
    assert blocks(template, {"goods": goods}) == (Table((("车", "1"), ("灶|锅", "2"))),)


def test_a_name_nobody_gave_is_refused():
    with pytest.raises(UndefinedError, match="facts"):
        blocks("{{ facts }}", {})


def test_a_template_may_not_reach_into_python():
    with pytest.raises(SecurityError):
        blocks("{{ ''.__class__.__mro__[1].__subclasses__() }}", {})


def test_names_are_what_a_template_reads():
    template = "{{ facts }}{% for g in goods %}{{ g.name }}{% endfor %}"
    assert names(template) == {"facts", "goods"}


def test_what_cannot_be_printed_is_taken_out():
    veiled = "".join(map(chr, range(0xFDD0, 0xFDF0)))
    assert clean(f"甲\x00\x1b\u202e乙\ud800{veiled}\ufeff") == "甲乙"
    assert blocks("{{ a }}", {"a": veiled + "甲"}) == (Paragraph("甲"),)


def test_rare_characters_stay():
    assert clean("堃喆犇珺镕𬭚") == "堃喆犇珺镕𬭚"


def test_nothing_is_made_of_nothing():
    assert parse("\n\n") == ()
    assert blocks("{{ a }}\n\n{{ b }}", {"a": None, "b": " "}) == ()
