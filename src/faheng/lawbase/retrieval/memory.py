"""Questions that people confirmed an answer to, recalled when a like one is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from faheng.lawbase.retrieval.wording import bared, bigrams, question

LIKE = 0.34


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and the address that a person confirmed."""

    question: str
    address: str


class Memory:
    """Confirmed pairs, found by the bigrams they share with a question."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.pairs = tuple(pairs)
        self._signs = [_signs(pair.question) for pair in self.pairs]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, signs in enumerate(self._signs):
            for sign in signs:
                self._holders[sign].append(place)

    def recall(self, words: str) -> dict[str, float]:
        """How alike the questions are that lead to each address, from 0 to 1."""
        asked = _signs(words)
        shared: dict[int, int] = defaultdict(int)
        for sign in asked:
            for place in self._holders.get(sign, ()):
                shared[place] += 1
        found: dict[str, float] = {}
        for place, count in shared.items():
            alike = 2 * count / (len(asked) + len(self._signs[place]))
            address = self.pairs[place].address
            if alike >= LIKE and alike > found.get(address, 0):
                found[address] = alike
        return found


def _signs(words: str) -> frozenset[str]:
    folded = question(words)
    return frozenset(bigrams(bared(folded)) or [folded])
