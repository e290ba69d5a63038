"""Headings that lost their labels."""

from __future__ import annotations

import re

from faheng.lawbase.parser.declare import Doubt, Level
from faheng.lawbase.parser.lines import Kind, Line
from faheng.lawbase.parser.mending import ends_sentence
from faheng.lawbase.parser.numerals import numeral

NO_SENTENCE = re.compile(r"[^，。；：、！？“”（）()\d,.;:]{2,16}$")
GAP_LEVELS = (Level.SECTION, Level.CHAPTER)


def recovered(lines: list[Line], doubts: list[Doubt]) -> list[Line]:
    """The lines with stray headings made headings; labels follow the gaps."""
    for place in range(len(lines)):
        if _is_stray(lines, place):
            _make_heading(lines, place, doubts)
    return lines


def _is_stray(lines: list[Line], place: int) -> bool:
    """Whether a line is short words without a stop, between two whole articles."""
    line = lines[place]
    if line.kind is not Kind.TEXT or not NO_SENTENCE.match(line.text):
        return False
    before = lines[place - 1] if place else None
    after = lines[place + 1] if place + 1 < len(lines) else None
    if before is None or after is None:
        return False
    return after.kind in {Kind.ARTICLE, Kind.HEADING} and (
        before.kind is Kind.HEADING or ends_sentence(before.text)
    )


def _make_heading(lines: list[Line], place: int, doubts: list[Doubt]) -> None:
    """Make a heading of a stray line, on the level whose numbers have a gap."""
    line = lines[place]
    level, number = _level(lines, place)
    line.kind, line.level, line.worth = Kind.HEADING, level, number
    line.label = ""
    message = f"标题缺编号，按第{numeral(number)}{level.value}处理：{line.text}"
    doubts.append(Doubt("lost_heading", line.number, message))


def _level(lines: list[Line], place: int) -> tuple[Level, int]:
    """The level and number of a stray heading."""
    before = {level: _number_before(lines, place, level) for level in GAP_LEVELS}
    section, chapter = before[Level.SECTION], before[Level.CHAPTER]
    after = next(
        (line for line in lines[place + 1 :] if line.kind is Kind.HEADING), None
    )
    if section and not _ends_sections(after, chapter):
        return Level.SECTION, section + 1
    return Level.CHAPTER, chapter + 1


def _ends_sections(after: Line | None, chapter: int) -> bool:
    """Whether the next heading leaves a chapter missing before it."""
    if after is None:
        return False
    if after.level is Level.SECTION:
        return after.worth == 1
    return after.level is Level.CHAPTER and after.worth > chapter + 1


def _number_before(lines: list[Line], place: int, level: Level) -> int:
    """The number of the last heading of a level; a chapter ends its sections."""
    for line in reversed(lines[:place]):
        if line.kind is Kind.HEADING and line.level is level:
            return line.worth
        if line.kind is Kind.HEADING and level is Level.SECTION:
            return 0
    return 0
