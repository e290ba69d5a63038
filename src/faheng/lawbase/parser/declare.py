"""What a parsed statute is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The levels of a statute, largest first."""

    BOOK = "编"
    SUBBOOK = "分编"
    PART = "部分"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    PARAGRAPH = "款"
    ITEM = "项"
    SUBITEM = "目"
    DEEPER = "目下"


HEADINGS = (Level.BOOK, Level.SUBBOOK, Level.PART, Level.CHAPTER, Level.SECTION)
COUNTED = tuple(level for level in Level if level not in {Level.PART, Level.DEEPER})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line of the source; `line` and `column` as in the file.

    `line` is 1-based, `column` counts characters from 0.
    """

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a statute: its printed label, its own words, what it holds."""

    level: Level
    label: str
    number: int
    suffix: int
    pieces: tuple[Piece, ...]
    children: tuple[Unit, ...] = ()

    @property
    def text(self) -> str:
        """The unit's own words, without those of its children."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def full_text(self) -> str:
        """The unit's words and those of its children, a line each, with labels."""
        lines = [self.text] if self.pieces else []
        lines += [child.printed for child in self.children]
        return "\n".join(lines)

    @property
    def printed(self) -> str:
        """`full_text` with the label of an item before it."""
        return (self.label if self.level in LABELLED else "") + self.full_text

    def walk(self) -> Iterator[Unit]:
        """This unit and everything below, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def child(self, number: int) -> Unit | None:
        """The child of that number."""
        return next((one for one in self.children if one.number == number), None)


LABELLED = {Level.ITEM, Level.SUBITEM, Level.DEEPER}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a split that a person should look at."""

    kind: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole statute."""

    title: str
    dates: tuple[Piece, ...]
    preface: tuple[Piece, ...]
    units: tuple[Unit, ...]
    annexes: tuple[Piece, ...]
    notes: tuple[Piece, ...]
    doubts: tuple[Doubt, ...]

    def walk(self) -> Iterator[Unit]:
        """Every unit, in order."""
        for unit in self.units:
            yield from unit.walk()

    def articles(self) -> list[Unit]:
        """The articles, in order."""
        return [unit for unit in self.walk() if unit.level is Level.ARTICLE]

    def counts(self) -> dict[str, int]:
        """How many units there are on each level."""
        found = dict.fromkeys((level.value for level in COUNTED), 0)
        for unit in self.walk():
            if unit.level.value in found:
                found[unit.level.value] += 1
        return found
