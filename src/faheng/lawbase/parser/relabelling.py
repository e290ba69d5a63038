"""Items that lost their labels: what stands around them tells."""

from __future__ import annotations

import re

from faheng.lawbase.parser.declare import Doubt
from faheng.lawbase.parser.lines import Kind, Line
from faheng.lawbase.parser.mending import BULLETS, LEAD_INS, LIST_ENDS, Flow
from faheng.lawbase.parser.numerals import numeral

LISTING = re.compile(r"(?:下列|以下|如下)(?!用语|术语|概念)[^，；。]*[：:]$")
LATER = re.compile(r"前款|前项|第[一二三四五]款|本条|有前款|违反前款")
LEAD_IN = re.compile(r"(?:下列|以下|如下)[^，；。]*(?:，[^；。]*)?[：:]$")
DEFINITION = re.compile(r"[^，。；：]{1,30}，?是指")
DEFINES = re.compile(r"(?:用语|术语|概念|名词|含义|定义)[^，。；]*[：:]$")


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
        elif len(run) > 1 and DEFINES.search(flow.last):
            line = run[0].line.number
            doubts.append(Doubt("unlabelled_list", line, "列举没有项号，按款处理"))
    _relabel_between(flows, doubts)
    _relabel_last(flows, doubts)


def _run(flows: list[Flow], start: int) -> list[Flow]:
    """The plain lines from a place on, up to the next lead-in."""
    end = start
    while end < len(flows) and _plain(flows[end].line):
        if end > start and LEAD_IN.search(flows[end].last):
            break
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
    """Label plain lines after an item that go on with its list.

    The item ends like one of a list: …；, or both define a term.
    """
    for place in range(1, len(flows)):
        before, flow = flows[place - 1], flows[place]
        if (
            _plain(flow.line)
            and before.line.kind is Kind.ITEM
            and (before.last.endswith(LIST_ENDS) or _both_define(before, flow))
            and not any(one.line.kind is Kind.ITEM for one in flows[place:])
        ):
            _label([flow], before.line.worth + 1, doubts)


def _both_define(before: Flow, flow: Flow) -> bool:
    """Whether two lines each say what a term means."""
    return all(DEFINITION.match(one.line.text) for one in (before, flow))
