"""A file's bytes, with what is known about them as a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from faheng.lawbase.drafting.declare import Source
from faheng.lawbase.parser.reading import NotText, bytes_of, decoded

ZIP = b"PK\x03\x04"


def source_of(path: Path, name: str, origin: str) -> Source:
    """The file at a path.

    Raises:
        Unreadable: It is too large to be a statute, or a folder.
        OSError: It cannot be opened.
    """
    data = bytes_of(path)
    return Source(
        name,
        origin,
        data,
        "docx" if data.startswith(ZIP) else path.suffix.lower().lstrip(".")[:16],
        encoding_of(data),
        hashlib.sha256(data).hexdigest(),
    )


def encoding_of(data: bytes) -> str:
    """How the signs of a text file are written; empty for docx and what is no text."""
    if data.startswith(ZIP):
        return ""
    try:
        return decoded(data)[1]
    except NotText:
        return ""
