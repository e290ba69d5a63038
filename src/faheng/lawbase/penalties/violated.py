"""The articles that a penal paragraph punishes the breach of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from faheng.lawbase.citations.declare import SELF, Mention, Target
from faheng.lawbase.parser.declare import Unit
from faheng.lawbase.parser.numerals import numeral

BREACH = re.compile(
    r"(?:违反|未(?:能)?(?:按照|依照|按|履行|遵守|执行|落实|达到)|不(?:按照|依照|按|履行|执行|符合|遵守)|"
    r"没有(?:按照|履行)|有|实施|存在|发生|从事|拒绝履行|违背|触犯)(?:了)?(?:上述|下列)?$"
)


def violated(mentions: Iterable[Mention], paragraph: Unit) -> list[str]:
    """The articles breached, as printed: 第十条第一款, 第十条第（一）项."""
    before = {
        (piece.line, piece.column): piece.text
        for unit in paragraph.walk()
        for piece in unit.pieces
    }
    found: list[str] = []
    for mention in mentions:
        words = _words_before(mention, before)
        if BREACH.search(words):
            found += [
                _printed(target, mention.words)
                for target in mention.targets
                if target.law == SELF and target.article
            ]
    return list(dict.fromkeys(found))


def _words_before(mention: Mention, pieces: dict[tuple[int, int], str]) -> str:
    """The words of the source right before a citation."""
    for (line, column), text in pieces.items():
        if line == mention.line and column <= mention.start <= column + len(text):
            return text[: mention.start - column]
    return ""


def _printed(target: Target, words: str) -> str:
    """A target in the words of the list of violated articles."""
    text = target.article
    if target.para and ("款" in words or not target.item):
        text += f"第{numeral(target.para)}款"
    return text + (f"第（{numeral(target.item)}）项" if target.item else "")
