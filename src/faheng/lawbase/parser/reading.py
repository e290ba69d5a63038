"""A file becomes lines of text, or a named problem."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from unicodedata import normalize

from docx import Document
from docx.document import Document as OpenDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from faheng.lawbase.parser.numbering import Numbering

ENCODINGS = ("utf-8-sig", "gb18030")
WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
UNMARKED = ("utf-16-le", "utf-16-be")
STRANGE_SHARE = 0.02
SAMPLE = 20_000
# What a statute is written in; signs at random are mostly none of these.
CHINESE = re.compile(
    "[\\s -~\u2010-\u203b\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
CHINESE_SHARE = 0.9
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


class NoTexts(Unreadable):
    """文件夹里没有 .md、.txt、.docx 文件"""


def bytes_of(path: Path) -> bytes:
    """What is in a file.

    Raises:
        Unreadable: It is too large to be a statute, or a folder.
        OSError: It cannot be opened.
    """
    if path.is_dir():
        raise NoTexts(NoTexts.__doc__)
    if path.stat().st_size > LARGEST:
        raise TooLarge(TooLarge.__doc__)
    return path.read_bytes()


def unopened(problem: OSError) -> str:
    """Why a file cannot be opened."""
    if isinstance(problem, FileNotFoundError):
        return "没有这个文件"
    if isinstance(problem, PermissionError):
        return "没有权限读这个文件"
    return problem.strerror or str(problem)


def lines_of(path: Path) -> list[str]:
    """The lines of a file, in the numbering of the file.

    Raises:
        Unreadable: The file holds no text.
        OSError: The file cannot be opened.
    """
    return lines_of_bytes(bytes_of(path))


def lines_of_bytes(data: bytes) -> list[str]:
    """The lines of a file's bytes: text in UTF-8, UTF-16 or GB18030, or docx."""
    if not data.strip():
        raise EmptyFile(EmptyFile.__doc__)
    if data.startswith(b"PK\x03\x04"):
        return _docx(data)
    text = decoded(data)[0].translate(RADICALS)
    if not text.strip():
        raise EmptyFile(EmptyFile.__doc__)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def decoded(data: bytes) -> tuple[str, str]:
    """The text of some bytes, and the first encoding that makes sense of them.

    Raises:
        NotText: None does.
    """
    wide = WIDE.get(data[:2])
    for encoding in (wide,) if wide else (*ENCODINGS, *UNMARKED):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text) and (encoding not in UNMARKED or _is_chinese(text)):
            return text, encoding.removesuffix("-sig")
    raise NotText(NotText.__doc__)


def _is_chinese(text: str) -> bool:
    """Whether a text is Chinese; bytes at random are a text in UTF-16, too."""
    sample = text[:SAMPLE]
    return len(CHINESE.findall(sample)) >= CHINESE_SHARE * len(sample)


def _is_text(text: str) -> bool:
    """Whether characters look like writing: few controls, few unassigned."""
    sample = text[:SAMPLE]
    strange = sum(
        1
        for sign in sample
        if (sign < " " and sign not in "\n\r\t\f\v\x1a") or "\x7f" <= sign < "\xa0"
    )
    return "\x00" not in text and strange <= STRANGE_SHARE * len(sample)


def _docx(data: bytes) -> list[str]:
    """The paragraphs and table rows of a docx file, a line each."""
    try:
        _weigh(data)
        lines = _blocks(Document(io.BytesIO(data)))
    except TooLarge:
        raise
    except Exception as problem:
        # A damaged part makes the library fail in ways that it does not name.
        raise BrokenDocument(BrokenDocument.__doc__) from problem
    if not any(line.strip() for line in lines):
        raise EmptyFile(EmptyFile.__doc__)
    return lines


def _weigh(data: bytes) -> None:
    """Refuse an archive that is small only while it is packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise TooLarge(TooLarge.__doc__)


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
