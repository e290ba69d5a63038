"""Files of every encoding, and files that are no text."""

from __future__ import annotations

import io

import pytest
from docx import Document

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
