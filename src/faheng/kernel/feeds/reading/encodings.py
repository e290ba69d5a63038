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


def in_utf8(path: Path, scratch: Path) -> Path:
    """Give the file itself where it is plain UTF-8, or a copy that is.

    What no encoding explains becomes the replacement sign, by which its row is told
    and rejected; so do NUL signs, which no database keeps.
    """
    encoding = _encoding(path)
    if encoding == "utf-8" and _is_sound(path):
        return path
    copy = scratch / "utf8.txt"
    with copy.open("w", encoding="utf-8", newline="") as target:
        for text in _texts(path, encoding):
            target.write(text.replace("\x00", UNREADABLE))
    return copy


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    for encoding in _GUESSES:
        if _decodes(path, encoding):
            return encoding
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    return min(
        _GUESSES, key=lambda one: sample.decode(one, "replace").count(UNREADABLE)
    )


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
