"""The words that citations are made of."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass

from faheng.lawbase.parser.numerals import worth

NUM = r"(?:[〇零一二两三四五六七八九十百千]+|[0-9０-９]+)"
ONE = rf"[（(]?{NUM}[）)]?"
JOINT = r"(?:、|和|或者|或|以及|及|与|至|到)"
TYPES = (
    "法典|法|条例|办法|规定|规则|解释|实施细则|细则|决定|意见|通则|章程|准则|程序|"
    "规程|规范|标准|制度|批复|通知|公约|协定|议定书|方案|纪要"
)
UNIT = (
    r"条(?!件|例|约|款|文|形码)|(?=第[一二三四五六七八九十]{1,3}[款项])|款(?!项|式|额|物)|项(?!目|下)|目(?!标|录|前|的)|"
    r"章(?!程)|节(?!目|能|约|日|点)|分编|编(?!制|号|码|辑)"
)
TOKEN = re.compile(
    rf"第?\s?(?P<list>{ONE}(?:{JOINT}{ONE})*)\s?(?P<unit>{UNIT})"
    rf"(?:之(?P<suffix>[一二三四五六七八九十]+)(?!一))?"
)
FIRST = re.compile(rf"第\s?{ONE}(?:{JOINT}{ONE})*\s?(?:{UNIT})")
PART = re.compile(rf"({JOINT}?)[（(]?({NUM})[）)]?")
CONNECTOR = re.compile(rf"{JOINT}|，(?=第{NUM}条)")
OWN = rf"(?P<own>本(?:《[^《》]{{1,12}}》|{TYPES}))"
QUOTED = (
    r"(?P<quoted>《(?:[^《》]|《[^《》]*》)+》)"
    r"(?:[（(][^（）()]{1,40}[）)])?"
)
THIS = r"(?P<this>本(?:条(?!例|款|约|件)|款(?!项|额)|项(?!目)|章(?!程)|节(?!目|能|约)))"
BEFORE = (
    rf"(?P<before>(?<![此目之提年日空票])前(?P<count>{NUM}|几)?"
    r"(?:款(?!项(?!规|所|、|情)|式|额|物)|条(?!件|例|款)|项(?!目|下)))"
)
HEAD = re.compile(
    rf"(?:{OWN}|{QUOTED}|{THIS}|{BEFORE}|(?P<bare>第\s?{ONE}(?:{JOINT}{ONE})*\s?(?:{UNIT})))"
)
RANGE = {"至", "到"}


@dataclass(frozen=True, slots=True)
class Step:
    """One printed reference: its unit and numbers; `up_to` if a range ends there."""

    unit: str
    numbers: tuple[int, ...]
    suffix: int
    up_to: bool
    joined: bool
    printed: str


def steps(text: str, start: int) -> tuple[list[Step], int]:
    """The references that follow one another from a place, and where they end."""
    found: list[Step] = []
    end = start
    joint = ""
    while token := TOKEN.match(text, end + len(joint)):
        if not _fits(token, found, joint):
            break
        found.append(_step(token, joint))
        end = token.end()
        connector = CONNECTOR.match(text, end)
        joint = connector.group(0) if connector else ""
    return found, end


def _fits(token: re.Match[str], found: list[Step], joint: str) -> bool:
    """Whether a token goes on with the citation.

    Without 第 it has to be in a row of the same unit: 第七项至九项.
    """
    if token.group(0).startswith("第"):
        return (
            bool(joint)
            or not found
            or _is_deeper(found[-1].unit, token["unit"] or "条")
        )
    return bool(joint) and bool(found) and found[-1].unit == token["unit"]


ORDER = ("编", "分编", "章", "节", "条", "款", "项", "目")


def _is_deeper(above: str, below: str) -> bool:
    """Whether one unit is part of another."""
    return ORDER.index(below) > ORDER.index(above)


def _step(token: re.Match[str], joint: str) -> Step:
    """The step that a token prints; a list inside it is expanded."""
    numbers: list[int] = []
    for part in PART.finditer(token["list"]):
        number = worth(part.group(2))
        if part.group(1) in RANGE and numbers:
            numbers += range(numbers[-1] + 1, number + 1)
        else:
            numbers.append(number)
    suffix = worth(token["suffix"]) if token["suffix"] else 0
    return Step(
        token["unit"] or "条",
        tuple(numbers),
        suffix,
        joint in RANGE,
        bool(joint),
        token.group(0),
    )


def heads(text: str) -> Generator[re.Match[str], int, None]:
    """The places where a citation may begin; the caller moves on by `send`."""
    position = 0
    while matched := HEAD.search(text, position):
        moved = yield matched
        position = max(moved, matched.start() + 1)
