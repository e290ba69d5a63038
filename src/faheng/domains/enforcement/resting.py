"""Everything of the lists that rests on provisions: items, benchmarks, lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q

from faheng.domains.enforcement.benchmarks.models import DiscretionProvision
from faheng.domains.enforcement.benchmarks.queries import held_on
from faheng.domains.enforcement.citing import Stands, reference
from faheng.domains.enforcement.registers import ItemProvision
from faheng.lawbase.queries import Reference, check


class Sort(StrEnum):
    """What sort of thing rests on a provision."""

    ITEM = "item"
    BENCHMARK = "benchmark"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Resting:
    """A thing in force that rests on a provision.

    Attributes:
        key: of the item, the benchmark or the list.
        row: number and name of the violation or the entry within it.
        owner: who issued it, where that is not an organ that holds power.
        begun: the first day of the benchmark or list.
    """

    sort: Sort
    key: int
    code: str
    title: str
    citation: str
    reference: Reference
    row: str = ""
    owner: str = ""
    begun: date | None = None


def resting_on(day: date, laws: set[str] | None = None) -> Iterator[Resting]:
    """Give what rests on any law, or on laws of some titles, and is in force."""
    named = Q() if laws is None else Q(law__in=laws)
    items = ItemProvision.objects.filter(named, held_on(day, "item__"))
    for one in items.select_related("item").order_by("item__code", "role", "pk"):
        yield Resting(
            Sort.ITEM,
            one.item_id,
            one.item.code,
            one.item.name,
            one.citation,
            reference(one),
        )
    yield from _weighed(day, named)


def wrong_items(day: date) -> dict[int, list[Stands]]:
    """Give the items valid on a day with those provisions that are no basis then."""
    rows = [one for one in resting_on(day) if one.sort is Sort.ITEM]
    found = check((one.reference for one in rows), day)
    wrong: dict[int, list[Stands]] = {}
    for one in rows:
        if found[one.reference].is_wrong:
            stands = Stands(one.reference, found[one.reference])
            wrong.setdefault(one.key, []).append(stands)
    return wrong


def _weighed(day: date, named: Q) -> Iterator[Resting]:
    rows = DiscretionProvision.objects.filter(
        named,
        Q(violation__isnull=False) & held_on(day, "violation__benchmark__")
        | Q(entry__isnull=False) & held_on(day, "entry__on_list__"),
    ).select_related("violation__benchmark", "entry__on_list")
    for one in rows:
        sort = Sort.BENCHMARK if one.violation else Sort.LIST
        document: Any = one.violation.benchmark if one.violation else _list_of(one)
        yield Resting(
            sort,
            document.pk,
            document.code,
            document.title,
            one.citation,
            Reference(one.law, one.article or 0, one.suffix, one.para, one.item_no),
            str(one.violation or one.entry),
            document.issuer,
            document.valid_from,
        )


def _list_of(one: DiscretionProvision) -> Any:
    return one.entry.on_list if one.entry else None
