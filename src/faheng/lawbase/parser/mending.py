"""Damage inside an article: items in one line, wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from faheng.lawbase.parser.declare import Doubt, Piece
from faheng.lawbase.parser.habits import Habits
from faheng.lawbase.parser.lines import Kind, Line
from faheng.lawbase.parser.numerals import worth

INLINE = re.compile(r"(?<=[：:；;。\s])[（(]([一二三四五六七八九十]{1,3})[）)]")
ENDS = ("。", "；", "：", "！", "？", "”", '"', "…", ";", ":", "!", "?", "】", "」")
CLOSERS = "”’）)》」】"
REFERENCE = re.compile(r"(?:[\[［]\^?\d{1,3}[\]］]|[①-⑳¹²³⁴-⁹])+$")
LIST_ENDS = ("；", ";")
LEAD_INS = ("：", ":")
OLD_ITEM = re.compile(r"([一二三四五六七八九十]{1,3})、\s*")
BULLETS = re.compile(r"[\ue000-\uf8ff•·●■◆]\s*")


def ends_sentence(text: str) -> bool:
    """Whether a line's last sign closes a sentence or a clause of a list."""
    words = unnoted(text)
    return words.endswith(ENDS) or words.rstrip(CLOSERS).endswith(ENDS)


def unnoted(text: str) -> str:
    """A text without the sign of a footnote at its end: [^1], ［2］, ①."""
    return REFERENCE.sub("", text)


def parted(lines: Sequence[Line], doubts: list[Doubt]) -> list[Line]:
    """The lines with items that stand in one line set apart."""
    found: list[Line] = []
    expected = 1
    for line in lines:
        if line.kind is Kind.ITEM:
            expected = line.worth + 1
        elif line.kind is Kind.TEXT and not found:
            expected = 1
        pieces = _inline(line, expected)
        if len(pieces) > 1:
            doubts.append(Doubt("inline_items", line.number, "一行之内有多项"))
            expected = pieces[-1].worth + 1
        found += pieces
    return found


def listed(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with 一、二、三、 after a lead-in made items, as old statutes have them."""
    expected = 0
    for line in lines:
        matched = OLD_ITEM.match(line.text) if line.kind is Kind.TEXT else None
        if matched and expected and worth(matched.group(1)) == expected:
            line.kind, line.worth = Kind.ITEM, expected
            line.label = matched.group(0).strip()
            line.column += matched.end()
            line.text = line.text[matched.end() :]
            expected += 1
        elif line.text.endswith(LEAD_INS):
            expected = 1
    return lines


def _inline(line: Line, expected: int) -> list[Line]:
    """One line parted at the items in it that follow in order."""
    if "（" not in line.text and "(" not in line.text:
        return [line]
    wanted = expected if line.kind is Kind.ITEM else 1
    cuts = []
    for matched in INLINE.finditer(line.text):
        if worth(matched.group(1)) == wanted:
            cuts.append(matched)
            wanted += 1
    if not cuts:
        return [line]
    first = replace(line, text=line.text[: cuts[0].start()].rstrip())
    return [first, *(_item(line, cuts, place) for place in range(len(cuts)))]


def _item(line: Line, cuts: list[re.Match[str]], place: int) -> Line:
    """The item that begins at one of the cuts of a line."""
    cut = cuts[place]
    end = cuts[place + 1].start() if place + 1 < len(cuts) else len(line.text)
    return Line(
        line.number,
        line.column + cut.end(),
        line.text[cut.end() : end].strip(),
        Kind.ITEM,
        cut.group(0),
        worth(cut.group(1)),
    )


class Flow:
    """A line of the article with the wrapped lines that go on with it."""

    __slots__ = ("doubtful", "line", "more")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.more: list[Line] = []
        self.doubtful = False

    @property
    def last(self) -> str:
        """The text at whose end a line may be wrapped."""
        return self.end.text

    @property
    def end(self) -> Line:
        """The line at whose end a sentence may go on."""
        return self.more[-1] if self.more else self.line

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The stretches of the source."""
        return tuple(
            Piece(line.number, line.column, line.text)
            for line in (self.line, *self.more)
            if line.text
        )


def joined(lines: Sequence[Line], doubts: list[Doubt], habits: Habits) -> list[Flow]:
    """The lines with wrapped ones put together.

    Where paragraphs are indented, an unindented line always goes on with the one
    before it.
    """
    flows: list[Flow] = []
    for line in lines:
        if flows and line.kind is Kind.TEXT and _goes_on(flows, line, habits):
            flows[-1].more.append(line)
            doubts.append(Doubt("wrapped_line", line.number, "句子在行中断开，已接上"))
        else:
            if flows and line.kind is Kind.TEXT and not line.own:
                _doubt_break(flows[-1], line, doubts, habits)
            flows.append(Flow(line))
    return flows


def _goes_on(flows: list[Flow], line: Line, habits: Habits) -> bool:
    """Whether a plain line is the rest of what stands before it."""
    before = flows[-1]
    if line.own:
        return False
    if not before.last:
        return True
    if habits.by_indent and not line.indented:
        return True
    if BULLETS.match(line.text):
        return False
    if not ends_sentence(before.last):
        return not habits.has_lost_stop(before.end, line)
    if habits.is_full(before.end) and habits.seems_to_go_on(line):
        return True
    return _clause_goes_on(flows) or _unnumbered_row(flows, line)


def _clause_goes_on(flows: list[Flow]) -> bool:
    """Whether a paragraph ends in a semicolon though it brings in no list."""
    before = flows[-1]
    clause = before.last.endswith(LIST_ENDS) and before.line.kind in {
        Kind.TEXT,
        Kind.ARTICLE,
    }
    return clause and not any(flow.last.endswith(LEAD_INS) for flow in flows)


def _doubt_break(before: Flow, line: Line, doubts: list[Doubt], habits: Habits) -> None:
    """Tell of a paragraph that may be the rest of the one before it."""
    if not before.last:
        return
    if not ends_sentence(before.last) and not habits.by_indent:
        doubts.append(
            Doubt("lost_full_stop", before.end.number, "段末缺句号，按另起一款处理")
        )
    elif habits.is_full(before.end) and before.last.endswith("。"):
        doubts.append(
            Doubt("unclear_break", line.number, "上一行满行而止，本行可能接上一款")
        )


def _unnumbered_row(flows: list[Flow], line: Line) -> bool:
    """Whether a line is a row of names: after a colon, ending in a comma."""
    return flows[-1].last.endswith(LEAD_INS) and line.text.endswith(("，", "、"))
