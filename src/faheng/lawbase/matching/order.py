"""Where duties stand beside where their breach is punished.

Penal provisions tend to follow the order of the duties; they stand behind them, in a
chapter of their own, and that chapter seldom lays down duties itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from faheng.lawbase.parser.declare import HEADINGS, Tree, Unit

PENAL_CHAPTER = re.compile(r"法律责任|罚\s*则|处\s*罚|附\s*则")
MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Order:
    """Article numbers counted through, those of penal ones, those beside duties.

    `first` is the place of the first penal article.
    """

    places: dict[str, int]
    penal: dict[str, int]
    behind: frozenset[str]
    first: int

    @classmethod
    def of(cls, tree: Tree, penal: Collection[str]) -> Order:
        """The order of a statute of which some articles are penal."""
        labels = [unit.label for unit in tree.articles()]
        punishing = [label for label in labels if label in set(penal)]
        behind = {
            label
            for unit in tree.walk()
            if unit.level in HEADINGS and PENAL_CHAPTER.search(unit.text)
            for label in _within(unit)
        }
        places = {label: place for place, label in enumerate(labels)}
        return cls(
            places,
            {label: place for place, label in enumerate(punishing)},
            frozenset(behind),
            min((places[label] for label in punishing), default=0),
        )

    def closeness(self, duty: str, provision: str) -> float:
        """How alike the two stand in their rows: 1 at the same share, 0 beyond."""
        first = self.first
        if self.places[duty] >= first or not first:
            return 0.0
        share = MIDDLE
        if provision in self.penal:
            share = self.penal[provision] / max(1, len(self.penal) - 1)
        return 1 - abs(self.places[duty] / first - share)


def _within(unit: Unit) -> list[str]:
    """The labels of what a heading holds."""
    return [one.label for one in unit.walk()]
