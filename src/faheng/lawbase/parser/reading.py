"""A file becomes lines of text, or a named problem."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from unicodedata import normalize

from docx import Document
from docx.document import Document as OpenDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from faheng.lawbase.parser.numbering import Numbering

ENCODINGS = ("utf-8-sig", "gb18030")
WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
STRANGE_SHARE = 0.02
RADICALS = {code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
LARGEST = 50_000_000


class Unreadable(Exception):
    """The file is no statute text; the message names the problem."""


class EmptyFile(Unreadable):
    """文件是空的"""


class NotText(Unreadable):
    """文件不是文本（二进制内容）"""


class BrokenDocument(Unreadable):
    """docx 文件已损坏"""


class TooLarge(Unreadable):
    """文件过大"""


def lines_of(path: Path) -> list[str]:
    """The lines of a file, in the numbering of the file.

    Raises:
        Unreadable: The file holds no text.
        OSError: The file cannot be opened.
    """
    if path.stat().st_size > LARGEST:
        raise TooLarge(TooLarge.__doc__)
    return lines_of_bytes(path.read_bytes())


def lines_of_bytes(data: bytes) -> list[str]:
    """The lines of a file's bytes: text in UTF-8, UTF-16 or GB18030, or docx."""
    if not data.strip():
        raise EmptyFile(EmptyFile.__doc__)
    if data.startswith(b"PK\x03\x04"):
        return _docx(data)
    text = _decoded(data).translate(RADICALS)
    if not text.strip():
        raise EmptyFile(EmptyFile.__doc__)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _decoded(data: bytes) -> str:
    """The text of some bytes, in the first encoding that makes sense of them."""
    wide = WIDE.get(data[:2])
    for encoding in (wide,) if wide else ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise NotText(NotText.__doc__)


def _is_text(text: str) -> bool:
    """Whether characters look like writing: few controls, few unassigned."""
    sample = text[:20_000]
    strange = sum(
        1
        for sign in sample
        if (sign < " " and sign not in "\n\r\t\f\v\x1a") or "\x7f" <= sign < "\xa0"
    )
    return "\x00" not in text and strange <= STRANGE_SHARE * len(sample)


def _docx(data: bytes) -> list[str]:
    """The paragraphs and table rows of a docx file, a line each."""
    try:
        document = Document(io.BytesIO(data))
        lines = _blocks(document)
    except (
        OpcError,
        KeyError,
        ValueError,
        SyntaxError,
        zipfile.BadZipFile,
    ) as problem:
        raise BrokenDocument(BrokenDocument.__doc__) from problem
    if not any(line.strip() for line in lines):
        raise EmptyFile(EmptyFile.__doc__)
    return lines


def _blocks(document: OpenDocument) -> list[str]:
    """The lines of a document in the order of its body."""
    lines: list[str] = []
    numbering = Numbering.of(document)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            label = numbering.label(block)
            text = f"{label} {block.text}" if label and block.text else block.text
            lines += text.split("\n")
        elif isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
    return lines
