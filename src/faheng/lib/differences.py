"""What changed between two texts, word by word, and which lines belong together.

Chinese has no spaces, so a word is a single sign, except that a number and a run of
letters are one word each: 三万元 becomes 五万元 as a whole. Two changes with only a
sign or two between them are shown as one, or the eye would find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new"]

WORD = re.compile(
    r"[0-9０-９.．,，]*[0-9０-９]+[%％]?|[A-Za-z]+"
    r"|[〇零一二三四五六七八九十百千万亿两]+(?:以[上下])?|\s+|.",
    re.DOTALL,
)
SHORTEST_SAME = 2
ALIKE = 0.34
UNALIKE = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that stayed, went or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines that belong together by their places; one of them may be missing."""

    before: int | None
    after: int | None


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Both texts in one: what stayed, and at each change what went and what came."""
    if before == after:
        return (Run("same", before),) if before else ()
    if not before or not after or likeness(before, after) < UNALIKE:
        return tuple(_whole(before, after))
    found: list[Run] = []
    for same, gone, new in _blocks(WORD.findall(before), WORD.findall(after)):
        found += [Run(kind, text) for kind, text in _kinds(same, gone, new) if text]
    return tuple(found)


def _whole(before: str, after: str) -> Iterator[Run]:
    if before:
        yield Run("gone", before)
    if after:
        yield Run("new", after)


def _kinds(same: str, gone: str, new: str) -> tuple[tuple[Kind, str], ...]:
    return ("gone", gone), ("new", new), ("same", same)


def _blocks(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Each change with the words that stay after it: same, gone, new."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    gone = new = ""
    started = False
    for tag, b1, b2, a1, a2 in matcher.get_opcodes():
        old, now = "".join(before[b1:b2]), "".join(after[a1:a2])
        if tag != "equal" or (started and len(old) < SHORTEST_SAME and a2 < len(after)):
            gone, new = gone + old, new + now
        else:
            yield old, gone, new
            gone = new = ""
        started = True
    if gone or new:
        yield "", gone, new


def likeness(before: str, after: str) -> float:
    """How much of two texts is alike, from 0 to 1, by pairs of signs."""
    if before == after:
        return 1.0
    first, second = _pairs(before), _pairs(after)
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def aligned(before: Sequence[str], after: Sequence[str]) -> tuple[Pair, ...]:
    """The lines of two texts in order, those that are alike beside each other.

    The best sum of likenesses in order; a line with nothing like it stands alone.
    """
    best = _best(before, after)
    found: list[Pair] = []
    b, a = 0, 0
    while b < len(before) or a < len(after):
        if b < len(before) and a < len(after) and best[b][a][1] == "both":
            found.append(Pair(b, a))
            b, a = b + 1, a + 1
        elif a >= len(after) or (b < len(before) and best[b][a][1] == "before"):
            found.append(Pair(b, None))
            b += 1
        else:
            found.append(Pair(None, a))
            a += 1
    return tuple(found)


def _best(before: Sequence[str], after: Sequence[str]) -> list[list[tuple[float, str]]]:
    """From each pair of places on: the best sum, and the step that leads there."""
    rows = [[(0.0, "")] * (len(after) + 1) for _ in range(len(before) + 1)]
    for b in range(len(before) - 1, -1, -1):
        for a in range(len(after) - 1, -1, -1):
            alike = likeness(before[b], after[a])
            steps = [(rows[b + 1][a][0], "before"), (rows[b][a + 1][0], "after")]
            if alike >= ALIKE:
                steps.insert(0, (rows[b + 1][a + 1][0] + alike, "both"))
            rows[b][a] = max(steps, key=lambda step: step[0])
    return rows
