"""What queries answer with: frozen, so that pages cannot change the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from faheng.lawbase.addresses import Address, address
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models import Unit

LABELLED = {UnitKind.ITEM, UnitKind.SUBITEM, UnitKind.DEEPER}


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of a statute. `valid_to` is the first day it is no longer in force."""

    id: int
    title: str
    full_title: str
    adopted_on: date | None
    valid_from: date | None
    from_basis: str
    from_source: str
    valid_to: date | None
    to_basis: str
    to_source: str
    repealed_by: str
    replaced_by_id: int | None
    held: bool

    def in_force(self, on: date) -> bool:
        """Whether it was in force on a day, as far as known."""
        return (self.valid_from or date.min) <= on and (
            self.valid_to is None or on < self.valid_to
        )

    def address(self, place: str = "") -> Address:
        """The address of a unit of it."""
        return address(self.title, place, self.valid_from)


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit with what it holds. `text` is its own words without label and parts."""

    id: int
    version_id: int
    path: str
    address: str
    kind: str
    label: str
    number: int
    suffix: int
    text: str
    line_from: int
    line_to: int
    parts: tuple[UnitView, ...] = ()

    @property
    def full_text(self) -> str:
        """Its words and those of its parts, a line each, items with their labels."""
        lines = [self.text] if self.text else []
        lines += [part.printed for part in self.parts]
        return "\n".join(lines)

    @property
    def printed(self) -> str:
        """`full_text` with the label of an item before it."""
        return (self.label if self.kind in LABELLED else "") + self.full_text

    def walk(self) -> Iterator[UnitView]:
        """This unit and everything below, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def part(self, number: int) -> UnitView | None:
        """The part of that number."""
        return next((one for one in self.parts if one.number == number), None)


UNIT = (
    "pk",
    "version_id",
    "path",
    "address",
    "kind",
    "label",
    "number",
    "suffix",
    "text",
    "line_from",
    "line_to",
)


def flat(rows: QuerySet[Unit]) -> list[UnitView]:
    """The units of a query, in reading order, without their parts."""
    return [UnitView(*row) for row in rows.order_by("path").values_list(*UNIT)]


def nested(units: Iterable[UnitView]) -> tuple[UnitView, ...]:
    """Units in reading order, each put into the one around it if that is there."""
    tops: list[UnitView] = []
    open_: list[tuple[UnitView, list[UnitView]]] = []

    def close() -> None:
        unit, parts = open_.pop()
        whole = replace(unit, parts=tuple(parts)) if parts else unit
        (open_[-1][1] if open_ else tops).append(whole)

    for unit in units:
        while open_ and not unit.path.startswith(open_[-1][0].path):
            close()
        open_.append((unit, []))
    while open_:
        close()
    return tuple(tops)
