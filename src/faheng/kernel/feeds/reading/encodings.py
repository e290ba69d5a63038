"""Bring text files to UTF-8 without reading them into memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

BLOCK = 4 * 1024 * 1024
SAMPLE = 1024 * 1024
UNREADABLE = "\ufffd"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ("utf-8", "gb18030")
_FEW = 0.4


def in_utf8(path: Path, scratch: Path) -> Path:
    """Give the file itself where it is plain UTF-8, or a copy that is.

    What no encoding explains becomes the replacement sign, by which its row is told
    and rejected; so do NUL signs, which no database keeps.
    """
    encoding, fits = _encoding(path)
    if fits and encoding == "utf-8" and _is_sound(path):
        return path
    copy = scratch / "utf8.txt"
    with copy.open("w", encoding="utf-8", newline="") as target:
        for text in _texts(path, encoding):
            target.write(text.replace("\x00", UNREADABLE))
    return copy


def _encoding(path: Path) -> tuple[str, bool]:
    """Choose an encoding, and tell whether the whole file is surely written in it."""
    with path.open("rb") as file:
        start = file.read(4)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, False
    for encoding in _GUESSES:
        if _decodes(path, encoding):
            return encoding, True
    with path.open("rb") as file:
        return _likelier(file.read(SAMPLE)), False


def _likelier(sample: bytes) -> str:
    """Choose where neither fits wholly: text in GB18030 is mostly wrong as UTF-8."""
    wrong = sample.decode("utf-8", "replace").count(UNREADABLE)
    foreign = sum(byte >= ord("\x80") for byte in sample)
    return "utf-8" if wrong <= foreign * _FEW else "gb18030"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_sound(path: Path) -> bool:
    return not any(b"\x00" in block for block in _blocks(path))


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def _texts(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for block in _blocks(path):
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)
