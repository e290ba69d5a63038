"""Passages of parsed statutes, where there is no database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from faheng.lawbase.parser.declare import HEADINGS, LABELLED, Level, Tree, Unit
from faheng.lawbase.parser.numerals import article_label
from faheng.lawbase.retrieval.passage import Line, Passage, Rank

LETTERS = {Level.PARAGRAPH: "p", Level.ITEM: "i", Level.SUBITEM: "t", Level.DEEPER: "d"}


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a law: what it is called, and when it is in force."""

    title: str
    batch: str
    rank: Rank = Rank.OTHER
    begins: date | None = None
    ends: date | None = None


def passages_of(tree: Tree, text: Text) -> Iterator[Passage]:
    """The articles of a parsed statute."""
    for unit in tree.units:
        yield from _within(unit, (), text)


def _within(unit: Unit, above: tuple[str, ...], text: Text) -> Iterator[Passage]:
    if unit.level is Level.ARTICLE:
        yield _passage(unit, above, text)
    elif unit.level in HEADINGS:
        for child in unit.children:
            yield from _within(child, (*above, unit.text), text)


def _passage(unit: Unit, above: tuple[str, ...], text: Text) -> Passage:
    label = article_label(unit.number, unit.suffix)
    own = (Line("", unit.text),) if unit.text else ()
    return Passage(
        address=f"cn/law/{text.title}/{label}",
        law=text.title,
        article=label,
        lines=(*own, *(line for part in unit.children for line in _lines(part, ""))),
        headings=above,
        number=unit.number,
        suffix=unit.suffix,
        begins=text.begins,
        ends=text.ends,
        rank=text.rank,
        batch=text.batch,
    )


def _lines(unit: Unit, before: str) -> Iterator[Line]:
    place = f"{before}{LETTERS.get(unit.level, 'x')}{unit.number}"
    label = unit.label if unit.level in LABELLED else ""
    yield Line(place, label + unit.text)
    for child in unit.children:
        yield from _lines(child, f"{place}/")
