"""How a file breaks its lines, as far as all its lines tell.

A file that is wrapped at a width has many lines that fill it; elsewhere a line without
a stop is a wrapped one, or a paragraph that lost its stop: which, the statute's own
words tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from faheng.lawbase.parser.lines import Kind, Line

STOP = "。"
NARROWEST = 20
WIDEST = 60
SLACK = 2
FILLED = 0.25
BROKEN = 0.1
GOES_ON = re.compile(
    r"但是|但(?!书)|必要时|具体|其中|有特殊|因特殊|予以|逾期|该[^，]{0,6}[，应不]|期限|期满|确需|没有|构成|"
    r"上述|否则|不能|因此|同时"
)
BEGINNING = 2
WORDS = (Kind.TEXT, Kind.ARTICLE, Kind.ITEM)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a file does at the end of lines.

    `by_indent`: it marks the beginning of each paragraph. `width`: how many characters
    its lines hold, nought if it is not wrapped at a width. `text`: all its words.
    """

    by_indent: bool
    width: int
    text: str

    @classmethod
    def of(cls, lines: Sequence[Line], *, by_indent: bool) -> Habits:
        """The habits that the lines of a file show."""
        text = "\n".join(line.text for line in lines)
        return cls(by_indent, 0 if by_indent else _width(lines), text)

    def is_full(self, line: Line) -> bool:
        """Whether a line fills the width, so that a sentence may go on after it."""
        return bool(self.width) and _end(line) >= self.width - SLACK

    def has_lost_stop(self, before: Line, after: Line) -> bool:
        """Whether a line without a stop is a whole paragraph all the same.

        It does not fill the width that the file is wrapped at; what follows begins
        clauses elsewhere, and never follows its last sign elsewhere.
        """
        last, first = before.text[-1:], after.text[:BEGINNING]
        if self.is_full(before) or last in "，、：；" or last + first[:1] in self.text:
            return False
        return self._begins(first)

    def seems_to_go_on(self, after: Line) -> bool:
        """Whether a line begins like a second sentence, not like a paragraph."""
        return GOES_ON.match(after.text) is not None

    def _begins(self, words: str) -> bool:
        """Whether some words begin clauses, besides the line that they were met in."""
        lines = self.text.count(f"\n{words}")
        return lines > 1 or any(f"{sign}{words}" in self.text for sign in "。，；")


def _width(lines: Sequence[Line]) -> int:
    """The width that lines are wrapped at; nought if they are not."""
    plain = [line for line in lines if line.kind in WORDS]
    widest = max(map(_end, plain), default=0)
    if not NARROWEST <= widest <= WIDEST:
        return 0
    full = [line for line in plain if _end(line) >= widest - SLACK]
    broken = [line for line in full if not line.text.endswith((STOP, "；", "："))]
    many = len(full) >= FILLED * len(plain) and len(broken) >= BROKEN * len(plain)
    return widest if many else 0


def _end(line: Line) -> int:
    """How many characters a line has, with its label."""
    return line.column + len(line.text)
