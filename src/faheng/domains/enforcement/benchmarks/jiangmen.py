"""Benchmarks kept as one sheet of rows, each a circumstance and a standard in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from faheng.domains.enforcement.benchmarks.drafts import Draft, Line
from faheng.domains.enforcement.benchmarks.money import AmountUnread, limits

FACTOR = "裁量情节"
_CITED = re.compile(r"^(?P<law>《[^》]+》)(?:[（(][^）)]*[）)])?(?P<place>第[^：:]*)")
_STEPWISE = re.compile(r"[：（(].*每.*$")
_MEASURED = re.compile(r"[元倍%％]|百分之")
_WHOM = re.compile(
    r"^(?:并|可以|可|且)*(?:对(?P<whom>[^，；处]{1,40}?)(?:可以|并|可)*处|(?P<bare>个人|单位)处)"
)
_ADDRESSED = re.compile(r"^(?:并|可以|可|且)*对(.*)$")
_KINDS = (("警告", "warning"), ("没收违法所得", "confiscate_gains"))


def read(lines: Sequence[Line]) -> list[Draft]:
    """Read every violation; whatever is wrong is noted on it."""
    grouped: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        grouped[line["sheet"], line["no"]].append(line)
    return [_draft(rows) for rows in grouped.values()]


def _draft(lines: list[Line]) -> Draft:
    first = lines[0]
    cited = _CITED.match(first["basis"])
    draft = Draft(
        section=first["no"],
        name=first["violation"],
        model="ranges",
        place=first.place,
        chapter=first["sheet"],
        penalties=(f"{cited['law']}{cited['place'].strip()}",) if cited else (),
        note=first["remark"],
    )
    if not cited:
        draft.fault("看不出处罚依据是哪一条")
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for number, line in enumerate(lines, 1):
        for whom, band in _bands(draft, line):
            when = {FACTOR: line["circumstances"] or f"第{line['grade'] or number}档"}
            tables[whom].append({"id": str(number), "when": when} | band)
            draft.lines[f"{whom}#{number}"] = line.place
    for whom, bands in tables.items():
        draft.tables.append({"code": whom, "model": "ranges", "bands": bands})
    return draft


def _bands(draft: Draft, line: Line) -> list[tuple[str, dict[str, Any]]]:
    standard, stepwise = _STEPWISE.subn("", line["standard"])
    if not standard:
        draft.fault("没有处罚标准", line.place)
        return []
    if stepwise:
        text = "幅度之内另有递增的算法，由人工计算"
        draft.fault(text, line.place, error=False)
    found = []
    kinds = [kind for word, kind in _KINDS if word in standard]
    addressed = ""
    for clause in re.split(r"[，；;。,]", standard):
        if not _MEASURED.search(clause):
            addressed = _ADDRESSED.sub(r"\1", clause) if "对" in clause else ""
            continue
        band = _band(draft, line, clause)
        if band is not None:
            whom = _whom(clause) or addressed
            found.append((whom, band | {"kinds": [*kinds, "fine"]}))
        addressed = ""
    if not found and kinds and not _MEASURED.search(standard):
        found.append(("", {"low_fen": 0, "high_fen": 0, "kinds": kinds}))
    if not found:
        draft.fault("处罚标准里没有看得懂的数额", line.place)
    return found


def _band(draft: Draft, line: Line, clause: str) -> dict[str, Any] | None:
    try:
        read = limits(clause)
    except AmountUnread as problem:
        draft.fault(str(problem), line.place)
        return None
    for slip in read.slips:
        draft.fault(f"{slip}，请核对原文", line.place, error=False)
    return dict(read.fields)


def _whom(clause: str) -> str:
    found = _WHOM.match(clause)
    return (found["whom"] or found["bare"]) if found else ""
