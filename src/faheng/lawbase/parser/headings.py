"""Headings that lost their labels.

A table of contents tells what they were; without one, the numbers that are missing up
to the next heading do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from faheng.lawbase.parser.declare import Doubt, Level
from faheng.lawbase.parser.lines import Kind, Line
from faheng.lawbase.parser.mending import ends_sentence
from faheng.lawbase.parser.numerals import numeral

NO_SENTENCE = re.compile(r"[^，。；：、！？“”（）()\d,.;:]{2,20}$")
ROW = re.compile(
    r"(?!.*(?:应当|不得|可以|必须|适用|依照|负责|禁止))[^，。；：！？“”\d,.;:]{2,26}(?<![、的])$"
)
MARKED = re.compile(r"[^，。；：！？]{2,30}$")
CHAPTERS = re.compile(r"总\s*则|附\s*则|法律责任|罚\s*则")
CLOSING = re.compile(r"附\s*则$")
CHAIN = 2

Contents = dict[str, tuple[Level, int]]


def contents(front: Iterable[Line]) -> Contents:
    """What a table of contents calls by which level and number."""
    return {
        _bare(line.text[len(line.label) :]): (line.level, line.worth)
        for line in front
        if line.kind is Kind.HEADING and line.level
    }


def recovered(
    lines: list[Line], doubts: list[Doubt], known: Contents | None = None
) -> list[Line]:
    """The lines with stray headings made headings; labels follow the gaps."""
    strays = [place for place in range(len(lines)) if _is_stray(lines, place)]
    for run in _runs(lines, strays):
        for place, level in zip(run, _levels(lines, run), strict=True):
            told = (known or {}).get(_bare(lines[place].text))
            _make_heading(lines, place, told or (level, 0), doubts)
    return lines


def _bare(text: str) -> str:
    """A heading without gaps."""
    return "".join(text.split())


def _is_stray(lines: list[Line], place: int) -> bool:
    """Whether a line is short words without a stop, between two whole articles."""
    line = lines[place]
    if line.kind is not Kind.TEXT or not place:
        return False
    before = lines[place - 1]
    if not (MARKED if line.marked else NO_SENTENCE).match(line.text):
        return _is_row(lines, place)
    settled = before.kind is Kind.HEADING or ends_sentence(before.text)
    chained = before.kind is Kind.TEXT and NO_SENTENCE.match(before.text)
    return bool(settled or chained) and _articles_next(lines, place)


def _is_row(lines: list[Line], place: int) -> bool:
    """Whether a line is a row of words right between a full stop and an article."""
    follower = lines[place + 1].kind if place + 1 < len(lines) else None
    return (
        ROW.match(lines[place].text) is not None
        and lines[place - 1].text.endswith("。")
        and follower in {Kind.ARTICLE, Kind.HEADING}
    )


def _articles_next(lines: list[Line], place: int) -> bool:
    """Whether an article or a heading follows, after no more than one stray line."""
    for line in lines[place + 1 : place + 1 + CHAIN]:
        if line.kind in {Kind.ARTICLE, Kind.HEADING}:
            return True
        if line.kind is not Kind.TEXT or not NO_SENTENCE.match(line.text):
            return False
    return False


def _runs(lines: list[Line], strays: list[int]) -> Iterator[list[int]]:
    """The stray lines that stand between the same two headings."""
    run: list[int] = []
    for place in strays:
        if run and _heading_between(lines, run[-1], place):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _heading_between(lines: list[Line], first: int, last: int) -> bool:
    """Whether a labelled heading stands between two places."""
    return any(line.kind is Kind.HEADING for line in lines[first:last])


def _levels(lines: list[Line], run: list[int]) -> list[Level]:
    """The levels of stray headings, as the numbers around them ask."""
    chapter = _number_before(lines, run[0], Level.CHAPTER)
    section = _number_before(lines, run[0], Level.SECTION)
    after = next(
        (line for line in lines[run[-1] + 1 :] if line.kind is Kind.HEADING), None
    )
    count = len(run)
    if after and after.level is Level.SECTION:
        below = count if section + count + 1 == after.worth else after.worth - 1
        below = min(below, count)
        return [Level.CHAPTER] * (count - below) + [Level.SECTION] * below
    if after and after.level is Level.CHAPTER and after.worth > chapter:
        return _with_chapters(lines, run, after.worth - chapter - 1)
    return [
        Level.SECTION
        if section and not CHAPTERS.search(lines[place].text)
        else Level.CHAPTER
        for place in run
    ]


def _with_chapters(lines: list[Line], run: list[int], chapters: int) -> list[Level]:
    """So many chapters among stray headings: first those with a heading below."""
    leading = {first for first, second in pairwise(run) if second == first + 1}
    leading |= {place for place in run if CHAPTERS.search(lines[place].text)}
    ranked = sorted(run, key=lambda place: (place not in leading, -place))
    chosen = set(ranked[:chapters])
    return [Level.CHAPTER if place in chosen else Level.SECTION for place in run]


def _make_heading(
    lines: list[Line], place: int, told: tuple[Level, int], doubts: list[Doubt]
) -> None:
    """Make a heading of a stray line; the last part of a code has no number."""
    line = lines[place]
    level, number = told
    if CLOSING.match(line.text) and _has_books(lines[:place]):
        level, number = Level.PART, 1
    number = number or _number_before(lines, place, level) + 1
    line.kind, line.level, line.worth = Kind.HEADING, level, number
    line.label = ""
    message = f"标题缺编号，按第{numeral(number)}{level.value}处理：{line.text}"
    doubts.append(Doubt("lost_heading", line.number, message))


def _has_books(lines: list[Line]) -> bool:
    """Whether a statute is parted into books."""
    return any(line.level is Level.BOOK for line in lines)


def _number_before(lines: list[Line], place: int, level: Level) -> int:
    """The number of the last heading of a level; a chapter ends its sections."""
    for line in reversed(lines[:place]):
        if line.kind is Kind.HEADING and line.level is level:
            return line.worth
        if line.kind is Kind.HEADING and level is Level.SECTION:
            return 0
    return 0
