"""Labels that a word processor counts itself: 第%1条, （%1） of a docx file."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from docx.document import Document as OpenDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from faheng.lawbase.parser.numerals import numeral

CHINESE = re.compile(r"chinese|japanese|ideograph|taiwanese", re.IGNORECASE)
CIRCLES = ord("①") - 1
LAST_CIRCLE = 20
PLACE = re.compile(r"%(\d)")
SILENT = {"none", "bullet"}
NUMBERING = "numbering"


@dataclass(frozen=True, slots=True)
class Form:
    """How one level of a list prints its numbers."""

    kind: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    forms: dict[tuple[str, int], Form]
    lists: dict[str, str]
    counts: defaultdict[str, dict[int, int]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    @classmethod
    def of(cls, document: OpenDocument) -> Numbering:
        """The lists that a document declares; none if it declares none."""
        parts = document.part.package.iter_parts()
        root = next(
            (
                part.element
                for part in parts
                if NUMBERING in str(part.partname) and hasattr(part, "element")
            ),
            None,
        )
        if root is None:
            return cls({}, {})
        forms = {
            (_value(abstract, "w:abstractNumId"), int(_value(level, "w:ilvl"))): _form(
                level
            )
            for abstract in root.findall(qn("w:abstractNum"))
            for level in abstract.findall(qn("w:lvl"))
        }
        lists = {
            _value(one, "w:numId"): _child(one, "w:abstractNumId")
            for one in root.findall(qn("w:num"))
        }
        return cls(forms, lists)

    def label(self, paragraph: Paragraph) -> str:
        """The label before a paragraph, counted on; empty if it has none."""
        place = _place(paragraph)
        if place is None:
            return ""
        number, level = place
        kind = self.lists.get(number, "")
        form = self.forms.get((kind, level))
        if form is None:
            return ""
        counts = self.counts[kind]
        counts[level] = counts.get(level, form.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if form.kind in SILENT:
            return ""
        return PLACE.sub(lambda found: self._printed(kind, found), form.text)

    def _printed(self, kind: str, found: re.Match[str]) -> str:
        """The number of one level as its form prints it."""
        level = int(found.group(1)) - 1
        form = self.forms.get((kind, level), Form("decimal", "", 1))
        number = self.counts[kind].get(level, form.start)
        if CHINESE.search(form.kind):
            return numeral(number)
        if form.kind == "decimalEnclosedCircle" and number <= LAST_CIRCLE:
            return chr(CIRCLES + number)
        return str(number)


def _form(level: BaseOxmlElement) -> Form:
    """How a level is printed."""
    start = _child(level, "w:start") or "1"
    return Form(_child(level, "w:numFmt"), _child(level, "w:lvlText"), int(start))


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list and level of a paragraph, its own or that of its style."""
    holders = [paragraph._p.pPr]  # noqa: SLF001
    style = paragraph.style
    while style is not None:
        holders.append(style.element.find(qn("w:pPr")))
        style = getattr(style, "base_style", None)
    for holder in holders:
        found = None if holder is None else holder.find(qn("w:numPr"))
        if found is not None and _child(found, "w:numId"):
            number = _child(found, "w:numId")
            level = int(_child(found, "w:ilvl") or "0")
            return None if number == "0" else (number, level)
    return None


def _child(element: BaseOxmlElement, name: str) -> str:
    """The value of a child element."""
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val")) or "")


def _value(element: BaseOxmlElement, name: str) -> str:
    """The value of an attribute."""
    return str(element.get(qn(name)) or "")
