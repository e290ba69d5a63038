"""The enforcement items of the demo city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from faheng.cli.demo.citations import cited
from faheng.cli.demo.data import table
from faheng.domains.enforcement.item_fines import Bracket, Brackets
from faheng.kernel.law.declare import Citation

BEGINNING = date(2024, 1, 1)
FEN = 100
LIMITATION_YEARS = 2


@dataclass(frozen=True)
class Wording:
    """An item as it stands from one day to another.

    Attributes:
        department: key of the department that holds it.
        kinds: keys of the kinds of penalty.
        fine: lowest and highest fine in fen, if the article gives them.
        base: what a multiple is taken of, as in FineBase.
        brackets: how the fine follows from that base.
        subject: whom it is meant for, as in Subject.
        prior: whether an order to correct must have been ignored first.
        simple: whether the simple procedure is possible.
        street: whether streets may hold it.
        first: whether it replaces no earlier wording.
    """

    code: str
    name: str
    department: str
    subject: str
    valid_from: date
    valid_until: date | None
    violations: tuple[Citation, ...]
    penalties: tuple[Citation, ...]
    kinds: tuple[str, ...]
    fine: tuple[int, int] | None
    base: str
    brackets: tuple[Bracket, ...]
    prior: bool
    simple: bool
    street: bool
    summary: str
    first: bool


@cache
def wordings() -> tuple[Wording, ...]:
    """Every wording of every item, the older before the newer."""
    return tuple(
        wording
        for department, items in table("items").items()
        for item in items
        for wording in _wordings(department, item)
    )


def _wordings(department: str, item: dict[str, Any]) -> Iterator[Wording]:
    """The wordings of one item."""
    for place, row in enumerate(item["wordings"]):
        begins = row.get("from", BEGINNING)
        fine = row.get("fine")
        yield Wording(
            code=item["code"],
            name=item["name"],
            department=department,
            subject=item.get("subject", "any"),
            valid_from=begins,
            valid_until=row.get("until"),
            violations=tuple(cited(text, begins) for text in row["violation"]),
            penalties=tuple(cited(text, begins) for text in row["penalty"]),
            kinds=tuple(row["kinds"]),
            fine=(fine[0] * FEN, fine[1] * FEN) if fine else None,
            base=row.get("base", "fixed"),
            brackets=Brackets("fines", "罚款分段").parse(row.get("fines", ""), begins),
            prior=row.get("prior", False),
            simple=row.get("simple", False),
            street=item.get("street", False),
            summary=item.get("summary", ""),
            first=place == 0,
        )
