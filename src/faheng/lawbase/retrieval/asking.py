"""What a query asks for: an article of a law, a law, or a matter in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faheng.lawbase.parser.numerals import NUMERAL, worth
from faheng.lawbase.retrieval.wording import bigrams, fold, runs

NICKNAMES = Path(__file__).parent / "data" / "nicknames.txt"
STATE = "中华人民共和国"
LONGEST_NAME = 40
SHORTEST_TAIL = 3
MOST_LAWS = 8
TYPED = ("法", "条例", "规定", "办法", "规则", "细则", "法典", "解释")
TYPE = re.compile("|".join(sorted(TYPED, key=len, reverse=True)))
NUMBER = rf"(?:{NUMERAL})"
PLACE = re.compile(
    rf"(?P<lead>第)?(?P<article>{NUMBER})\s*条(?:\s*之\s*(?P<suffix>{NUMBER}))?"
    rf"(?:\s*第?\s*(?P<para>{NUMBER})\s*款)?"
    rf"(?:\s*第?\s*[(]?\s*(?P<item>{NUMBER})\s*[)]?\s*项)?"
)
BARE_NUMBER = re.compile(r"\s*(?P<article>\d{1,4})\s*$")
MARKS = re.compile(r"[《》〈〉<>\"“”'‘’]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query understood; `words` is what is left once laws and numbers are read."""

    words: str
    laws: tuple[str, ...] = ()
    article: int | None = None
    suffix: int = 0
    para: int | None = None
    item: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.laws or self.article or runs(self.words))


class Names:
    """The names of laws, and of each the laws it may mean."""

    def __init__(self, laws: Mapping[str, Iterable[str]]) -> None:
        self.exact: dict[str, list[str]] = defaultdict(list)
        self.tails: dict[str, list[str]] = defaultdict(list)
        for title, names in laws.items():
            for name in dict.fromkeys(map(fold, (title, *names))):
                self._add(name.removeprefix(STATE), title)
        for nickname, title in nicknames().items():
            if title in self.exact and nickname not in self.exact:
                self.exact[nickname] = [title]

    def meant(self, name: str) -> tuple[str, ...]:
        """The laws that a name may mean, surest first."""
        bare = fold(name).strip("《》 ").removeprefix(STATE)
        found = self.exact.get(bare) or sorted(self.tails.get(bare, ()), key=len)
        return tuple(found[:MOST_LAWS])

    def within(self, text: str) -> tuple[int, int, tuple[str, ...]] | None:
        """The longest name in a text: where it stands, and the laws it may mean."""
        best: tuple[int, int, tuple[str, ...]] | None = None
        for end in (found.end() for found in TYPE.finditer(text)):
            for start in range(max(0, end - LONGEST_NAME), end - 1):
                if best and end - start <= best[1] - best[0]:
                    break
                if laws := self._named(text[start:end]):
                    best = (start, end, laws)
                    break
        return best

    def _named(self, part: str) -> tuple[str, ...]:
        if part in self.exact or part in self.tails:
            return self.meant(part)
        return ()

    def _add(self, name: str, title: str) -> None:
        if title not in self.exact[name]:
            self.exact[name].append(title)
        if not name.endswith(TYPED) or len(name) > LONGEST_NAME:
            return
        for start in range(1, len(name) - SHORTEST_TAIL + 1):
            tail = name[start:]
            if tail not in TYPED and title not in self.tails[tail]:
                self.tails[tail].append(title)


def understand(words: str, names: Names) -> Asked:
    """Read a folded query.

    A number counts as an article where it is written 第…条, stands after the name of a
    law, or is all there is: 一条狗 is not an article.
    """
    text = MARKS.sub(" ", words).replace(STATE, " ")
    named = names.within(text)
    start, end, laws = named or (0, 0, ())
    before, after = text[:start], text[end:]
    place = _place(after if named else text, alone=bool(named))
    if place is None and named:
        place = _place(before, alone=False)
    if place is None:
        return Asked(_joined(before, after), laws)
    left = _joined(before, after) if named else text
    parts = {key: int_of(place, key) for key in ("article", "suffix", "para", "item")}
    return Asked(
        " ".join(left.replace(place.group(0), " ").split()),
        laws,
        parts["article"],
        parts["suffix"] or 0,
        parts["para"],
        parts["item"],
    )


def int_of(place: re.Match[str], key: str) -> int | None:
    """A number of a place."""
    told = place.groupdict().get(key)
    return worth(told) if told else None


@cache
def nicknames() -> dict[str, str]:
    """The bare titles by nickname."""
    lines = NICKNAMES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if " = " in line)
    return {nickname: title.strip() for nickname, title in pairs}


def _place(text: str, *, alone: bool) -> re.Match[str] | None:
    """The first place of a text that is meant as one."""
    for found in PLACE.finditer(text):
        whole = not bigrams(text[: found.start()] + " " + text[found.end() :])
        if found["lead"] or alone or whole:
            return found
    return BARE_NUMBER.fullmatch(text) if alone else None


def _joined(*parts: str) -> str:
    return " ".join(" ".join(parts).split())
