"""Files of every encoding, and files that are no text."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from faheng.lawbase.parser import reading

TEXT = "第一条 渡船夜间停航。\n第二条 渡口夜间关闭。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_encoding_does_not_matter(encoding):
    assert reading.lines_of_bytes(TEXT.encode(encoding)) == TEXT.split("\n")


def test_line_ends_of_every_system_are_read():
    assert reading.lines_of_bytes(b"a\r\nb\rc\nd") == ["a", "b", "c", "d"]


def test_a_docx_gives_its_paragraphs_and_rows_in_order():
    document = Document()
    document.add_paragraph("第一条 渡船夜间停航。")
    document.add_table(1, 2).rows[0].cells[0].text = "甲"
    document.add_paragraph("第二条 渡口夜间关闭。")
    file = io.BytesIO()
    document.save(file)

    assert reading.lines_of_bytes(file.getvalue()) == [
        "第一条 渡船夜间停航。",
        "甲\t",
        "第二条 渡口夜间关闭。",
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", reading.EmptyFile),
        (b" \n\t\n", reading.EmptyFile),
        ("\ufeff".encode(), reading.EmptyFile),
        (bytes(range(256)) * 8, reading.NotText),
        (b"\x7fELF\x00\x00\x01", reading.NotText),
        (b"PK\x03\x04 no archive at all", reading.BrokenDocument),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, problem):
    with pytest.raises(problem) as raised:
        reading.lines_of_bytes(data)

    assert str(raised.value)


def test_a_docx_gives_the_labels_that_it_counts_itself():
    document = Document()
    declared = document.part.numbering_part.element
    space = nsdecls("w")
    declared.insert(
        0,
        parse_xml(
            f'<w:abstractNum {space} w:abstractNumId="99">'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
            '<w:lvlText w:val="第%1条"/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
            '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
        ),
    )
    declared.append(
        parse_xml(f'<w:num {space} w:numId="99"><w:abstractNumId w:val="99"/></w:num>')
    )
    for level, words in ((0, "甲："), (1, "乙；"), (1, "丙。"), (0, "丁。")):
        paragraph = document.add_paragraph(words)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {space}><w:ilvl w:val="{level}"/>'
                '<w:numId w:val="99"/></w:numPr>'
            )
        )
    file = io.BytesIO()
    document.save(file)

    assert reading.lines_of_bytes(file.getvalue()) == [
        "第一条 甲：",
        "（一） 乙；",
        "（二） 丙。",
        "第二条 丁。",
    ]
