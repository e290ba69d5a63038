"""A file's bytes, with what is known about them as a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from faheng.lawbase.drafting.declare import Source
from faheng.lawbase.parser.reading import LARGEST, TooLarge

ZIP = b"PK\x03\x04"
WIDE = (b"\xff\xfe", b"\xfe\xff")


def source_of(path: Path, name: str, origin: str) -> Source:
    """The file at a path.

    Raises:
        Unreadable: It is too large to be a statute.
        OSError: It cannot be opened.
    """
    if path.stat().st_size > LARGEST:
        raise TooLarge(TooLarge.__doc__)
    data = path.read_bytes()
    return Source(
        name,
        origin,
        data,
        "docx" if data.startswith(ZIP) else path.suffix.lower().lstrip(".")[:16],
        encoding_of(data),
        hashlib.sha256(data).hexdigest(),
    )


def encoding_of(data: bytes) -> str:
    """How the signs of a text file are written; empty for docx."""
    if data.startswith(ZIP):
        return ""
    if data.startswith(WIDE):
        return "utf-16"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"
