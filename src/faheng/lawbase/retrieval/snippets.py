"""Which paragraph of an article answers best, and which signs of it to mark."""

from __future__ import annotations

from collections.abc import Mapping

from faheng.lawbase.retrieval.passage import Line, Passage
from faheng.lawbase.retrieval.wording import fold

Span = tuple[int, int]
NO_LINE = Line("", "")


def best_line(passage: Passage, worth: Mapping[str, float]) -> Line:
    """The line that holds the most of what is asked; the first where none does."""
    found, most = passage.lines[0] if passage.lines else NO_LINE, 0.0
    if len(passage.lines) == 1:
        return found
    for line in passage.lines:
        folded = fold(line.text)
        told = sum(value for term, value in worth.items() if term in folded)
        if told > most:
            found, most = line, told
    return found


def line_at(passage: Passage, para: int | None, item: int | None) -> Line:
    """The line of a paragraph or item; the first where there is none of that number."""
    wanted = f"p{para or 1}" + (f"/i{item}" if item else "")
    for line in passage.lines:
        if line.place == wanted:
            return line
    return passage.lines[0] if passage.lines else NO_LINE


def spans(text: str, terms: Mapping[str, float]) -> tuple[Span, ...]:
    """The stretches of a text in which terms stand, joined where they touch."""
    folded = fold(text)
    found = sorted(
        (place, place + len(term)) for term in terms for place in _places(folded, term)
    )
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _places(text: str, term: str) -> list[int]:
    places, start = [], text.find(term)
    while start >= 0 and term:
        places.append(start)
        start = text.find(term, start + 1)
    return places
