"""Lines become the tree of a statute."""

from __future__ import annotations

import re
from pathlib import Path

from faheng.lawbase.parser import reading
from faheng.lawbase.parser.articles import article
from faheng.lawbase.parser.continuity import continuity
from faheng.lawbase.parser.declare import HEADINGS, Doubt, Level, Piece, Tree, Unit
from faheng.lawbase.parser.front import front
from faheng.lawbase.parser.habits import Habits
from faheng.lawbase.parser.headings import contents, recovered
from faheng.lawbase.parser.lines import Kind, Line, read
from faheng.lawbase.parser.sequence import settled

PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
MOSTLY = 0.8


class NoArticles(reading.Unreadable):
    """没有找到任何条文"""


def parse_file(path: Path) -> Tree:
    """The tree of a file.

    Raises:
        Unreadable: The file holds no statute; the message names the problem.
    """
    return parse_lines(reading.lines_of(path))


def parse(text: str) -> Tree:
    """The tree of a text."""
    return parse_lines(text.split("\n"))


def parse_lines(raw: list[str]) -> Tree:
    """The tree of the lines of a file."""
    doubts: list[Doubt] = []
    lines = settled(read(raw), doubts)
    if not any(line.kind is Kind.ARTICLE for line in lines):
        raise NoArticles(NoArticles.__doc__)
    head = front(lines)
    body, annexes, notes = _tail(lines[head.rest :])
    body = recovered(body, doubts, contents(lines[: head.rest]))
    habits = Habits.of(lines, by_indent=_by_indent(lines) or _by_blank(lines))
    units = _nested(_units(body, doubts, habits))
    _private(raw, doubts)
    continuity(units, doubts)
    doubts.sort(key=lambda doubt: doubt.line)
    return Tree(
        head.title, head.dates, head.preface, units, annexes, notes, tuple(doubts)
    )


def _by_indent(lines: list[Line]) -> bool:
    """Whether the file marks the beginning of each paragraph by an indent."""
    articles = [line for line in lines if line.kind is Kind.ARTICLE]
    plain = [line for line in lines if line.kind is Kind.TEXT]
    indented = sum(line.indented for line in articles)
    return (
        indented >= MOSTLY * len(articles)
        and any(line.indented for line in plain)
        and not all(line.indented for line in plain)
    )


def _by_blank(lines: list[Line]) -> bool:
    """Whether the file parts its paragraphs by blank lines, and wraps inside them.

    What begins a paragraph is then marked like an indented line.
    """
    articles = [line for line in lines if line.kind is Kind.ARTICLE]
    plain = [line for line in lines if line.kind is Kind.TEXT]
    together = [line for line in plain if not line.apart]
    marked = sum(line.apart for line in articles) >= MOSTLY * len(articles)
    if not (marked and len(together) > len(plain) / 4 and len(together) < len(plain)):
        return False
    for line in lines:
        line.indented = line.apart
    return True


def _tail(
    lines: list[Line],
) -> tuple[list[Line], tuple[Piece, ...], tuple[Piece, ...]]:
    """The body, the annexes and the notes."""
    end = len(lines)
    seen = False
    for place, line in enumerate(lines):
        seen = seen or line.kind is Kind.ARTICLE
        if seen and line.kind is Kind.ANNEX:
            end = place
            break
    notes = tuple(_piece(line) for line in lines[:end] if line.kind is Kind.NOTE)
    body = [line for line in lines[:end] if line.kind is not Kind.NOTE]
    return body, tuple(_piece(line) for line in lines[end:]), notes


def _piece(line: Line) -> Piece:
    """A line as a stretch of the source."""
    return Piece(line.number, line.column, line.text)


def _units(lines: list[Line], doubts: list[Doubt], habits: Habits) -> list[Unit]:
    """Headings and articles, one after the other."""
    found: list[Unit] = []
    gathered: list[Line] = []
    for line in lines:
        if line.kind in {Kind.HEADING, Kind.ARTICLE} and gathered:
            found.append(article(gathered, doubts, habits))
            gathered = []
        if line.kind is Kind.HEADING and line.level:
            text = line.text[len(line.label) :].strip() or line.text
            piece = Piece(line.number, line.column, text)
            found.append(Unit(line.level, line.label, line.worth, 0, (piece,)))
        elif line.kind is Kind.ARTICLE or gathered:
            gathered.append(line)
    if gathered:
        found.append(article(gathered, doubts, habits))
    return found


def _nested(flat: list[Unit]) -> tuple[Unit, ...]:
    """The headings with the articles and smaller headings under them."""
    children: list[list[Unit]] = [[]]
    stack: list[Unit] = []
    for unit in flat:
        if unit.level is not Level.ARTICLE:
            while stack and _rank(stack[-1]) >= _rank(unit):
                _close(stack, children)
            stack.append(unit)
            children.append([])
        else:
            children[-1].append(unit)
    while stack:
        _close(stack, children)
    return tuple(children[0])


def _close(stack: list[Unit], children: list[list[Unit]]) -> None:
    """Put the innermost heading into the one around it."""
    unit = stack.pop()
    inside = tuple(children.pop())
    children[-1].append(
        Unit(unit.level, unit.label, unit.number, unit.suffix, unit.pieces, inside)
    )


def _rank(unit: Unit) -> int:
    """How deep a heading's level is."""
    return HEADINGS.index(unit.level)


def _private(raw: list[str], doubts: list[Doubt]) -> None:
    """Tell of signs that no font outside the source can show."""
    for number, text in enumerate(raw, start=1):
        if not text.isascii() and PRIVATE.search(text):
            doubts.append(Doubt("private_use_character", number, "有私用区或替代字符"))
