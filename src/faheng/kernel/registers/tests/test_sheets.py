from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from faheng.kernel.registers import sheets
from faheng.kernel.registers.refusals import (
    Disguised,
    Empty,
    FileRefused,
    HasMacros,
    Malformed,
    TooLarge,
    UnknownKind,
    Unpacked,
)
from faheng.kernel.registers.sheets import Upload, lines_of


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_member(content: bytes, name: str, text: str) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for member in source.namelist():
            if member != name:
                made.writestr(member, source.read(member))
        made.writestr(name, text)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook(("代码", "名称"), ("1", "甲"))
LAUGHS = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>
</worksheet>"""
FAR = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>
</sheetData></worksheet>"""


def test_lines_are_numbered_as_in_the_sheet_and_blank_ones_left_out():
    content = workbook(("代码",), (None,), (" 1 ",))
    lines = lines_of(Upload("a.xlsx", content))
    assert [(number, cells[0]) for number, cells in lines] == [(1, "代码"), (3, "1")]


def test_csv_lines_count_breaks_inside_cells():
    content = '代码,名称\n1,"甲\n乙"\n2,丙\n'.encode()
    assert [number for number, _ in lines_of(Upload("a.csv", content))] == [1, 2, 4]


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.xls", GOOD, UnknownKind),
        ("a", GOOD, UnknownKind),
        ("a.xlsm", GOOD, UnknownKind),
        ("a.xlsx", b"", Disguised),
        ("a.xlsx", b"%PDF-1.7 disguised", Disguised),
        ("a.xlsx", b"MZ\x90\x00", Disguised),
        ("a.xlsx", "代码,名称".encode(), Disguised),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Disguised),
        ("a.xlsx", GOOD[: len(GOOD) // 2], Malformed),
        ("a.xlsx", b"PK\x03\x04" + b"\x00" * 100, Malformed),
        ("a.xlsx", with_member(GOOD, SHEET, "<broken"), Malformed),
        ("a.xlsx", with_member(GOOD, "xl/workbook.xml", "<x/>"), Malformed),
        ("a.xlsx", with_member(GOOD, SHEET, LAUGHS), Malformed),
        ("a.xlsx", with_member(GOOD, "xl/vbaProject.bin", "x"), HasMacros),
        ("a.xlsx", with_member(GOOD, SHEET, FAR), TooLarge),
        ("a.xlsx", workbook(), Empty),
        ("a.csv", GOOD, Disguised),
        ("a.csv", b"%PDF-1.7", Disguised),
        ("a.csv", b"a\x00b", Disguised),
        ("a.csv", b"", Empty),
        ("a.csv", '代码\n"未完'.encode(), Malformed),
        ("a.csv", b"a," * 200, TooLarge),
        ("a.csv", b"\xff\xff\xff", FileRefused),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence(name, content, refusal):
    with pytest.raises(refusal) as caught:
        lines_of(Upload(name, content))
    assert str(caught.value).endswith("。")


def test_a_zip_that_is_no_workbook_is_disguised():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("word/document.xml", "<x/>")
    with pytest.raises(Disguised):
        lines_of(Upload("a.xlsx", target.getvalue()))


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(sheets, "MAX_UNPACKED", 100_000)
    bomb = with_member(GOOD, "xl/media/x.bin", "0" * 200_000)
    assert len(bomb) < 20_000
    with pytest.raises(Unpacked):
        lines_of(Upload("a.xlsx", bomb))


def test_too_many_bytes_or_rows_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MAX_ROWS", 2)
    with pytest.raises(TooLarge):
        lines_of(Upload("a.csv", b"1\n2\n3\n4\n"))
    monkeypatch.setattr(sheets, "MAX_BYTES", 3)
    with pytest.raises(TooLarge):
        lines_of(Upload("a.csv", b"1234"))


def test_a_disguise_names_what_the_file_is():
    with pytest.raises(Disguised, match=r"\.pdf"):
        lines_of(Upload("a.csv", b"%PDF-1.7"))
