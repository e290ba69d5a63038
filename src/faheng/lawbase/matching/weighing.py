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
    """The texts to choose from, counted: by gram, each text and what it gains."""

    size: int
    gains: dict[str, list[tuple[int, float]]]
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
        mean = sum(lengths) / max(1, len(lengths)) or 1.0
        gains: dict[str, list[tuple[int, float]]] = {}
        for place, (count, length) in enumerate(zip(counts, lengths, strict=True)):
            norm = K1 * (1 - B + B * length / mean)
            for gram, number in count.items():
                gain = rarity[gram] * (number * (K1 + 1) / (number + norm))
                gains.setdefault(gram, []).append((place, gain))
        return cls(len(texts), gains, rarity)

    def scores(self, query: Iterable[str]) -> list[float]:
        """How well each text answers the grams of a query."""
        totals = [0.0] * self.size
        for gram, weight in Counter(query).items():
            for place, gain in self.gains.get(gram, ()):
                totals[place] += gain * min(weight, 2)
        return totals
