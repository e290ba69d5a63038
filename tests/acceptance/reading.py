"""A paper read back from its PDF, as somebody reads it who was handed it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pypdfium2
from playwright.sync_api import Page

from tests.acceptance.running import PRINTED


@dataclass(frozen=True)
class Printed:
    """A paper as it came out.

    Attributes:
        text: its words without any white space, signs in their usual form.
        raw: its bytes.
    """

    text: str
    raw: bytes

    @property
    def is_archival(self) -> bool:
        """Whether it says that it is PDF/A-2b."""
        marks = (b"<pdfaid:part>2<", b"<pdfaid:conformance>B<")
        return all(mark in self.raw for mark in marks)

    def states(self, said: object) -> bool:
        """Whether words, or every word of rows, are in the paper."""
        if isinstance(said, list | tuple):
            return all(self.states(one) for one in said)
        if isinstance(said, dict):
            return all(self.states(one) for one in said.values())
        return tight(str(said)) in self.text


def tight(said: str) -> str:
    """Leave out white space, and write signs in their usual form."""
    return "".join(unicodedata.normalize("NFKC", said).split())


def download(page: Page, address: str, name: str) -> Printed:
    """Fetch a PDF with the cookies of a page, keep it under a name, and read it."""
    answer = page.context.request.get(address)
    assert answer.ok, f"{answer.status} {address}"
    assert answer.headers["content-type"] == "application/pdf"
    raw = answer.body()
    PRINTED.mkdir(exist_ok=True)
    (PRINTED / name).write_bytes(raw)
    paper = pypdfium2.PdfDocument(raw)
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
    return Printed(tight(text), raw)
