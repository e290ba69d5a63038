"""A file becomes a draft: units, citations, penal paragraphs, doubts and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from faheng.lawbase.addresses import LEVELS, NoAddress, Step, read_place
from faheng.lawbase.citations.declare import SELF, Mention, Target
from faheng.lawbase.citations.find import in_statute
from faheng.lawbase.drafting.declare import (
    CitationRow,
    Draft,
    Source,
    Split,
    TargetRow,
)
from faheng.lawbase.drafting.rows import Rows
from faheng.lawbase.parser.declare import Level, Tree
from faheng.lawbase.parser.reading import Unreadable, lines_of_bytes
from faheng.lawbase.parser.tree import parse_lines
from faheng.lawbase.penalties.declare import Penalty
from faheng.lawbase.penalties.find import in_tree
from faheng.lawbase.status import dates
from faheng.lawbase.status.declare import key
from faheng.lawbase.status.facts import facts

WORDS = 400
TITLE = 200


class NoTitle(Unreadable):
    """没有找到标题"""


def draft(source: Source, title: str = "", text: str = "") -> Draft:
    """Read a file.

    Args:
        source: the file.
        title: where the source tells it beside the text.
        text: a person's corrected wording of the file, if there is one.

    Raises:
        Unreadable: The file holds no statute; the message names the problem.
    """
    tree = parse_lines(text.split("\n") if text else lines_of_bytes(source.data))
    title = title or tree.title
    if not key(title):
        raise NoTitle(NoTitle.__doc__)
    tree = replace(tree, title=title)
    stem = source.name.rpartition(".")[0]
    return Draft(
        source,
        "".join(title.split())[:TITLE],
        facts(tree, dates.iso_day(stem)),
        split(tree),
    )


def split(tree: Tree) -> Split:
    """What is stored of a tree."""
    rows = Rows.of(tree)
    mentions = in_statute(tree)
    return Split(
        tuple(rows.units),
        tuple(_citations(mentions, rows)),
        tuple(_penalties(tree, mentions, rows)),
        tuple((rows.on_line(doubt.line), doubt) for doubt in tree.doubts),
    )


def _citations(mentions: list[Mention], rows: Rows) -> Iterator[CitationRow]:
    """The citations, each in the unit that it stands in."""
    for mention in mentions:
        place = rows.at(mention.line, mention.start)
        if place:
            unit, start = place
            length = mention.end - mention.start
            targets = tuple(
                TargetRow("" if one.law == SELF else key(one.law)[:TITLE], where)
                for one in mention.targets
                if (where := place_of(one)) is not None
            )
            yield CitationRow(
                unit, start, start + length, mention.words[:WORDS], targets
            )


def _penalties(
    tree: Tree, mentions: list[Mention], rows: Rows
) -> Iterator[tuple[int, Penalty]]:
    """The penal paragraphs, each with its unit; of doubled articles, the first."""
    found = {row.address: number for number, row in enumerate(rows.units)}
    seen: set[int] = set()
    for penalty in in_tree(tree, mentions):
        steps = (*read_place(penalty.article), Step("p", penalty.para))
        unit = found.get("/".join(map(str, steps)))
        if unit is not None and unit not in seen:
            seen.add(unit)
            yield unit, penalty


@cache
def place_of(target: Target) -> str | None:
    """Where a target stands in its statute: a33/p1/i2, c3/s2."""
    try:
        steps = list(read_place(target.article or target.chapter))
    except NoAddress:
        return None
    below = (
        (Level.PARAGRAPH, target.para),
        (Level.ITEM, target.item),
        (Level.SUBITEM, target.subitem),
    )
    steps += [Step(LEVELS[level], number) for level, number in below if number]
    return "/".join(map(str, steps))
