"""Where two texts of one version say something else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from faheng.lawbase.levels import UnitKind

QUOTES = str.maketrans("“”‘’", "\"\"''")
LABELLED = {UnitKind.ITEM, UnitKind.SUBITEM, UnitKind.DEEPER}


class Worded(Protocol):
    """What of a unit is compared."""

    @property
    def address(self) -> str:
        """Where it stands."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def label(self) -> str:
        """Its printed number."""

    @property
    def text(self) -> str:
        """Its words."""


class Differing(NamedTuple):
    """An article that two texts word differently, or that only one of them has."""

    address: str
    ours: str
    theirs: str


def differences(ours: Iterable[Worded], theirs: Iterable[Worded]) -> list[Differing]:
    """The articles that differ in more than spaces and the shape of signs."""
    first, second = articles(ours), articles(theirs)
    return [
        Differing(address, first.get(address, ""), second.get(address, ""))
        for address in dict.fromkeys([*first, *second])
        if folded(first.get(address, "")) != folded(second.get(address, ""))
    ]


def articles(units: Iterable[Worded]) -> dict[str, str]:
    """The text of each article, by its address."""
    found: dict[str, list[str]] = {}
    for unit in units:
        head = unit.address.partition("/")[0]
        if head.startswith("a") and head[1:2].isdigit():
            label = unit.label if unit.kind in LABELLED else ""
            found.setdefault(head, []).append(label + unit.text)
    return {head: "\n".join(filter(None, lines)) for head, lines in found.items()}


def folded(text: str) -> str:
    """A text without spaces, its signs in one width, its quotation marks upright."""
    wide = unicodedata.normalize("NFKC", text).translate(QUOTES)
    return "".join(wide.split())
