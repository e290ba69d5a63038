"""Articles as they are cited: by title, number, paragraph and item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import zip_longest

from faheng.kernel.law.declare import Citation
from faheng.lawbase.queries.hot import article_unit, versions_of
from faheng.lawbase.queries.views import UnitView, VersionView


class Outcome(Enum):
    """What became of looking a citation up."""

    RESOLVES = "有此条文"
    NOT_HELD = "法规库未收录"
    DOES_NOT_EXIST = "所收文本无此条款"


@dataclass(frozen=True)
class Item:
    """One 项: its number and its words, without the bracketed number."""

    number: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One 款: its number, its words before the items, and its items."""

    number: int
    text: str
    items: tuple[Item, ...] = ()

    def item(self, number: int) -> Item | None:
        """The item of that number."""
        return next((item for item in self.items if item.number == number), None)


@dataclass(frozen=True)
class ArticleView:
    """An article as it stands in one version, or one paragraph of it.

    `fits` is false when the only version held begins after the day asked for.
    """

    version: VersionView
    number: int
    suffix: int
    paragraphs: tuple[Paragraph, ...]
    fits: bool

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number."""
        return next((one for one in self.paragraphs if one.number == number), None)


def article(
    title: str,
    number: int,
    para: int | None = None,
    *,
    suffix: int = 0,
    on: date | None = None,
) -> ArticleView | None:
    """An article of the version that had begun by a day, else of the first held.

    Without a day: of the newest version. With `para`: that paragraph alone.
    """
    held = _held(title)
    if not held:
        return None
    begun = [one for one in held if on is None or _begins(one) <= on]
    version = begun[-1] if begun else held[0]
    unit = article_unit(version.id, number, suffix)
    if unit is None:
        return None
    chosen = tuple(_paragraph(one) for one in unit.parts if para in {None, one.number})
    if not chosen:
        return None
    return ArticleView(version, number, suffix, chosen, fits=bool(begun))


def outcome(citation: Citation, on: date | None = None) -> Outcome:
    """Whether a citation points at a text that is held.

    Looked for in the version of a day, or without a day in the versions that were in
    force at some time while the cited declaration is.
    """
    meant = _meant(citation, on)
    if not meant:
        return Outcome.NOT_HELD
    if any(_has(row, citation) for row in meant):
        return Outcome.RESOLVES
    return Outcome.DOES_NOT_EXIST


def unresolved(
    citations: Iterable[Citation],
) -> dict[Outcome, list[Citation]]:
    """Those citations that do not resolve, by what became of them."""
    found: dict[Outcome, list[Citation]] = {
        Outcome.NOT_HELD: [],
        Outcome.DOES_NOT_EXIST: [],
    }
    for citation in citations:
        result = outcome(citation)
        if result is not Outcome.RESOLVES:
            found[result].append(citation)
    return found


def _meant(citation: Citation, on: date | None) -> list[VersionView]:
    """The held versions that a citation can mean."""
    statute = citation.statute
    first = on or statute.since
    last = on or statute.until or date.max
    held = _held(statute.title)
    followers = [_begins(one) for one in held[1:]]
    return [
        one
        for one, next_begins in zip_longest(held, followers, fillvalue=None)
        if one and _begins(one) <= last and (next_begins is None or next_begins > first)
    ]


def _has(version: VersionView, citation: Citation) -> bool:
    """Whether a version has the article, and the paragraph and item if cited."""
    unit = article_unit(version.id, citation.article, citation.suffix)
    if unit is None:
        return False
    parts = unit.parts
    if citation.para is not None:
        parts = tuple(one for one in parts if one.number == citation.para)
    if citation.item is not None:
        return any(one.part(citation.item) for one in parts)
    return bool(parts)


def _held(title: str) -> list[VersionView]:
    """The held versions of a statute, oldest first."""
    return [one for one in versions_of(title) if one.held]


def _begins(version: VersionView) -> date:
    """The day a version begins, as far as known."""
    return version.valid_from or date.min


def _paragraph(unit: UnitView) -> Paragraph:
    """A paragraph with its items; what is below an item is part of its words."""
    return Paragraph(
        unit.number,
        unit.text,
        tuple(Item(one.number, one.full_text) for one in unit.parts),
    )
