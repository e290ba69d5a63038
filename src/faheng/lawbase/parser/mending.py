"""Damage inside an article: items in one line, wrapped lines, lost item labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from faheng.lawbase.parser.declare import Doubt, Piece
from faheng.lawbase.parser.lines import Kind, Line
from faheng.lawbase.parser.numerals import numeral, worth

INLINE = re.compile(r"(?<=[：:；;。\s])[（(]([一二三四五六七八九十]{1,3})[）)]")
ENDS = ("。", "；", "：", "！", "？", "”", '"', "…", ";", ":", "!", "?", "】", "」")
CLOSERS = "”’）)》」】"
LIST_ENDS = ("；", ";")
LEAD_INS = ("：", ":")
LISTING = re.compile(r"(?:下列|以下|如下)(?!用语|术语|概念)[^，；。]*[：:]$")
OLD_ITEM = re.compile(r"([一二三四五六七八九十]{1,3})、\s*")
LATER = re.compile(r"前款|前项|第[一二三四五]款|本条|有前款|违反前款")
BULLETS = re.compile(r"[\ue000-\uf8ff•·●■◆]\s*")


def ends_sentence(text: str) -> bool:
    """Whether a line's last sign closes a sentence or a clause of a list."""
    bare = text.rstrip(CLOSERS)
    return text.endswith(ENDS) or bare.endswith(ENDS)


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
        return self.more[-1].text if self.more else self.line.text

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The stretches of the source."""
        return tuple(
            Piece(line.number, line.column, line.text)
            for line in (self.line, *self.more)
            if line.text
        )


def joined(
    lines: Sequence[Line], doubts: list[Doubt], *, by_indent: bool = False
) -> list[Flow]:
    """The lines with wrapped ones put together.

    With `by_indent`, an unindented line always goes on with the one before it.
    """
    flows: list[Flow] = []
    for line in lines:
        wrapped = (
            line.kind is Kind.TEXT
            and bool(flows)
            and _goes_on(flows, line, by_indent=by_indent)
        )
        if wrapped:
            flows[-1].more.append(line)
            doubts.append(Doubt("wrapped_line", line.number, "句子在行中断开，已接上"))
        else:
            flows.append(Flow(line))
    return flows


def _goes_on(flows: list[Flow], line: Line, *, by_indent: bool) -> bool:
    """Whether a plain line is the rest of what stands before it."""
    before = flows[-1]
    if line.own:
        return False
    if not before.last:
        return True
    if by_indent and not line.indented:
        return True
    if BULLETS.match(line.text):
        return False
    if not ends_sentence(before.last):
        return True
    clause = before.last.endswith(LIST_ENDS) and before.line.kind in {
        Kind.TEXT,
        Kind.ARTICLE,
    }
    listed = any(flow.last.endswith(LEAD_INS) for flow in flows)
    if clause and not listed:
        return True
    return _unnumbered_row(flows, line)


def _unnumbered_row(flows: list[Flow], line: Line) -> bool:
    """Whether a line is a row of names: after a colon, ending in a comma."""
    return flows[-1].last.endswith(LEAD_INS) and line.text.endswith(("，", "、"))


def relabelled(flows: list[Flow], doubts: list[Doubt]) -> None:
    """Give lines after a lead-in the item labels that they have lost."""
    for place, flow in enumerate(flows):
        if not flow.last.endswith(LEAD_INS) or flow.line.kind is Kind.SUBITEM:
            continue
        run = _run(flows, place + 1)
        if not run:
            continue
        after = place + 1 + len(run)
        follower = flows[after].line if after < len(flows) else None
        if _lost_before(run, follower) or _lost_list(flow, run, follower):
            _label(run, 1, doubts)
    _relabel_between(flows, doubts)
    _relabel_last(flows, doubts)


def _run(flows: list[Flow], start: int) -> list[Flow]:
    """The plain lines from a place on."""
    end = start
    while end < len(flows) and _plain(flows[end].line):
        end += 1
    return flows[start:end]


def _plain(line: Line) -> bool:
    """Whether a line has no label, and nobody said that it is a paragraph."""
    return line.kind is Kind.TEXT and not line.own


def _lost_before(run: list[Flow], follower: Line | None) -> bool:
    """Whether the item after the run has the number that the run leaves free."""
    return (
        follower is not None
        and follower.kind is Kind.ITEM
        and follower.worth == len(run) + 1
    )


def _lost_list(lead: Flow, run: list[Flow], follower: Line | None) -> bool:
    """Whether the run is a list whose labels are all lost: …；…；…。"""
    if lead.line.kind is Kind.ITEM or (follower and follower.kind is Kind.ITEM):
        return False
    length = _bulleted(run) or _of_sentences(lead, run)
    if length:
        del run[length:]
        return True
    clauses = 0
    while clauses < len(run) and run[clauses].last.endswith(LIST_ENDS):
        clauses += 1
    if not clauses or clauses == len(run):
        return False
    del run[clauses + 1 :]
    return True


def _bulleted(run: list[Flow]) -> int:
    """How many lines begin with a sign that stands for a label."""
    return next(
        (place for place, flow in enumerate(run) if not BULLETS.match(flow.line.text)),
        len(run),
    )


def _of_sentences(lead: Flow, run: list[Flow]) -> int:
    """How many lines are items though each closes a sentence: 下列…：…。…。"""
    if not LISTING.search(lead.last) or not all(one.last.endswith("。") for one in run):
        return 0
    length = next(
        (place for place, flow in enumerate(run) if LATER.match(flow.line.text)),
        len(run),
    )
    return length if length > 1 else 0


def _label(run: list[Flow], first: int, doubts: list[Doubt]) -> None:
    """Make items of plain lines."""
    for number, flow in enumerate(run, start=first):
        flow.line.kind, flow.line.worth = Kind.ITEM, number
        flow.line.label = f"（{numeral(number)}）"
        if bullet := BULLETS.match(flow.line.text):
            flow.line.column += bullet.end()
            flow.line.text = flow.line.text[bullet.end() :]
        doubts.append(
            Doubt("lost_item_label", flow.line.number, f"缺项号，按第{number}项处理")
        )


def _relabel_between(flows: list[Flow], doubts: list[Doubt]) -> None:
    """Label plain lines between two items whose numbers leave room for them."""
    last = -1
    for place, flow in enumerate(flows):
        if flow.line.kind is not Kind.ITEM:
            continue
        between = flows[last + 1 : place] if last >= 0 else []
        before = flows[last].line.worth if last >= 0 else 0
        plain = [one for one in between if _plain(one.line)]
        missing = flow.line.worth - before - 1
        if plain and len(plain) == len(between) == missing:
            _label(plain, before + 1, doubts)
        last = place


def _relabel_last(flows: list[Flow], doubts: list[Doubt]) -> None:
    """Label plain lines after an item that ends like one of a list: …；"""
    for place in range(1, len(flows)):
        before, flow = flows[place - 1], flows[place]
        if (
            _plain(flow.line)
            and before.line.kind is Kind.ITEM
            and before.last.endswith(LIST_ENDS)
            and not any(one.line.kind is Kind.ITEM for one in flows[place:])
        ):
            _label([flow], before.line.worth + 1, doubts)
