"""The name of a unit: cn/law/行政处罚法@2021-07-15/a33/p1/i2, and as it is read.

Articles count through the whole statute, whatever chapter they stand in, so a unit of
an article is named from the article. Headings are named from the largest down: b2/c1.
What is numbered twice in a damaged text carries a mark: a5~2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from faheng.lawbase.parser.declare import Level
from faheng.lawbase.parser.numerals import NUMERAL, numeral, worth
from faheng.lawbase.status.declare import key

ROOT = "cn/law/"
PRINTED = {
    "b": "第{}编",
    "sb": "第{}分编",
    "part": "第{}部分",
    "c": "第{}章",
    "s": "第{}节",
    "a": "第{}条",
    "p": "第{}款",
    "i": "第{}项",
    "t": "第{}目",
    "d": "第{}分目",
    "pre": "序言第{}段",
    "annex": "附件第{}段",
    "note": "注第{}段",
}
LEVELS = {
    Level.BOOK: "b",
    Level.SUBBOOK: "sb",
    Level.PART: "part",
    Level.CHAPTER: "c",
    Level.SECTION: "s",
    Level.ARTICLE: "a",
    Level.PARAGRAPH: "p",
    Level.ITEM: "i",
    Level.SUBITEM: "t",
    Level.DEEPER: "d",
}
STEP = re.compile(r"([a-z]+)([1-9]\d{0,6})(?:-([1-9]\d{0,3}))?(?:~([2-9]|[1-9]\d+))?")
WORDS = {shape.format("N"): name for name, shape in PRINTED.items()}
READ = re.compile(
    rf"(序言|附件|注)?第({NUMERAL})(分编|编|部分|章|节|条|款|项|分目|目|段)"
    rf"(?:之({NUMERAL}))?(?:〔(\d+)〕)?"
)
TITLE = re.compile(r"《(.+?)》(?=第|序言|附件|注|（|$)(?:（(\d{4}-\d\d-\d\d)）)?")


class NoAddress(ValueError):
    """不是法条地址"""


@dataclass(frozen=True, slots=True)
class Step:
    """One level of an address: its letters, number, 之 number, and which repetition."""

    kind: str
    number: int
    suffix: int = 0
    repetition: int = 1

    def __str__(self) -> str:
        tail = f"-{self.suffix}" if self.suffix else ""
        again = f"~{self.repetition}" if self.repetition > 1 else ""
        return f"{self.kind}{self.number}{tail}{again}"

    def printed(self) -> str:
        """第三十三条, 第一百三十三条之一."""
        tail = f"之{numeral(self.suffix)}" if self.suffix else ""
        again = f"〔{self.repetition}〕" if self.repetition > 1 else ""
        return PRINTED[self.kind].format(numeral(self.number)) + tail + again


@dataclass(frozen=True, slots=True)
class Address:
    """A unit of a statute; `on` is the first day of the version, if one is meant."""

    law: str
    steps: tuple[Step, ...] = ()
    on: date | None = None

    @property
    def place(self) -> str:
        """Where in the version: a33/p1/i2."""
        return "/".join(map(str, self.steps))

    @property
    def article(self) -> Step | None:
        """The step of the article, if the unit is one or stands in one."""
        return next((step for step in self.steps if step.kind == "a"), None)

    def __str__(self) -> str:
        day = f"@{self.on}" if self.on else ""
        place = f"/{self.place}" if self.steps else ""
        return ROOT + _escaped(self.law) + day + place

    def printed(self, *, dated: bool = False) -> str:
        """《行政处罚法》第三十三条第一款第二项; the version's day after the title."""
        title = self.law.replace("《", "〈").replace("》", "〉")
        day = f"（{self.on}）" if dated and self.on else ""
        return f"《{title}》{day}" + "".join(step.printed() for step in self.steps)

    def at(self, place: str) -> Address:
        """Another unit of the same version."""
        return replace(self, steps=steps(place))


def address(law: str, place: str = "", on: date | None = None) -> Address:
    """The address of a place in a statute; the title need not be bare."""
    return Address(key(law), steps(place), on)


def parse(text: str) -> Address:
    """Read an address, or its printed form.

    Raises:
        NoAddress: It is neither.
    """
    if text.startswith("《"):
        return _parse_printed(text)
    if not text.startswith(ROOT):
        raise NoAddress(text)
    head, _, place = text.removeprefix(ROOT).partition("/")
    law, _, day = head.partition("@")
    if not law:
        raise NoAddress(text)
    return Address(_unescaped(law), steps(place), _day(day) if day else None)


@cache
def steps(place: str) -> tuple[Step, ...]:
    """The levels of a place like a33/p1/i2.

    Raises:
        NoAddress: It is no place.
    """
    return tuple(_step(word) for word in place.split("/")) if place else ()


def read_place(words: str) -> tuple[Step, ...]:
    """The levels of 第三十三条第一款第二项, as statutes print them.

    Raises:
        NoAddress: There are other words in it.
    """
    found, end = [], 0
    for matched in READ.finditer(words):
        if matched.start() != end:
            raise NoAddress(words)
        end = matched.end()
        shape = f"{matched[1] or ''}第N{matched[3]}"
        if shape not in WORDS:
            raise NoAddress(words)
        suffix = worth(matched[4]) if matched[4] else 0
        found.append(
            Step(WORDS[shape], worth(matched[2]), suffix, int(matched[5] or 1))
        )
    if end != len(words):
        raise NoAddress(words)
    return tuple(found)


def _parse_printed(text: str) -> Address:
    """Read 《行政处罚法》第三十三条第一款第二项."""
    matched = TITLE.match(text)
    if not matched:
        raise NoAddress(text)
    law = matched[1].replace("〈", "《").replace("〉", "》")
    on = _day(matched[2]) if matched[2] else None
    return Address(law, read_place(text[matched.end() :]), on)


def _step(word: str) -> Step:
    """One level."""
    matched = STEP.fullmatch(word)
    if not matched or matched[1] not in PRINTED:
        raise NoAddress(word)
    return Step(matched[1], int(matched[2]), int(matched[3] or 0), int(matched[4] or 1))


def _day(text: str) -> date:
    """The day of an address."""
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise NoAddress(text) from problem


def _escaped(law: str) -> str:
    """A title in which no sign parts the address."""
    return law.replace("%", "%25").replace("/", "%2F").replace("@", "%40")


def _unescaped(law: str) -> str:
    """The title itself."""
    return law.replace("%40", "@").replace("%2F", "/").replace("%25", "%")
