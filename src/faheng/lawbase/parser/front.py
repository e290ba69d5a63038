"""What stands before the first article: title, dates, preface, contents."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.lawbase.parser.declare import Piece
from faheng.lawbase.parser.lines import DATE, Kind, Line

LONGEST_TITLE = 80


@dataclass(slots=True)
class Front:
    """The parts of the front; `rest` is where the body begins."""

    title: str
    dates: tuple[Piece, ...]
    preface: tuple[Piece, ...]
    rest: int


def front(lines: list[Line]) -> Front:
    """Part the front from the body."""
    start = _body(lines)
    title, dates, preface = "", [], []
    in_preface = False
    for line in lines[:start]:
        piece = Piece(line.number, line.column, line.text)
        if not title and _is_title(line):
            title = line.text
        elif line.kind is Kind.PREFACE:
            in_preface = True
        elif in_preface and line.kind is Kind.TEXT:
            preface.append(piece)
        elif line.kind is Kind.TEXT and (_dated(line) or not preface):
            dates.append(piece)
    return Front(title, tuple(dates), tuple(preface), start)


def _is_title(line: Line) -> bool:
    """Whether a line of the front can be the title."""
    return (
        line.kind is Kind.TEXT
        and bool(line.text)
        and len(line.text) <= LONGEST_TITLE
        and not _dated(line)
    )


def _dated(line: Line) -> bool:
    """Whether a line tells when the text was adopted or amended."""
    return bool(DATE.match(line.text)) or line.text.startswith(("（", "("))


def _body(lines: list[Line]) -> int:
    """Where the body begins: at the first heading that articles follow.

    A table of contents prints the headings once before; its last repetition counts.
    """
    first = next(
        (place for place, line in enumerate(lines) if line.kind is Kind.ARTICLE),
        len(lines),
    )
    headings = [place for place in range(first) if lines[place].kind is Kind.HEADING]
    if not headings:
        return first
    opening = lines[headings[0]]
    again = [
        place
        for place in headings
        if lines[place].level is opening.level
        and lines[place].worth == opening.worth
        and _bare(lines[place].text)[:6] == _bare(opening.text)[:6]
    ]
    return again[-1]


def _bare(text: str) -> str:
    """A heading without gaps."""
    return "".join(text.split())
