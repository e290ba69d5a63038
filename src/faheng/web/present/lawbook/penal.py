"""A penal paragraph beside what was read in it, and how far the reading is checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from faheng.lawbase.models import (
    PenaltyReading,
    ReadingState,
    TermRole,
    Unit,
    Version,
)
from faheng.lawbase.penalties.declare import Fine, Penalty

AMOUNT = re.compile(
    r"(?:[0-9０-９.,，]+|[〇零一二三四五六七八九十百千万亿]+)+"
    r"(?:[万亿]?元|倍|%|％|成)(?:以[上下])?|百分之[〇零一二三四五六七八九十百]+(?:以[上下])?"
)
BASES = ("fixed", "multiple", "percent", "mixed", "per_item", "unspecified")


@dataclass(frozen=True)
class Progress:
    """A version with penal paragraphs, and how many were looked at."""

    version: Version
    total: int
    open: int

    @property
    def done(self) -> int:
        """How many were looked at."""
        return self.total - self.open

    @property
    def percent(self) -> int:
        """The share that was looked at."""
        return 100 * self.done // self.total if self.total else 0


def progress() -> tuple[Progress, ...]:
    """Give the versions with penal paragraphs, those with most to do first."""
    rows = (
        Version.objects
        .filter(units__penalty__isnull=False)
        .annotate(
            total=Count("units__penalty"),
            waiting=Count(
                "units__penalty",
                filter=Q(units__penalty__state=ReadingState.SUGGESTED),
            ),
        )
        .select_related("work")
        .order_by("-waiting", "work__title", "valid_from")
    )
    return tuple(Progress(row, row.total, row.waiting) for row in rows)


def readings(version_id: int) -> list[PenaltyReading]:
    """Give the readings of a version in the order of the text."""
    rows = PenaltyReading.objects.filter(unit__version=version_id)
    return list(rows.select_related("unit").order_by("unit__path"))


def first_open(version_id: int) -> PenaltyReading | None:
    """Give the first reading of a version that nobody has looked at, or the first."""
    rows = readings(version_id)
    waiting = (one for one in rows if one.state == ReadingState.SUGGESTED)
    return next(waiting, rows[0] if rows else None)


@dataclass(frozen=True)
class Part:
    """A stretch of the paragraph; `kind` says what it is: amount, authority, kind."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class TextLine:
    """A line of the paragraph in its parts."""

    gutter: str
    depth: int
    parts: tuple[Part, ...]


def text_lines(unit: Unit, penalty: Penalty) -> tuple[TextLine, ...]:
    """Give the words of a penal paragraph, what was read in it made visible."""
    marks = [
        *((one, "authority") for one in penalty.authority),
        *((one, "corrective") for one in penalty.corrective),
        *((one, "kind") for one in penalty.kinds),
        *((one, "violated") for one in penalty.violated),
    ]
    rows = Unit.objects.filter(
        version=unit.version_id, path__startswith=unit.path
    ).order_by("path")
    return tuple(
        TextLine(
            row.label if row.pk != unit.pk else "",
            0 if row.pk == unit.pk else 1,
            tuple(parts(row.text, marks)),
        )
        for row in rows
    )


def parts(text: str, marks: Iterable[tuple[str, str]]) -> list[Part]:
    """Cut a text at its amounts and at the words that were read in it."""
    spans = [(m.start(), m.end(), "amount") for m in AMOUNT.finditer(text)]
    for words, kind in marks:
        at = text.find(words) if words else -1
        if at >= 0:
            spans.append((at, at + len(words), kind))
    found, end = [], 0
    for first, last, kind in sorted(spans):
        if first < end:
            continue
        found += [Part(text[end:first]), Part(text[first:last], kind)]
        end = last
    return [one for one in [*found, Part(text[end:])] if one.text]


def penalty_of(reading: PenaltyReading) -> Penalty:
    """Give a stored reading as the value that the program reads."""
    said: dict[str, list[str]] = {}
    for term in reading.terms.all():
        said.setdefault(term.role, []).append(term.text)
    return Penalty(
        article=_article(reading.unit),
        para=reading.unit.number,
        text=reading.unit.text,
        authority=tuple(said.get(TermRole.AUTHORITY, ())),
        violated=tuple(said.get(TermRole.VIOLATED, ())),
        kinds=tuple(said.get(TermRole.KIND, ())),
        fines=tuple(_fine(row) for row in reading.fines.all()),
        conditions=tuple(said.get(TermRole.CONDITION, ())),
        corrective=tuple(said.get(TermRole.CORRECTIVE, ())),
        criminal_liability=reading.criminal_liability,
        official_discipline=reading.official_discipline,
    )


def _article(unit: Unit) -> str:
    above = unit.path[:-4]
    row = Unit.objects.filter(version=unit.version_id, path=above).only("label").first()
    return row.label if row else ""


def _fine(row: object) -> Fine:
    names = Fine.__slots__
    return Fine(**{name: getattr(row, name) for name in names})
