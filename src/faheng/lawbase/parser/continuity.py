"""Numbers that do not go on: each is a doubt about the split or the source."""

from __future__ import annotations

import re

from faheng.lawbase.parser.declare import HEADINGS, Doubt, Level, Unit
from faheng.lawbase.parser.mending import unnoted
from faheng.lawbase.parser.numerals import numeral
from faheng.lawbase.parser.sequence import follows

LETTER = re.compile(r"[\u4e00-\u9fff]$")


def continuity(units: tuple[Unit, ...], doubts: list[Doubt]) -> None:
    """Check articles through the whole statute, headings within what holds them."""
    flat = [unit for top in units for unit in top.walk()]
    _articles([unit for unit in flat if unit.level is Level.ARTICLE], doubts)
    _headings([unit for unit in flat if unit.level in HEADINGS], doubts)


def _articles(articles: list[Unit], doubts: list[Doubt]) -> None:
    """Each article number follows the one before; each article is whole."""
    last = (0, 0)
    for unit in articles:
        number = (unit.number, unit.suffix)
        line = _line(unit)
        if not follows(last, number):
            told = "重复或倒退" if number <= last else "缺条"
            message = f"{told}：第{numeral(last[0])}条之后是{unit.label}"
            kind = "article_repeated" if number <= last else "article_gap"
            doubts.append(Doubt(kind, line, message))
        last = max(last, number)
        _whole(unit, doubts)
        _led_in(unit, doubts)


def _whole(unit: Unit, doubts: list[Doubt]) -> None:
    """The last words of an article close a sentence."""
    words = [piece for one in unit.walk() for piece in one.pieces]
    if words and not unnoted(words[-1].text).endswith((
        "。",
        "”",
        "）",
        "！",
        ")",
        "’",
        "】",
        '"',
    )):
        doubts.append(
            Doubt("truncated", words[-1].line, f"{unit.label}似未完：末尾不是句号")
        )


def _led_in(unit: Unit, doubts: list[Doubt]) -> None:
    """The words before a list close with a sign."""
    for paragraph in unit.children:
        pieces = paragraph.pieces
        if paragraph.children and pieces and LETTER.search(pieces[-1].text):
            doubts.append(
                Doubt("truncated", pieces[-1].line, f"{unit.label}列举之前的话似未完")
            )


def _headings(headings: list[Unit], doubts: list[Doubt]) -> None:
    """Each heading follows the one before on its level, or begins anew at one.

    Chapters of a code may run on through its books, so both are right.
    """
    last: dict[Level, int] = {}
    for unit in headings:
        before = last.get(unit.level, 0)
        if unit.number not in {before + 1, 1}:
            message = f"{unit.level.value}号不连续：{before} 之后是 {unit.number}"
            doubts.append(Doubt("heading_gap", _line(unit), message))
        last[unit.level] = unit.number


def _line(unit: Unit) -> int:
    """The line where a unit's words begin."""
    return next((piece.line for one in unit.walk() for piece in one.pieces), 0)
