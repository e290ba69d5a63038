"""The articles that a penal paragraph punishes the breach of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from faheng.lawbase.citations.declare import SELF, Mention, Target
from faheng.lawbase.parser.declare import Piece, Unit
from faheng.lawbase.parser.numerals import numeral

BREACH = re.compile(
    r"(?:违反|未(?:能)?(?:按照|依照|按|履行|遵守|执行|落实|达到)|不(?:按照|依照|按|履行|执行|符合|遵守)|"
    r"没有(?:按照|履行)|(?<!具)有|实施|存在|发生|从事|拒绝履行|违背|触犯)(?:了)?(?:上述|下列)?$"
)


def violated(mentions: Iterable[Mention], paragraph: Unit) -> list[str]:
    """The articles breached, as printed: 第十条第一款, 第十条第（一）项."""
    found = [
        _printed(target, mention.words)
        for mention in breaches(mentions, paragraph)
        for target in mention.targets
        if target.law == SELF and target.article
    ]
    return list(dict.fromkeys(found))


def breaches(mentions: Iterable[Mention], unit: Unit) -> Iterator[Mention]:
    """The citations in a unit that stand after 违反, 未按照 and the like."""
    lines: defaultdict[int, list[tuple[str, Piece]]] = defaultdict(list)
    for one in unit.walk():
        before = ""
        for piece in one.pieces:
            lines[piece.line].append((before, piece))
            before += piece.text
    for mention in mentions:
        words = _words_before(mention, lines.get(mention.line, []))
        if BREACH.search(words):
            yield mention


def _words_before(mention: Mention, pieces: list[tuple[str, Piece]]) -> str:
    """The words of the source right before a citation, also on the line above."""
    for before, piece in pieces:
        if piece.column <= mention.start <= piece.column + len(piece.text):
            return before + piece.text[: mention.start - piece.column]
    return ""


def _names_paragraph(words: str, article: str) -> bool:
    """Whether a citation prints the paragraph of an article: 前款, 第十条第一款."""
    if "条" not in words:
        return "款" in words
    return bool(re.search(rf"(?:{article}|本条|前条)[^条]*款", words))


def _printed(target: Target, words: str) -> str:
    """A target in the words of the list of violated articles."""
    text = target.article
    if target.para and (not target.item or _names_paragraph(words, text)):
        text += f"第{numeral(target.para)}款"
    return text + (f"第（{numeral(target.item)}）项" if target.item else "")
