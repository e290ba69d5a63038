"""Where the units of a version come from in the version before. Pure.

Articles are paired by their words; paragraphs and items only within the articles that
were changed. What has no equal is looked for in the pairs: a part that was split off,
or an article that was merged into another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from faheng.lawbase.matching.weighing import Weighing, grams

ALIKE = 0.42
ALIKE_BETWEEN_PAIRS = 0.2
WITHIN = 0.6
SMALL = 12


class Became(StrEnum):
    """What became of a unit from one version to the next."""

    SAME = "same"
    MODIFIED = "modified"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Part:
    """A unit to pair: its key, its place, its words, and its parts."""

    key: int
    place: str
    text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Descent:
    """One row of lineage; `renumbered` tells that the number changed too."""

    before: int | None
    after: int | None
    became: Became
    renumbered: bool = False
    score: float = 0.0


@dataclass(slots=True)
class Pairing:
    """Two rows of units, and which of the one is which of the other."""

    before: Sequence[Part]
    after: Sequence[Part]
    rarity: dict[str, float]
    counts: dict[int, Counter[str]] = field(default_factory=dict)
    pairs: dict[int, tuple[int, float]] = field(default_factory=dict)

    def grams_of(self, part: Part) -> Counter[str]:
        """The runs of two characters of a unit."""
        if part.key not in self.counts:
            self.counts[part.key] = Counter(grams(part.text))
        return self.counts[part.key]

    def weight(self, counts: Counter[str]) -> float:
        """What the words of a unit weigh: rare ones more."""
        return sum(self.rarity.get(gram, 1.0) * n for gram, n in counts.items())

    def shared(self, one: Part, other: Part) -> float:
        """What the words weigh that two units share."""
        return self.weight(self.grams_of(one) & self.grams_of(other))

    def alike(self, one: Part, other: Part) -> float:
        """How alike two units are, from 0 to 1."""
        if one.text == other.text:
            return 1.0
        both = self.weight(self.grams_of(one)) + self.weight(self.grams_of(other))
        return 2 * self.shared(one, other) / both if both else 0.0

    def within(self, small: Part, large: Part) -> float:
        """How much of a unit stands in another, from 0 to 1."""
        weight = self.weight(self.grams_of(small))
        return self.shared(small, large) / weight if weight else 0.0


def descent(before: Sequence[Part], after: Sequence[Part]) -> list[Descent]:
    """What became of the units of a version, in the order of the later one."""
    weighing = Weighing.of([part.text for part in (*before, *after)])
    return list(_descent(before, after, weighing.rarity))


def _descent(
    before: Sequence[Part], after: Sequence[Part], rarity: dict[str, float]
) -> Iterator[Descent]:
    """The rows of one level, and of the levels below where something changed."""
    pairing = Pairing(before, after, rarity)
    _pair_equal(pairing)
    _pair_alike(pairing)
    _pair_between(pairing)
    in_order = _in_order(pairing)
    for place, part in enumerate(after):
        if place not in pairing.pairs:
            yield _new(pairing, part)
            continue
        origin, score = pairing.pairs[place]
        was = before[origin]
        became = _became(was, part, in_order=place in in_order)
        renumbered = was.place != part.place
        yield Descent(was.key, part.key, became, renumbered, round(score, 4))
        if became is Became.MODIFIED and (was.parts or part.parts):
            yield from _descent(was.parts, part.parts, rarity)
    yield from _gone(pairing)


def _pair_equal(pairing: Pairing) -> None:
    """Pair what has the same words; where several have, the same place first."""
    known: defaultdict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(pairing.before):
        known[part.text].append(place)
    for place, part in enumerate(pairing.after):
        same = [
            origin
            for origin in known[part.text]
            if pairing.before[origin].place == part.place
        ]
        if same:
            pairing.pairs[place] = (same[0], 1.0)
            known[part.text].remove(same[0])
    for place, part in enumerate(pairing.after):
        if place not in pairing.pairs and known[part.text]:
            pairing.pairs[place] = (known[part.text].pop(0), 1.0)


def _pair_alike(pairing: Pairing) -> None:
    """Pair what is alike enough, the likest first."""
    taken = {origin for origin, _ in pairing.pairs.values()}
    old = [place for place in range(len(pairing.before)) if place not in taken]
    new = [place for place in range(len(pairing.after)) if place not in pairing.pairs]
    if len(old) == len(new) == 1 and len(pairing.before) <= SMALL:
        # The one paragraph left on either side, if it has anything in common.
        _take(pairing, new[0], old[0], ALIKE_BETWEEN_PAIRS)
        return
    scored = []
    for place in new:
        part = pairing.after[place]
        for origin in _candidates(pairing, part, old):
            score = pairing.alike(pairing.before[origin], part)
            if score >= ALIKE:
                same = pairing.before[origin].place == part.place
                scored.append((score + 0.02 * same, place, origin, score))
    for _, place, origin, score in sorted(scored, reverse=True):
        if place not in pairing.pairs and origin not in taken:
            pairing.pairs[place] = (origin, score)
            taken.add(origin)


def _candidates(pairing: Pairing, part: Part, old: Sequence[int]) -> list[int]:
    """Those units that share one of the rarest words of a unit."""
    rare = sorted(
        pairing.grams_of(part), key=lambda gram: -pairing.rarity.get(gram, 0.0)
    )
    wanted = set(rare[: max(SMALL, len(rare) // 2)])
    return [
        place
        for place in old
        if not wanted.isdisjoint(pairing.grams_of(pairing.before[place]))
    ]


def _pair_between(pairing: Pairing) -> None:
    """Pair what stands alone between the same neighbours, with less in common."""
    taken = {origin for origin, _ in pairing.pairs.values()}
    for place in range(len(pairing.after)):
        if place in pairing.pairs:
            continue
        around = _around(pairing, place)
        if around is None:
            continue
        low, high, run = around
        free = [one for one in range(low + 1, high) if one not in taken]
        if (
            len(free) == 1
            and run == 1
            and _take(pairing, place, free[0], ALIKE_BETWEEN_PAIRS)
        ):
            taken.add(free[0])


def _around(pairing: Pairing, place: int) -> tuple[int, int, int] | None:
    """The origins of the neighbours of a unit, and how many have none between."""
    low = high = place
    while low >= 0 and low not in pairing.pairs:
        low -= 1
    while high < len(pairing.after) and high not in pairing.pairs:
        high += 1
    first = pairing.pairs[low][0] if low >= 0 else -1
    last = pairing.pairs[high][0] if high < len(pairing.after) else len(pairing.before)
    return (first, last, high - low - 1) if first < last else None


def _take(pairing: Pairing, place: int, origin: int, least: float) -> bool:
    """Pair two units if they are alike enough."""
    score = pairing.alike(pairing.before[origin], pairing.after[place])
    if score < least:
        return False
    pairing.pairs[place] = (origin, score)
    return True


def _in_order(pairing: Pairing) -> set[int]:
    """The units of the longest row of pairs that kept their order."""
    places = sorted(pairing.pairs)
    ends: list[int] = []
    tails: list[int] = []
    back: dict[int, int | None] = {}
    for place in places:
        origin = pairing.pairs[place][0]
        at = bisect_left(ends, origin)
        back[place] = tails[at - 1] if at else None
        if at == len(ends):
            ends.append(origin)
            tails.append(place)
        else:
            ends[at], tails[at] = origin, place
    found: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = back[last]
    return found


def _became(was: Part, part: Part, *, in_order: bool) -> Became:
    """What a pair is."""
    if was.text != part.text:
        return Became.MODIFIED
    if was.place == part.place:
        return Became.SAME
    return Became.RENUMBERED if in_order else Became.MOVED


def _new(pairing: Pairing, part: Part) -> Descent:
    """A unit without an equal: split off, or inserted."""
    best, score = _holder(pairing, part, pairing.before)
    if best is not None:
        return Descent(
            best.key, part.key, Became.SPLIT, renumbered=True, score=round(score, 4)
        )
    return Descent(None, part.key, Became.INSERTED)


def _gone(pairing: Pairing) -> Iterator[Descent]:
    """Units that have no equal in the later version: merged, or deleted."""
    taken = {origin for origin, _ in pairing.pairs.values()}
    for place, part in enumerate(pairing.before):
        if place in taken:
            continue
        best, score = _holder(pairing, part, pairing.after)
        if best is not None:
            score = round(score, 4)
            yield Descent(
                part.key, best.key, Became.MERGED, renumbered=True, score=score
            )
        else:
            yield Descent(part.key, None, Became.DELETED)


def _holder(
    pairing: Pairing, part: Part, others: Iterable[Part]
) -> tuple[Part | None, float]:
    """The unit that most of a unit's words stand in."""
    if len(pairing.grams_of(part)) < SMALL:
        return None, 0.0
    best = max(others, key=lambda one: pairing.within(part, one), default=None)
    score = pairing.within(part, best) if best else 0.0
    return (best, score) if score >= WITHIN else (None, 0.0)
