"""Print a layout as PDF/A-2b by typst, on the grid of GB/T 9704."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import asdict
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from faheng.kernel.documents.engine.fonts import families, library
from faheng.kernel.documents.layout import Layout
from faheng.kernel.documents.markup import Block

PAPER = Path(__file__).parent / "data" / "paper.typ"
_ATTEMPTS = 3
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# Letters that no installed font can print, learned as they are met.
_without_glyph: set[str] = set()
_own = threading.local()


def render(layout: Layout) -> bytes:
    """Print a layout.

    A letter that no installed font holds is printed as its number, ［U+20BB7］:
    PDF/A refuses a paper with holes in it, and a name must not lose a letter.
    """
    data = json.dumps(_data(layout), ensure_ascii=False)
    for _ in range(_ATTEMPTS):
        try:
            return _compile(_spelled(data))
        except typst.TypstError as failed:
            found = _letters_missing(str(getattr(failed, "diagnostic", failed)))
            if not found - _without_glyph:
                raise
            _without_glyph.update(found)
    return _compile(_spelled(data))


def _compile(data: str) -> bytes:
    printed = _compiler().compile(
        format="pdf", sys_inputs={"paper": data}, pdf_standards="a-2b"
    )
    if not isinstance(printed, bytes):
        message = "typst gave no single file"
        raise TypeError(message)
    return printed


def _compiler() -> typst.Compiler:
    """Return this thread's compiler: one can't be used by two at once."""
    compiler: typst.Compiler | None = getattr(_own, "compiler", None)
    if compiler is None:
        compiler = typst.Compiler(
            str(PAPER),
            root=str(PAPER.parent),
            font_paths=library(),
            ignore_system_fonts=True,
        )
        _own.compiler = compiler
    return compiler


def _spelled(data: str) -> str:
    for letter in _without_glyph.intersection(data):
        data = data.replace(letter, f"［U+{ord(letter):04X}］")
    return data


def _letters_missing(diagnostic: str) -> set[str]:
    texts = (
        _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
        for text in _NO_GLYPH.findall(diagnostic)
    )
    return {letter for text in texts for letter in text if ord(letter) > 0x7F}


def _data(layout: Layout) -> dict[str, Any]:
    """Return what paper.typ reads: plain data, never code."""
    data = asdict(layout)
    data["kind"] = layout.kind.name.lower()
    data["blocks"] = [_block(block) for block in layout.blocks]
    data["issued_on"] = _ymd(layout.issued_on)
    data["code_picture"] = _picture(layout.verify) if layout.verify else ""
    data["fonts"] = families()
    return data


def _block(block: Block) -> dict[str, Any]:
    return {"is": type(block).__name__, **asdict(block)}


def _ymd(on: date | None) -> list[int]:
    return [on.year, on.month, on.day] if on else []


def _picture(text: str) -> str:
    drawn = BytesIO()
    segno.make(text, micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
