"""How like cases were fined: by organ, item and tier, and which stand far off."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles

from django.db.models import Q, QuerySet

from faheng.domains.enforcement.rows.weighing import DecidedFine

ENOUGH = 5
"""From so many like decisions on, one can stand far off."""
FAR = 1.5
"""So many times the middle half of the fines away from it is far off."""


@dataclass(frozen=True, slots=True)
class Period:
    """Decisions of which days, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Fences:
    """Between what amounts like decisions lie; outside is far off."""

    low: float
    high: float

    def leaves_out(self, fine: int) -> bool:
        """Tell whether a fine stands far off."""
        return not self.low <= fine <= self.high


@dataclass(frozen=True, slots=True)
class Group:
    """The fines of one organ for one item and tier, in fen.

    Attributes:
        fines: in ascending order.
        far: how many stand far off from all organs' decisions of the item and tier.
    """

    item_code: str
    tier: str
    organ_id: int
    fines: tuple[int, ...]
    lower: int
    median: int
    upper: int
    fences: Fences | None
    far: int


def decided(seen: Q, period: Period) -> QuerySet[DecidedFine]:
    """Give the decisions of some days among those seen."""
    days = (period.since, period.until)
    return DecidedFine.objects.filter(seen, decided_on__range=days)


def frequent(rows: QuerySet[DecidedFine], most: int) -> tuple[list[str], int]:
    """Give the items decided most often, and how many items there are."""
    counted = Counter(rows.order_by().values_list("item_code", flat=True))
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [code for code, _ in ordered[:most]], len(ordered)


def groups(rows: QuerySet[DecidedFine], items: Iterable[str]) -> list[Group]:
    """Set the fines of some items by tier and organ."""
    alike: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    told = rows.filter(item_code__in=list(items)).order_by("fine")
    for item, tier, organ, fine in told.values_list(
        "item_code", "tier", "organ", "fine"
    ):
        alike[item, tier][organ].append(fine)
    return [
        _group(item, tier, organ, fines, around)
        for (item, tier), organs in sorted(alike.items())
        for around in (fences([fine for own in organs.values() for fine in own]),)
        for organ, fines in sorted(organs.items())
    ]


def fences(fines: list[int]) -> Fences | None:
    """Say between what amounts fines lie; None where they are too few to say."""
    if len(fines) < ENOUGH:
        return None
    lower, upper = quartiles(fines)
    apart = (upper - lower) * FAR
    return Fences(lower - apart, upper + apart)


def quartiles(fines: list[int]) -> tuple[float, float]:
    """Give the amounts below which a quarter, and three quarters, of fines lie."""
    if len(fines) < 2:
        return float(fines[0]), float(fines[0])
    lower, _, upper = quantiles(fines, n=4, method="inclusive")
    return lower, upper


def _group(
    item: str, tier: str, organ: int, fines: list[int], around: Fences | None
) -> Group:
    lower, upper = quartiles(fines)
    far = sum(around.leaves_out(fine) for fine in fines) if around else 0
    middle = int(median(fines))
    return Group(
        item, tier, organ, tuple(fines), int(lower), middle, int(upper), around, far
    )
