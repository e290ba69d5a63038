"""Read xlsx and csv files that strangers may have made; nothing is trusted."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Any

import puremagic
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from faheng.kernel.registers.refusals import (
    Disguised,
    Empty,
    HasMacros,
    Malformed,
    TooLarge,
    Undecodable,
    UnknownKind,
    Unpacked,
)

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_MEMBERS = 2000
MAX_ROWS = 20_000
MAX_LINES = 100_000
MAX_COLUMNS = 100

Line = tuple[int, tuple[str, ...]]
"""Number of a line as a spreadsheet counts, and its cells as text."""

MALFORMED = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its name and its bytes."""

    name: str
    content: bytes


def lines_of(upload: Upload) -> list[Line]:
    """Read the lines that hold something, the first sheet only."""
    if len(upload.content) > MAX_BYTES:
        raise TooLarge
    kind = PurePath(upload.name).suffix.lower()
    if kind not in _READERS:
        raise UnknownKind
    return _kept(_READERS[kind](upload.content))


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> harmless("=1+1"), harmless("甲-乙")
    ("'=1+1", '甲-乙')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _read_xlsx(content: bytes) -> Iterator[Line]:
    ensure_workbook(content)
    with warnings.catch_warnings():
        # What openpyxl leaves out (charts, validation) is nothing to the reader.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
            for number, row in enumerate(rows, start=1):
                yield number, tuple(cell_text(cell) for cell in row)
            book.close()
        except MALFORMED as error:
            raise Malformed from error


def ensure_workbook(content: bytes) -> None:
    """Refuse what is no plain workbook, or would unpack into too much."""
    if not content.startswith(b"PK\x03\x04"):
        raise Disguised(_disguise(content))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except MALFORMED as error:
        raise Malformed from error
    size = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or size > MAX_UNPACKED:
        raise Unpacked
    names = {member.filename for member in members}
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= names:
        raise Disguised
    if any("vbaProject" in name for name in names):
        raise HasMacros


def _read_csv(content: bytes) -> Iterator[Line]:
    if b"\x00" in content or _recognised(content):
        raise Disguised(_disguise(content))
    reader = csv.reader(io.StringIO(_decoded(content), newline=""), strict=True)
    number = 1
    try:
        for row in reader:
            yield number, tuple(cell_text(cell) for cell in row)
            number = reader.line_num + 1
    except csv.Error as error:
        raise Malformed from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Undecodable


_READERS = {".xlsx": _read_xlsx, ".csv": _read_csv}
_BINARY: tuple[bytes, ...] = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
)
_BINARY += (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf")


def _recognised(content: bytes) -> bool:
    return content.startswith(_BINARY)


def _disguise(content: bytes) -> str:
    """Name what a file really is, where that can be told."""
    try:
        found = puremagic.magic_string(content[:4096])
    except (puremagic.PureError, ValueError):
        return ""
    name = next((one.extension for one in found if one.extension), "")
    return (
        f"文件内容是{name}，与扩展名不符，请上传真正的xlsx或csv文件。" if name else ""
    )


def _kept(lines: Iterable[Line]) -> list[Line]:
    kept: list[Line] = []
    for number, cells in lines:
        if number > MAX_LINES or len(kept) > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise TooLarge
        if any(cells):
            kept.append((number, cells))
    if not kept:
        raise Empty
    return kept


def cell_text(cell: Any) -> str:
    """Write what a cell holds as a person would have typed it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        whole = cell.time() == time()
        return cell.date().isoformat() if whole else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell).strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text
