"""What a file turns into before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from faheng.lawbase.parser.declare import Doubt
from faheng.lawbase.penalties.declare import Penalty
from faheng.lawbase.status.facts import Facts


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came in; `origin` says who gave it."""

    name: str
    origin: str
    data: bytes
    format: str
    encoding: str
    sha256: str


class UnitRow(NamedTuple):
    """The columns of a unit, in the order of the table."""

    path: str
    address: str
    kind: str
    label: str
    number: int
    suffix: int
    article: int | None
    article_suffix: int
    text: str
    line_from: int
    line_to: int


class TargetRow(NamedTuple):
    """One unit cited: `law` is empty for the own statute."""

    law: str
    address: str


class CitationRow(NamedTuple):
    """A citation within the text of a unit; `unit` counts the draft's units."""

    unit: int
    start: int
    end: int
    words: str
    targets: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A text split: what is stored of it, and split anew when it is corrected."""

    units: tuple[UnitRow, ...]
    citations: tuple[CitationRow, ...]
    penalties: tuple[tuple[int, Penalty], ...]
    doubts: tuple[tuple[int | None, Doubt], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statute file, read."""

    source: Source
    title: str
    facts: Facts
    split: Split

    @property
    def adopted_on(self) -> date | None:
        """The day that the version was adopted."""
        return self.facts.adopted_on
