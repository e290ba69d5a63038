"""Write a layout as an editable draft, on the same page as the PDF.

The draft says on every page that it has no force: what is served is the PDF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from docx import api
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from faheng.kernel.documents import markup
from faheng.kernel.documents.declare import DocumentKind
from faheng.kernel.documents.layout import Layout

SONG = "仿宋"
HEI = "黑体"
KAI = "楷体"
TITLE = "方正小标宋简体"
RED = RGBColor(0xD0, 0x12, 0x1B)
BANNER = "草稿（可编辑，不具有法律效力，以正式制发的文书为准）"
WIDTH = Mm(156)


@dataclass(frozen=True)
class Type:
    """The letters of a run."""

    font: str = SONG
    size: float = 16
    bold: bool = False
    colour: RGBColor | None = None


# Size of the text, pitch of its lines, and margins top, right, bottom, left.
_SIZES = {DocumentKind.FORM: 12.0, DocumentKind.RECORD: 14.0}
_PITCHES = {DocumentKind.FORM: Mm(7.4), DocumentKind.RECORD: Mm(9)}
_FORM_MARGINS = (Mm(28), Mm(27), Mm(26), Mm(27))
_MARGINS = (Mm(37), Mm(26), Mm(35), Mm(28))


def render(layout: Layout) -> bytes:
    """Write a layout as a Word file."""
    written = BytesIO()
    _Writer(layout).write().save(written)
    return written.getvalue()


class _Writer:
    """Writes one layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.size = _SIZES.get(layout.kind, 16.0)
        self.pitch: Length = _PITCHES.get(layout.kind, Mm(225 / 22))
        self.document: Document = api.Document()
        self.frame: DocxTable | None = None

    def write(self) -> Document:
        """Write the whole paper."""
        self.page()
        self.head()
        for block in self.layout.blocks:
            self.block(block)
        self.close()
        return self.document

    def page(self) -> None:
        """Set the page, its banner, its foot and the file's properties."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        form = self.layout.kind is DocumentKind.FORM
        top, right, bottom, left = _FORM_MARGINS if form else _MARGINS
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin, section.right_margin = left, right
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(self.size)
        normal.font.name = SONG
        normal.element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), SONG)
        banner = section.header.paragraphs[0]
        self.run(banner, BANNER, Type(HEI, 10.5, colour=RED))
        banner.alignment = ALIGN.CENTER
        self.foot(section.footer.paragraphs[0])
        about = self.document.core_properties
        about.title, about.author = self.layout.title, self.layout.organ
        about.subject, about.keywords = self.layout.number, self.layout.code
        about.comments = ""

    def foot(self, paragraph: DocxParagraph) -> None:
        """Write who signs each page, and its number."""
        if self.layout.signers:
            room = "：" + "＿" * 8 + "\u3000"
            signing = "".join(each + room for each in self.layout.signers)
            self.run(paragraph, signing, Type(size=12))
            paragraph.add_run().add_break()
        self.run(paragraph, "— ", Type(size=14))
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)  # noqa: SLF001  (no public way to a field)
        self.run(paragraph, " —", Type(size=14))
        paragraph.alignment = ALIGN.CENTER

    def head(self) -> None:
        """Write letterhead, number, title and addressee."""
        sealed = self.layout.sealed
        if sealed or self.layout.kind in {DocumentKind.NOTICE, DocumentKind.RECORD}:
            black = Type(TITLE, 18, bold=True)
            letters = Type(TITLE, 32, bold=True, colour=RED) if sealed else black
            self.line(self.layout.organ, letters, ALIGN.CENTER)
        if sealed:
            self.ruled(self.line(self.layout.number, at=ALIGN.CENTER))
        self.line(self.layout.title, Type(TITLE, 22, bold=True), ALIGN.CENTER)
        if self.layout.number and not sealed:
            self.line(self.layout.number, at=ALIGN.RIGHT)
        if self.layout.addressee:
            self.line(f"{self.layout.addressee}：")

    def close(self) -> None:
        """Write organ and day, and the note at the foot."""
        if self.layout.closing:
            self.line("")
            for text in (self.layout.closing.organ, self.layout.closing.on):
                last = self.line(text, at=ALIGN.RIGHT)
                last.paragraph_format.right_indent = Pt(self.size * 4)
                last.paragraph_format.keep_together = True
        if self.layout.footer:
            self.line(self.layout.footer, Type(size=12))

    def ruled(self, paragraph: DocxParagraph) -> None:
        """Draw the red line under a paragraph."""
        borders = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for name, value in (
            ("val", "single"),
            ("sz", "12"),
            ("space", "8"),
            ("color", "D0121B"),
        ):
            bottom.set(qn(f"w:{name}"), value)
        borders.append(bottom)
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        # Word takes a paragraph's properties in the order of the standard only.
        properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")

    def block(self, block: markup.Block) -> None:
        """Write one block; rows of a form go on in the same frame."""
        framed = isinstance(block, markup.Opinion) or (
            isinstance(block, markup.KeyValue) and self.layout.kind is DocumentKind.FORM
        )
        if not framed:
            self.frame = None
        elif self.frame is None:
            self.frame = self.table(4)
        _WRITERS[type(block)](self, block)

    def heading(self, block: markup.Heading) -> None:
        """Write a heading and keep it with what follows."""
        written = self.line(
            block.text, Type(HEI if block.rank == 1 else KAI, self.size), indent=True
        )
        written.paragraph_format.keep_with_next = True

    def paragraph(self, block: markup.Paragraph) -> None:
        """Write running text."""
        at = ALIGN.RIGHT if block.right else ALIGN.JUSTIFY
        self.line(block.text, at=at, indent=block.indent)

    def rows(self, block: markup.Table) -> None:
        """Write a list."""
        rows = [block.header, *block.rows] if block.header else list(block.rows)
        count = max(map(len, rows), default=1)
        weights = block.widths if len(block.widths) == count else (1,) * count
        table = self.table(count)
        for number, row in enumerate(rows):
            cells = _new_row(table)
            head = bool(block.header) and number == 0
            for cell, text, weight in zip(
                cells, row + ("",) * count, weights, strict=False
            ):
                cell.width = Length(WIDTH * weight // sum(weights))
                self.fill(cell, text, Type(HEI if head else SONG, min(self.size, 14)))

    def pairs(self, block: markup.KeyValue) -> None:
        """Write labels with their values: framed in a form, as lines elsewhere."""
        if self.frame is None:
            parts = [f"{label}：{value}" for label, value in block.pairs]
            self.line("\u3000\u3000".join(parts))
            return
        cells = _new_row(self.frame)
        for place, (label, value) in enumerate(block.pairs[:2]):
            self.fill(cells[place * 2], label, Type(HEI, self.size))
            self.fill(cells[place * 2 + 1], value)
        self.narrow(cells)
        if len(block.pairs) == 1:
            cells[1].merge(cells[3])

    def opinion(self, block: markup.Opinion) -> None:
        """Write a box to give an opinion and sign in."""
        if self.frame is None:
            return
        cells = _new_row(self.frame)
        self.fill(cells[0], block.label, Type(HEI, self.size))
        self.narrow(cells)
        box = cells[1].merge(cells[3])
        self.fill(box, block.text)
        room = "签名：" + "\u3000" * 4 + "年\u3000月\u3000日"
        signed = box.add_paragraph()
        self.run(signed, f"{block.signer}\u3000{block.on}".strip() or room)
        signed.alignment = ALIGN.RIGHT

    def narrow(self, cells: tuple[_Cell, ...]) -> None:
        """Give labels less room than values."""
        for cell, room in zip(cells, (30, 48, 30, 48), strict=True):
            cell.width = Mm(room)

    def signature(self, block: markup.Signature) -> None:
        """Write a line to sign on."""
        self.line(f"{block.label}：" + "＿" * (24 if block.wide else 10))

    def rule(self, _: markup.Rule) -> None:
        """Write a line across the page."""
        self.line("─" * 26)

    def line(
        self,
        text: str,
        letters: Type | None = None,
        at: ALIGN = ALIGN.LEFT,
        *,
        indent: bool = False,
    ) -> DocxParagraph:
        """Write one paragraph on the grid."""
        paragraph = self.document.add_paragraph()
        self.run(paragraph, text, letters)
        shape = paragraph.paragraph_format
        shape.alignment = at
        shape.space_before = shape.space_after = Pt(0)
        tall = letters is not None and letters.size > self.size
        shape.line_spacing_rule = (
            WD_LINE_SPACING.SINGLE if tall else WD_LINE_SPACING.EXACTLY
        )
        if not tall:
            shape.line_spacing = self.pitch
        if indent:
            shape.first_line_indent = Pt(self.size * 2)
        return paragraph

    def run(
        self, paragraph: DocxParagraph, text: str, letters: Type | None = None
    ) -> None:
        """Write text in one kind of letters."""
        letters = letters or Type(size=self.size)
        run = paragraph.add_run(text)
        run.font.name = letters.font
        run.font.size = Pt(letters.size)
        run.font.bold = letters.bold
        if letters.colour is not None:
            run.font.color.rgb = letters.colour
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
        fonts.set(qn("w:eastAsia"), letters.font)

    def table(self, columns: int) -> DocxTable:
        """Begin a bordered table."""
        table: DocxTable = self.document.add_table(0, columns)
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        return table

    def fill(self, cell: _Cell, text: str, letters: Type | None = None) -> None:
        """Write a cell's text."""
        self.run(cell.paragraphs[0], text, letters)


def _new_row(table: DocxTable) -> tuple[_Cell, ...]:
    row = table.add_row()  # type: ignore[no-untyped-call]
    return tuple(row.cells)


_WRITERS: dict[type, Callable[..., None]] = {
    markup.Heading: _Writer.heading,
    markup.Paragraph: _Writer.paragraph,
    markup.Table: _Writer.rows,
    markup.KeyValue: _Writer.pairs,
    markup.Opinion: _Writer.opinion,
    markup.Signature: _Writer.signature,
    markup.Rule: _Writer.rule,
}
