"""How alike two stretches of law are: BM25 over runs of two characters."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NO_WORDS = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]+")
K1 = 1.2
B = 0.75


def grams(text: str) -> list[str]:
    """The runs of two characters of a text, within its words."""
    return [
        run[place : place + 2]
        for run in NO_WORDS.split(text)
        for place in range(len(run) - 1)
    ]


@dataclass(slots=True)
class Weighing:
    """The texts to choose from, counted."""

    counts: list[Counter[str]]
    lengths: list[int]
    mean: float
    rarity: dict[str, float]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Weighing:
        """Count the texts."""
        counts = [Counter(grams(text)) for text in texts]
        lengths = [sum(one.values()) for one in counts]
        seen = Counter(gram for one in counts for gram in one)
        rarity = {
            gram: math.log(1 + (len(texts) - number + 0.5) / (number + 0.5))
            for gram, number in seen.items()
        }
        mean = sum(lengths) / max(1, len(lengths))
        return cls(counts, lengths, mean or 1.0, rarity)

    def scores(self, query: Iterable[str]) -> list[float]:
        """How well each text answers the grams of a query."""
        wanted = Counter(query)
        return [self._score(wanted, place) for place in range(len(self.counts))]

    def _score(self, wanted: Counter[str], place: int) -> float:
        """The BM25 score of one text."""
        counts, length = self.counts[place], self.lengths[place]
        norm = K1 * (1 - B + B * length / self.mean)
        total = 0.0
        for gram, weight in wanted.items():
            number = counts.get(gram, 0)
            if number:
                gain = number * (K1 + 1) / (number + norm)
                total += self.rarity[gram] * gain * min(weight, 2)
        return total
