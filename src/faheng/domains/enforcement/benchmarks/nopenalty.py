"""Lists of acts that are not punished: the provision broken, and the conditions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from faheng.domains.enforcement.benchmarks.drafts import DraftEntry, DraftList, Line

_PROVISION = re.compile(
    r"《[^》]+》第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十]+款)?(?:第（?[一二三四五六七八九十]+）?项)?"
)
_NUMBERED = re.compile(r"[（(](?:\d+|[一二三四五六七八九十]+)[）)]")
_EITHER = re.compile(r"下列情形之一|以下情形之一")
_KNOWN = (
    (re.compile(r"首次|初次"), "first_time"),
    (re.compile(r"改正|整改|关闭|停止|拆除|恢复原状"), "corrected_in_time"),
    (re.compile(r"(?:没有|未)造成[^，；。]*后果"), "no_harm"),
    (re.compile(r"后果轻微|危害轻微"), "slight_harm"),
)
WAIVED, TRIVIAL = "33(1)b", "33(1)a"


def read(draft: DraftList, lines: Sequence[Line]) -> DraftList:
    """Read the rows of a list into a draft."""
    draft.entries = [_entry(line) for line in lines]
    return draft


def _entry(line: Line) -> DraftEntry:
    conditions = _conditions(line["conditions"])
    code = f"entry{line['no']}"
    parts = [_part(code, n, text) for n, text in enumerate(conditions, 1)]
    joined = "any" if _EITHER.search(line["conditions"]) and len(parts) > 1 else "all"
    first = any("first_time" in _codes(text) for text in conditions)
    return DraftEntry(
        number=line["no"],
        category=line["category"],
        violation=line["violation"],
        provisions=tuple(dict.fromkeys(_PROVISION.findall(line["provision"]))),
        conditions=tuple(conditions),
        when={joined: parts},
        article=WAIVED if first else TRIVIAL,
        place=line.place,
    )


def _conditions(text: str) -> list[str]:
    """Part the conditions where they are numbered."""
    plain = re.sub(r"<br>|\s+", "", text)
    head, *rest = _NUMBERED.split(plain)
    return [part.strip("；;。，") for part in (rest or [head]) if part.strip("；;。，")]


def _part(code: str, number: int, text: str) -> dict[str, Any]:
    """Make a condition: known facts by their code, and the whole to be confirmed."""
    known = [{"fact": one} for one in _codes(text)]
    whole = {"fact": f"{code}.{number}", "text": text}
    # The words say more than the facts that they name, so a person confirms them.
    return {"all": [*known, whole]}


def _codes(text: str) -> list[str]:
    return [code for pattern, code in _KNOWN if pattern.search(text)]
