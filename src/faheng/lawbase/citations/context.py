"""Where in a statute a stretch of text stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from faheng.lawbase.parser.declare import HEADINGS, Level, Piece, Tree, Unit


@dataclass(frozen=True, slots=True)
class Place:
    """The units around a stretch of text; all empty outside of articles."""

    article: Unit | None = None
    paragraph: Unit | None = None
    item: Unit | None = None
    chapter: str = ""
    section: str = ""


@dataclass(slots=True)
class Ground:
    """What a citation is resolved against: the citing statute, if there is one."""

    title: str = ""
    articles: list[Unit] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree) -> Ground:
        """The ground of a parsed statute."""
        articles = tree.articles()
        positions = {unit.label: place for place, unit in enumerate(articles)}
        return cls(tree.title, articles, positions)

    def article(self, label: str) -> Unit | None:
        """The article of that label."""
        position = self.positions.get(label)
        return None if position is None else self.articles[position]

    def before(self, label: str, count: int) -> list[Unit]:
        """The articles right before one."""
        position = self.positions.get(label, 0)
        return self.articles[max(0, position - count) : position]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that belong together, though a line may break inside them."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words without the breaks."""
        return "".join(piece.text for piece in self.pieces)

    def find(self, start: int, end: int) -> tuple[int, int, int]:
        """Line, first and last character of some words; up to where a line breaks."""
        for piece in self.pieces:
            length = len(piece.text)
            if start < length:
                column = piece.column
                return piece.line, column + start, column + min(end, length)
            start, end = start - length, end - length
        raise IndexError(start)


def places(tree: Tree) -> Iterator[tuple[Stretch, Place]]:
    """Every stretch of a statute's text, with where it stands."""
    for piece in tree.preface:
        yield Stretch((piece,)), Place()
    for unit in tree.units:
        yield from _inside(unit, Place())
    for piece in (*tree.annexes, *tree.notes):
        yield Stretch((piece,)), Place()


def _inside(unit: Unit, around: Place) -> Iterator[tuple[Stretch, Place]]:
    """The stretches of a unit and of what it holds."""
    place = _entered(unit, around)
    if unit.level not in HEADINGS and unit.pieces:
        yield Stretch(unit.pieces), place
    for child in unit.children:
        yield from _inside(child, place)


def _entered(unit: Unit, around: Place) -> Place:
    """The place inside a unit."""
    match unit.level:
        case Level.CHAPTER:
            return Place(chapter=unit.label)
        case Level.SECTION:
            return Place(chapter=around.chapter, section=unit.label)
        case Level.ARTICLE:
            return Place(unit, None, None, around.chapter, around.section)
        case Level.PARAGRAPH:
            return Place(around.article, unit, None, around.chapter, around.section)
        case Level.ITEM:
            return Place(
                around.article, around.paragraph, unit, around.chapter, around.section
            )
        case _:
            return around
