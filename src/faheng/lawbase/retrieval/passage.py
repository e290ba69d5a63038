"""What is searched, what is asked, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a passage belongs to."""

    LAW = "law"
    ITEM = "item"


class Rank(StrEnum):
    """How high a text stands; the keys are what sources call it."""

    CONSTITUTION = "宪法"
    STATUTE = "法律"
    REGULATION = "行政法规"
    INTERPRETATION = "司法解释"
    RULE = "部门规章"
    LOCAL = "地方性法规"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or item of an article: where it stands and what it says."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An article of one version, or an enforcement item.

    Attributes:
        address: of the article, without a day: "cn/law/行政处罚法/a33".
        law: the bare title.
        headings: of the chapters above it, from the outermost.
        article: as printed, 第三十三条.
        lines: its paragraphs and items in order.
        names: further names by which people call the law.
        begins, ends: the days between which it is in force, the last not included.
        batch: what is taken out and put in as one: a version, a register.
    """

    address: str
    law: str
    article: str
    lines: tuple[Line, ...]
    headings: tuple[str, ...] = ()
    number: int = 0
    suffix: int = 0
    names: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    kind: Kind = Kind.LAW
    rank: Rank = Rank.OTHER
    batch: str = ""

    @property
    def text(self) -> str:
        """The whole, a line each."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Request:
    """A search: the words, and what the answers are limited to."""

    words: str
    law: str = ""
    as_of: date | None = None
    kind: Kind | None = None
    most: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer.

    Attributes:
        address: of the article; `place` is the paragraph or item that fits best.
        text: that paragraph or item, as it is printed.
        spans: the stretches of `text` that answer the words, half-open.
        why: what found it: "number", "words" or "memory".
    """

    rank: int
    address: str
    place: str
    law: str
    article: str
    headings: tuple[str, ...]
    text: str
    spans: tuple[tuple[int, int], ...]
    score: float
    kind: Kind
    why: str
    begins: date | None = None
    ends: date | None = None

    @property
    def para(self) -> int | None:
        """The number of the paragraph."""
        return _part(self.place, "p")

    @property
    def item(self) -> int | None:
        """The number of the item."""
        return _part(self.place, "i")

    def row(self) -> dict[str, object]:
        """The row of the command and of the API."""
        told: dict[str, object] = {
            "rank": self.rank,
            "kind": self.kind.value,
            "address": self.address + (f"/{self.place}" if self.place else ""),
            "law": self.law,
            "article": self.article,
            "para": self.para,
            "item": self.item,
            "score": round(self.score, 4),
            "why": self.why,
            "spans": [list(span) for span in self.spans],
            "text": self.text,
        }
        return told


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, and what the reader should know about it."""

    hits: tuple[Hit, ...] = ()
    notes: tuple[str, ...] = field(default=())


def _part(place: str, letter: str) -> int | None:
    """The number of a part of a place such as p1/i2."""
    for part in place.split("/"):
        digits = part[1:].partition("-")[0].partition("~")[0]
        if part[:1] == letter and digits.isdecimal():
            return int(digits)
    return None
