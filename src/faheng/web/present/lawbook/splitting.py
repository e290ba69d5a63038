"""A file beside what was made of it, line by line, with what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q

from faheng.lawbase.models import (
    Doubt,
    DoubtState,
    SourceFile,
    SplitCorrection,
    Unit,
    UnitKind,
)
from faheng.lawbase.parser.reading import lines_of_bytes
from faheng.web.present.lawbook.places import unit_word

AROUND = 3
FEW = 160
MOST = 100


@dataclass(frozen=True)
class Queued:
    """A file of the queue, the most doubtful first."""

    file: SourceFile
    open: int
    total: int

    @property
    def done(self) -> int:
        """How many of its doubts were looked at."""
        return self.total - self.open


@dataclass(frozen=True)
class Queue:
    """The files with open doubts, and how far the work is."""

    files: tuple[Queued, ...]
    open: int
    total: int
    files_open: int
    files_total: int

    @property
    def done(self) -> int:
        """How many doubts were looked at."""
        return self.total - self.open


def queue() -> Queue:
    """Give the files with doubts that nobody has looked at."""
    counted = Doubt.objects.aggregate(
        total=Count("pk"), open=Count("pk", filter=Q(state=DoubtState.OPEN))
    )
    rows = (
        SourceFile.objects
        .defer("original")
        .filter(doubts__isnull=False)
        .annotate(
            total=Count("doubts"),
            waiting=Count("doubts", filter=Q(doubts__state=DoubtState.OPEN)),
        )
        .filter(waiting__gt=0)
        .select_related("version__work")
        .order_by("-waiting", "pk")
    )
    files = tuple(Queued(row, row.waiting, row.total) for row in rows[:MOST])
    return Queue(
        files,
        counted["open"],
        counted["total"],
        rows.count(),
        SourceFile.objects.count(),
    )


@dataclass(frozen=True)
class Made:
    """A unit that a line begins."""

    word: str
    label: str
    text: str
    kind: str


@dataclass
class Row:
    """A line of the file and what was made of it."""

    number: int
    source: str
    made: list[Made] = field(default_factory=list)
    goes_on: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    changed: bool = False
    gap_before: int = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody has still to look at it."""
        return any(one.state == DoubtState.OPEN for one in self.doubts)

    @property
    def is_nothing(self) -> bool:
        """Whether its words are in no unit."""
        return bool(self.source.strip()) and not self.made and not self.goes_on

    @property
    def is_left_out(self) -> bool:
        """Whether a person said that it is not law."""
        return self.source.lstrip().startswith("<!--")


@dataclass(frozen=True)
class Bench:
    """What a person works on: the lines, the doubts, who put right what."""

    file: SourceFile
    rows: tuple[Row, ...]
    doubts: tuple[Doubt, ...]
    corrections: tuple[SplitCorrection, ...]
    is_whole: bool
    line_count: int

    @property
    def open(self) -> int:
        """How many doubts wait."""
        return sum(one.state == DoubtState.OPEN for one in self.doubts)

    @property
    def next_doubt(self) -> Doubt | None:
        """The first doubt that waits."""
        return next((d for d in self.doubts if d.state == DoubtState.OPEN), None)


def text_lines(file: SourceFile) -> list[str]:
    """Give the lines that are split: a person's wording, or the file's own."""
    newest = file.corrections.order_by("-pk").first()
    return newest.text.split("\n") if newest else original_lines(file)


def original_lines(file: SourceFile) -> list[str]:
    """Give the lines of the file as it came."""
    return lines_of_bytes(bytes(file.original))


def bench(file: SourceFile, *, whole: bool, line: int | None = None) -> Bench:
    """Set the lines of a file beside its units."""
    lines, before = text_lines(file), original_lines(file)
    doubts = tuple(file.doubts.select_related("by").order_by("line", "pk"))
    rows = [
        Row(number, text, changed=before[number - 1 : number] != [text])
        for number, text in enumerate(lines, start=1)
    ]
    _fill(rows, file, doubts)
    shown = rows if whole or len(rows) <= FEW else _near(rows, line)
    kept = tuple(row for row in shown if row.source.strip() or row.changed)
    corrections = tuple(file.corrections.select_related("by").order_by("-pk"))
    return Bench(file, kept, doubts, corrections, len(shown) == len(rows), len(rows))


def _fill(rows: list[Row], file: SourceFile, doubts: Iterable[Doubt]) -> None:
    """Put units and doubts at the lines where they begin."""
    for unit in Unit.objects.filter(version=file.version_id).order_by("path"):
        if not 1 <= unit.line_from <= len(rows):
            continue
        if unit.kind == UnitKind.ARTICLE or unit.text:
            made = Made(unit_word(unit.kind), unit.label, unit.text, unit.kind)
            rows[unit.line_from - 1].made.append(made)
        if unit.text:
            for number in range(unit.line_from, min(unit.line_to, len(rows))):
                rows[number].goes_on = True
    for doubt in doubts:
        if 1 <= doubt.line <= len(rows):
            rows[doubt.line - 1].doubts.append(doubt)


def _near(rows: Sequence[Row], line: int | None) -> list[Row]:
    """The lines around doubts and around the one asked for, gaps counted."""
    wanted: set[int] = set()
    for row in rows:
        if row.is_doubtful or row.changed or row.number == line:
            wanted.update(range(row.number - AROUND, row.number + AROUND + 1))
    if not wanted:
        wanted = set(range(1, FEW))
    found, last = [], 0
    for row in rows:
        if row.number in wanted:
            row.gap_before = row.number - last - 1
            found.append(row)
            last = row.number
    return found
