"""The parts of a penalty provision, each an act that it punishes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from faheng.lawbase.citations.declare import SELF, Mention
from faheng.lawbase.parser.declare import Tree, Unit

PUNISHES = re.compile(r"处罚|罚款|责令|没收|吊销|警告")
LATER = 0.95
RELATED = 0.85


class NoSuchProvision(LookupError):
    """文件中没有这一条款项"""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or a paragraph with one of its items, and what its act is worth."""

    units: list[Unit]
    worth: float


def provision(
    tree: Tree,
    mentions: Iterable[Mention],
    article: str,
    para: int | None,
    item: int | None,
) -> list[Part]:
    """The acts of a provision: a paragraph each, or one for each item.

    A paragraph of the same article that is punished as this one says, or that says
    how this one's acts are punished further, brings its acts in.

    Raises:
        NoSuchProvision: The statute has no such unit.
    """
    unit = next((one for one in tree.articles() if one.label == article), None)
    paragraphs = [
        one
        for one in (unit.children if unit else ())
        if para in {None, one.number} and (item is None or one.child(item))
    ]
    if not unit or not paragraphs:
        raise NoSuchProvision(NoSuchProvision.__doc__)
    if item is not None:
        found = paragraphs[0].child(item)
        return [Part([paragraphs[0], *([found] if found else [])], 1.0)]
    parts = [units for one in paragraphs for units in _acts(one)]
    own = [Part(units, LATER if place else 1.0) for place, units in enumerate(parts)]
    if para is None:
        return own
    related = _related(unit, paragraphs[0], mentions)
    return own + [Part(units, RELATED) for one in related for units in _acts(one)]


def _acts(paragraph: Unit) -> list[list[Unit]]:
    """A paragraph whole, or one part for each of its items: each is an act."""
    if not paragraph.children:
        return [[paragraph]]
    return [[paragraph, item] for item in paragraph.children]


def _related(
    article: Unit, paragraph: Unit, mentions: Iterable[Mention]
) -> Iterator[Unit]:
    """The penal paragraphs of an article that cite one of them, or that it cites."""
    cited = {one: _cites(article, one, mentions) for one in article.children}
    for one in article.children:
        near = paragraph.number in cited[one] or one.number in cited[paragraph]
        if one is not paragraph and near and PUNISHES.search(one.full_text):
            yield one


def _cites(
    article: Unit, paragraph: Unit, mentions: Iterable[Mention]
) -> set[int | None]:
    """The paragraphs of its own article that a paragraph cites."""
    lines = {piece.line for unit in paragraph.walk() for piece in unit.pieces}
    return {
        target.para
        for mention in mentions
        if mention.line in lines
        for target in mention.targets
        if target.law == SELF and target.article == article.label
    }
