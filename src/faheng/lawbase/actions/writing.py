"""Writing what was split of a text: units, citations, penal readings, doubts."""

from __future__ import annotations

from collections.abc import Iterable

from faheng.lawbase.actions.bulk import insert, reserve
from faheng.lawbase.actions.confirming import FINE_COLUMNS, terms
from faheng.lawbase.drafting.declare import CitationRow, Split, UnitRow
from faheng.lawbase.models import (
    CitationFound,
    CitationTarget,
    Doubt,
    DoubtState,
    PenaltyFine,
    PenaltyReading,
    PenaltyTerm,
    ReadingState,
    TargetOutcome,
    Unit,
)
from faheng.lawbase.parser.declare import Doubt as FoundDoubt
from faheng.lawbase.penalties.declare import Penalty

UNIT_COLUMNS = UnitRow._fields
CITATION = ("id", "unit", "start", "end", "words")
TARGET = ("citation", "own", "law", "address", "unit", "outcome")
READING = ("id", "unit", "criminal_liability", "official_discipline", "state")
TERM = ("reading", "role", "text")
FINE = ("reading", *FINE_COLUMNS)
DOUBT = ("file", "unit", "kind", "line", "message", "state")


def write(split: Split, version: int, file: int) -> None:
    """Write everything that was split of a new version's text."""
    keys = reserve(Unit, len(split.units))
    insert(
        Unit,
        ("id", "version", *UNIT_COLUMNS),
        [(key, version, *row) for key, row in zip(keys, split.units, strict=True)],
    )
    found = {row.address: key for key, row in zip(keys, split.units, strict=True)}
    write_citations(split.citations, list(keys), found)
    write_penalties((keys[unit], one) for unit, one in split.penalties)
    write_doubts(
        ((None if unit is None else keys[unit], one) for unit, one in split.doubts),
        file,
    )


def write_citations(
    citations: tuple[CitationRow, ...], keys: list[int], found: dict[str, int]
) -> None:
    """Write citations with what they mean; other statutes are looked up later."""
    targets = []
    rows = []
    for key, one in zip(reserve(CitationFound, len(citations)), citations, strict=True):
        rows.append((key, keys[one.unit], one.start, one.end, one.words))
        for law, address in one.targets:
            unit = None if law else unit_at(found, address)
            outcome = TargetOutcome.NO_SUCH
            if unit or law:
                outcome = TargetOutcome.RESOLVES if unit else TargetOutcome.NOT_HELD
            targets.append((key, not law, law, address, unit, outcome.value))
    insert(CitationFound, CITATION, rows)
    insert(CitationTarget, TARGET, targets)


def unit_at(found: dict[str, int], address: str) -> int | None:
    """The unit at an address; a chapter of a code is named without its book."""
    unit = found.get(address)
    if unit is not None or address.startswith("a"):
        return unit
    ending = f"/{address}"
    return next((key for place, key in found.items() if place.endswith(ending)), None)


def write_penalties(penalties: Iterable[tuple[int, Penalty]]) -> None:
    """Write penal readings, each with its unit, as suggestions."""
    found = list(penalties)
    readings, words, fines = [], [], []
    for key, (unit, one) in zip(
        reserve(PenaltyReading, len(found)), found, strict=True
    ):
        state = ReadingState.SUGGESTED.value
        readings.append((
            key,
            unit,
            one.criminal_liability,
            one.official_discipline,
            state,
        ))
        words += [(key, role.value, text[:1000]) for role, text in terms(one)]
        fines += [
            (key, *(getattr(fine, name) for name in FINE_COLUMNS)) for fine in one.fines
        ]
    insert(PenaltyReading, READING, readings)
    insert(PenaltyTerm, TERM, words)
    insert(PenaltyFine, FINE, fines)


def write_doubts(doubts: Iterable[tuple[int | None, FoundDoubt]], file: int) -> None:
    """Write the doubts about the split of a file, open."""
    insert(
        Doubt,
        DOUBT,
        [
            (file, unit, one.kind, one.line, one.message, DoubtState.OPEN.value)
            for unit, one in doubts
        ],
    )
