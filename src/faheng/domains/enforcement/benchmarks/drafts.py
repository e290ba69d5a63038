"""What is read out of a benchmark's files, before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

READING = 0
"""The number of a fault that is no consistency check: the row could not be read."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: which file, which line, and its cells by heading."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "").strip()

    @property
    def place(self) -> str:
        """Where a person finds it."""
        return f"{self.file} 第{self.number}行"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row.

    Attributes:
        place: file and line.
        section: number of the violation it belongs to.
        check: number of the consistency check; 0 where the row could not be read.
        text: what is wrong.
        is_error: whether the violation cannot be weighed until it is put right.
    """

    place: str
    section: str
    check: int
    text: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.place}（{self.section}）：{self.text}"


@dataclass(slots=True)
class Draft:
    """One violation with its tables, as the engine takes them."""

    section: str
    name: str
    model: str
    place: str
    chapter: str = ""
    violated: tuple[str, ...] = ()
    penalties: tuple[str, ...] = ()
    formula: str = ""
    note: str = ""
    tables: list[dict[str, Any]] = field(default_factory=list)
    lines: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(
        self, text: str, place: str = "", check: int = READING, *, error: bool = True
    ) -> None:
        """Note that something is wrong."""
        self.faults.append(Fault(place or self.place, self.section, check, text, error))

    @property
    def is_sound(self) -> bool:
        """Whether nothing keeps it from being used."""
        return not any(fault.is_error for fault in self.faults)


@dataclass(slots=True)
class DraftBenchmark:
    """A benchmark with everything that its files say."""

    title: str
    issuer: str = ""
    doc_no: str = ""
    issued: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    published_on: date | None = None
    published_url: str = ""
    rules: dict[str, Any] = field(default_factory=dict)
    texts: list[dict[str, str]] = field(default_factory=list)
    violations: list[Draft] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def every_fault(self) -> list[Fault]:
        """Give its own faults and those of its violations."""
        return [*self.faults, *(f for one in self.violations for f in one.faults)]


@dataclass(slots=True)
class DraftEntry:
    """One row of a list: an act, and when it is not punished."""

    number: str
    category: str
    violation: str
    provisions: tuple[str, ...]
    conditions: tuple[str, ...]
    when: dict[str, Any]
    article: str
    place: str


@dataclass(slots=True)
class DraftList:
    """A list with its entries."""

    title: str
    kind: str
    issuer: str = ""
    doc_no: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    published_on: date | None = None
    published_url: str = ""
    entries: list[DraftEntry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
