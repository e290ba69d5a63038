"""The title in front of a citation without 《》: where it begins."""

from __future__ import annotations

import re

from faheng.lawbase.citations.grammar import TYPES
from faheng.lawbase.citations.titles import known, written_out

STATE = "中华人民共和国"
TITLE = re.compile(rf"[\u4e00-\u9fff]{{1,30}}(?:{TYPES})的?$")
STRONG = re.compile(
    r"依照|按照|依据|根据|适用|违反|符合|属于|参照|应当|认定|构成|实施(?!条例|细则|办法)|触犯|"
    r"具有|具备|以及|或者|处以|并处|遵守|执行|援引|比照|对照|规定的|情形|行为|下列|"
    r"除|经由|遵照|超出|不服|达到|取得"
)
WEAK = "和及与或由按依对为是从有在将以的之"
BACK = re.compile(
    r"(?:该|上述|前述|(?<!合)同)(?:部)?(?:法|条例|办法|规定|规则|解释|细则|决定)$"
)
HALVES = re.compile(r"法[总分]则$")
REFERS = re.compile(r"前款|前条|前项|本条|本法|本款")
NO_TITLE = {
    "法",
    "规定",
    "解释",
    "决定",
    "意见",
    "程序",
    "标准",
    "制度",
    "办法",
    "通知",
    "条例",
}


def title_before(text: str, end: int) -> str:
    """The title that stands right before a place, as printed, or nothing."""
    window = text[max(0, end - 40) : end].removesuffix("的")
    if HALVES.search(window):
        return _known(window[:-2]) and _known(window[:-2]) + window[-2:]
    if back := BACK.search(window):
        return back.group(0)
    if title := _known(window):
        return title
    matched = TITLE.search(window)
    if not matched:
        return ""
    words = STRONG.split(matched.group(0))[-1].lstrip(WEAK)
    return "" if words in NO_TITLE or REFERS.search(words) else words


def _known(window: str) -> str:
    """The known title that a stretch of text ends with, as printed."""
    for title in known():
        if window.endswith(title):
            longer = window.removesuffix(title)
            return STATE + title if longer.endswith(STATE) else title
    return ""


def is_back_reference(title: str) -> bool:
    """Whether a title only says 该法, 同条例."""
    return bool(BACK.match(title))


def bare(title: str) -> str:
    """A title without 《》 and without 中华人民共和国, written out if it is short."""
    name = title.strip("《》").replace(STATE, "").strip()
    name = name[:-2] if HALVES.search(name) else name
    return written_out().get(name, name)
