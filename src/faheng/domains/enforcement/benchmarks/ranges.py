"""Tables of ranges: the conditions of each row, and the limits it sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from faheng.domains.enforcement.benchmarks.drafts import Draft, Line
from faheng.domains.enforcement.benchmarks.money import AmountUnread, limits

BETWEEN = " ； "
NOTHING = {"", "/"}
GRADE = "情节"
_KINDS = (("警告", "warning"), ("没收违法所得", "confiscate_gains"))
_LABEL = re.compile(r"^(?P<label>[^:：]{2,40}?)(?:（万）)?[:：](?P<rest>.*)$")
_WHOM = re.compile(r"^对?(?P<whom>.*?)(?:的)?(?:罚款|处罚)?(?:金额|标准)?$")


def build(draft: Draft, lines: Sequence[Line]) -> None:
    """Make the tables of a violation: one for each who is fined apart."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(joined(lines), 1):
        when = _conditions(draft, line)
        if when is None:
            continue
        for whom, text in _penalties(line["penalty"]):
            band = _band(draft, line, text)
            if band is not None:
                row = {"id": str(number), "when": when} | band
                tables.setdefault(whom, []).append(row)
                draft.lines[f"{whom}#{number}"] = line.place
    for whom, bands in tables.items():
        draft.tables.append({"code": whom, "model": "ranges", "bands": bands})


def joined(lines: Sequence[Line]) -> list[Line]:
    """Put a row together that a page break cut in two."""
    found: list[Line] = []
    for line in lines:
        broken = found and not line["conditions"] and line["penalty"].endswith("以下")
        if broken and len(line["penalty"].partition(":")[2]) <= len("以下"):
            whole = found[-1]["penalty"] + line["penalty"].partition(":")[2]
            cells = dict(found[-1].cells) | {"penalty": whole}
            found[-1] = replace(found[-1], cells=cells)
        else:
            found.append(line)
    return found


def _conditions(draft: Draft, line: Line) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for part in line["conditions"].split(BETWEEN):
        name, colon, option = part.partition(":")
        if not colon or not name.strip() or not option.strip():
            draft.fault("没有看得懂的裁量因素和情形", line.place)
            return None
        found[name.strip()] = option.strip()
    return found


def _penalties(text: str) -> list[tuple[str, str]]:
    """Part a penalty into who is fined and how much."""
    found = []
    for part in text.split(BETWEEN):
        labelled = _LABEL.match(part.strip())
        label, rest = (labelled["label"], labelled["rest"]) if labelled else ("", part)
        if rest.strip() == "/":
            continue
        whom = _WHOM.match(label)
        found.append((whom["whom"] if whom else "", rest.strip()))
    return found


def _band(draft: Draft, line: Line, text: str) -> dict[str, Any] | None:
    kinds = [kind for word, kind in _KINDS if word in text]
    if text == "警告":
        return {"kinds": ["warning"], "low_fen": 0, "high_fen": 0}
    try:
        read = limits(text)
    except AmountUnread as problem:
        draft.fault(str(problem), line.place)
        return None
    for slip in read.slips:
        draft.fault(f"{slip}，请核对原文", line.place, error=False)
    band: dict[str, Any] = dict(read.fields)
    return band | ({"kinds": [*kinds, "fine"]} if kinds else {})
