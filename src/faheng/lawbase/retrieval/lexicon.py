"""Lay words and the words statutes use for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faheng.lawbase.retrieval.wording import fold

TERMS = Path(__file__).parent / "data" / "lay_terms.txt"
GAP = ".{0,4}"
WEAK = "?"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a statute says for what people say, and the statutes it is usually about.

    A weak entry names a role or a wish that many matters share.
    """

    said: tuple[str, ...]
    legal: tuple[str, ...]
    laws: tuple[str, ...]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by what people say; said with a gap, they are tried one by one."""

    by_word: dict[str, tuple[Entry, ...]]
    words: re.Pattern[str]
    gapped: tuple[tuple[re.Pattern[str], re.Pattern[str], Entry], ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Lexicon:
        """Build one; where two entries share a word, both count."""
        by_word: dict[str, tuple[Entry, ...]] = {}
        gapped = []
        for entry in entries:
            for word in entry.said:
                if "*" in word:
                    gapped.append((*_patterns(word), entry))
                else:
                    by_word[word] = (*by_word.get(word, ()), entry)
        longest_first = sorted(by_word, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first)) or "(?!)"
        return cls(by_word, re.compile(words), tuple(gapped))

    def read(self, words: str) -> list[Entry]:
        """The entries whose words are said, each once."""
        found = {
            id(entry): entry
            for word in self.words.findall(words)
            for entry in self.by_word[word]
        }
        for opening, whole, entry in self.gapped:
            if opening.search(words) and whole.search(words):
                found[id(entry)] = entry
        return list(found.values())


def parsed(lines: Iterable[str]) -> list[Entry]:
    """The entries of lines such as `lay words = legal words @ statutes`."""
    found = []
    for line in lines:
        if "=" not in line or line.startswith("#"):
            continue
        said, _, rest = fold(line).partition("=")
        legal, _, laws = rest.partition("@")
        weak = said.startswith(WEAK)
        words = tuple(said.removeprefix(WEAK).split())
        found.append(Entry(words, tuple(legal.split()), tuple(laws.split()), weak))
    return found


@cache
def lexicon() -> Lexicon:
    """The house's own lexicon."""
    with TERMS.open(encoding="utf-8") as lines:
        return Lexicon.of(parsed(lines))


def _patterns(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The first part of a gapped word, quick to look for, and the whole of it."""
    parts = [re.escape(part) for part in word.split("*") if part]
    return re.compile(parts[0]), re.compile(GAP.join(parts))
