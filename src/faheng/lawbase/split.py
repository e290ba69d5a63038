"""An article's paragraphs (款) and items (项), found in its lines.

A paragraph is a natural paragraph. A line that begins with （一） is an item of the
paragraph before it. Texts that were taken out of PDF files break lines in the middle
of a sentence and put spaces between characters; both are mended here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

ITEM = re.compile(r"^[（(]([一二三四五六七八九十百]+)[）)]")
GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\u3000]+(?=[\u3000-\u9fff])")
SENTENCE_ENDS = ("。", "；", "：", "！", "？", "”", "…", ";", ":", "）", '"')
DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}


@dataclass(frozen=True)
class Item:
    """One 项: its number and its text, without the bracketed number."""

    number: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One 款: its number, its text before the items, and its items."""

    number: int
    text: str
    items: tuple[Item, ...] = ()

    def item(self, number: int) -> Item | None:
        """The item of that number."""
        return next((item for item in self.items if item.number == number), None)


def value(numeral: str) -> int:
    """What a Chinese numeral below a thousand is worth."""
    total = digit = 0
    for character in numeral:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
    return total + digit


def mended(text: str) -> list[str]:
    """The lines of a text, broken sentences joined and stray spaces taken out."""
    lines: list[str] = []
    for raw in text.splitlines():
        line = GAP.sub("", raw.strip())
        if not line:
            continue
        if lines and not lines[-1].endswith(SENTENCE_ENDS) and not ITEM.match(line):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, in order."""
    found: list[Paragraph] = []
    for line in mended(text):
        marked = ITEM.match(line)
        if marked and found:
            item = Item(value(marked.group(1)), line[marked.end() :].strip())
            found[-1] = replace(found[-1], items=(*found[-1].items, item))
        else:
            found.append(Paragraph(len(found) + 1, line))
    return tuple(found)
