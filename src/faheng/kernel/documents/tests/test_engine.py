"""Papers are printed and read back."""

import threading
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx as word
import pypdfium2
import pytest

from faheng.kernel.documents.declare import DocumentKind
from faheng.kernel.documents.engine import docx, pdf
from faheng.kernel.documents.layout import Closing, Layout
from faheng.kernel.documents.markup import Paragraph, blocks, parse

RARE = "堃喆犇珺镕"
HOSTILE = [
    '#read("/etc/passwd")',
    "{{ 7*7 }}",
    "| a |",
    "@sign",
    "$x^2$ *b* _i_ `c` <l> @ref",
    r"\u{41} \# // /* */",
    '"}]}',
    "</w:t><w:br/>&amp;",
]
DECISION = """
当事人：： {{ name }} ;; 电话：： 000-00000000

# 一、违法事实和证据

## （一）事实

{{ facts }}

| 序号 | 证据 |
|--|------|
| 1 | {{ evidence }} |

---

! 左起一行

> 右起一行

@opinion 审核意见 | 同意 | 赵六 | 2026年5月13日
@opinion 负责人意见

@sign 当事人签名
@sign* 见证人签名
"""
VALUES = {
    "name": f"{RARE}烧烤店",
    "facts": "占用人行道约12.5平方米，罚款86,000元（捌万陆仟元整）。",
    "evidence": "现场检查笔录",
}
LAYOUT = Layout(
    kind=DocumentKind.NOTICE,
    organ="望城区综合行政执法局",
    title="行政处罚决定书",
    blocks=blocks(DECISION, VALUES),
    number="望城罚决〔2026〕1号",
    addressee="某当事人",
    closing=Closing("望城区综合行政执法局", "2026年5月15日"),
    seal=True,
    sealed=True,
    draft=False,
    code="PEN-37",
    footer="本文书一式二份，一份送达当事人，一份归档。",
    verify="https://example.invalid/v/1",
    issued_on=date(2026, 5, 15),
)
STATED = [
    *VALUES.values(),
    "000-00000000",
    "望城罚决〔2026〕1号",
    "2026年5月15日",
    "某当事人：",
    "本文书一式二份",
    "赵六",
    "见证人签名",
    "左起一行",
    "右起一行",
]


def squeezed(text):
    """Fold what a reader can't tell apart, and drop all space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def pages(data):
    paper = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in paper]
    finally:
        paper.close()


def text_of(data):
    return squeezed("".join(pages(data)))


def text_of_word(data):
    read = word.Document(BytesIO(data))
    cells = [c.text for t in read.tables for row in t.rows for c in row.cells]
    return squeezed("".join([p.text for p in read.paragraphs] + cells))


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_stated_value_is_read_back(kind):
    text = text_of(pdf.render(replace(LAYOUT, kind=kind)))
    assert [each for each in STATED if squeezed(each) not in text] == []


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_editable_draft_holds_the_same_text(kind):
    text = text_of_word(docx.render(replace(LAYOUT, kind=kind)))
    assert [each for each in STATED if squeezed(each) not in text] == []


def test_the_file_says_that_it_is_pdf_a_2b():
    data = pdf.render(LAYOUT)
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in data


def test_rare_letters_of_names_are_printed_by_a_chinese_font():
    assert squeezed(RARE) in text_of(pdf.render(LAYOUT))


def test_a_letter_that_no_font_holds_is_printed_by_its_number():
    printed = pdf.render(replace(LAYOUT, blocks=(Paragraph("某\U000f0000某"),)))
    assert squeezed("某［U+F0000］某") in text_of(printed)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_party_writes_stays_text(hostile):
    values = dict.fromkeys(VALUES, hostile)
    layout = replace(LAYOUT, blocks=blocks(DECISION, values), organ=hostile)
    assert text_of(pdf.render(layout)).count(squeezed(hostile)) >= 3
    assert text_of_word(docx.render(layout)).count(squeezed(hostile)) >= 3


def test_a_draft_says_so_on_every_page():
    long = (Paragraph("某事实。" * 60),) * 8
    draft = replace(LAYOUT, blocks=long, draft=True, seal=False, issued_on=None)
    found = pages(pdf.render(draft))
    assert len(found) > 2
    assert all("草稿" in squeezed(page) for page in found)
    assert "草稿" not in text_of(pdf.render(LAYOUT))


def test_the_seal_says_that_it_is_a_demonstration():
    assert "演示电子印章" in text_of(pdf.render(LAYOUT))
    assert "演示电子印章" not in text_of(pdf.render(replace(LAYOUT, seal=False)))


def test_a_record_is_signed_on_every_page():
    record = replace(
        LAYOUT,
        kind=DocumentKind.RECORD,
        blocks=(Paragraph("问：某事。" * 60),) * 8,
        signers=("被询问人签名", "执法人员签名"),
    )
    found = pages(pdf.render(record))
    assert len(found) > 1
    assert all("被询问人签名" in page and "执法人员签名" in page for page in found)


def test_pages_are_numbered_between_dashes():
    long = replace(LAYOUT, blocks=(Paragraph("某事实。" * 60),) * 8)
    for number, page in enumerate(pages(pdf.render(long)), 1):
        assert f"—{number}—" in squeezed(page)


def test_organ_and_day_never_stand_alone_on_a_page():
    for count in range(1, 24):
        body = tuple(Paragraph(f"第{n}段文字。") for n in range(count))
        last = squeezed(pages(pdf.render(replace(LAYOUT, blocks=body)))[-1])
        assert f"第{count - 1}段文字" in last


def test_twenty_two_lines_of_twenty_eight_characters_fill_a_page():
    plain = replace(
        LAYOUT, kind=DocumentKind.PARTY, sealed=False, seal=False, addressee="",
        number="", closing=None, footer="", verify="",
        blocks=(Paragraph("国" * 28 * 50, indent=False),),
    )  # fmt: skip
    second = pages(pdf.render(plain))[1].split("—")[0]
    assert second.count("国") == 22 * 28
    assert max(line.count("国") for line in second.splitlines()) == 28


def test_an_issued_paper_is_the_same_file_each_time():
    assert pdf.render(LAYOUT) == pdf.render(LAYOUT)


def test_papers_are_printed_side_by_side():
    printed = []
    threads = [
        threading.Thread(target=lambda: printed.append(pdf.render(LAYOUT)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(printed)) == 1
    assert len(printed) == 4


def test_a_paper_without_body_is_still_a_paper():
    empty = Layout(DocumentKind.FORM, "某局", "某表", parse(""))
    assert "某表" in text_of(pdf.render(empty))
    assert "某表" in text_of_word(docx.render(empty))


def test_the_editable_draft_says_that_it_has_no_force():
    read = word.Document(BytesIO(docx.render(LAYOUT)))
    assert "不具有法律效力" in read.sections[0].header.paragraphs[0].text


def test_ragged_rows_are_filled_up():
    ragged = replace(
        LAYOUT, blocks=parse("| 甲 | 乙 |\n|--|\n| 丙 |\n| 丁 | 戊 | 己 |")
    )
    assert "己" in text_of(pdf.render(ragged))
    assert "己" in text_of_word(docx.render(ragged))
