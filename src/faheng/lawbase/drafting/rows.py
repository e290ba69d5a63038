"""A tree becomes rows: a path, an address and the lines of each unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from faheng.lawbase.addresses import LEVELS
from faheng.lawbase.drafting.declare import UnitRow
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.parser.declare import Level, Piece, Tree, Unit

WIDTH = 4
MOST = 10**WIDTH - 1
PREFACE, ANNEX, NOTE = "0000", "9998", "9999"
KINDS = {Level(kind.label): kind.value for kind in UnitKind if kind.label in set(Level)}


@dataclass(slots=True)
class Span:
    """Where a stretch of a source line went: into which unit, at which character."""

    column: int
    end: int
    unit: int
    offset: int


@dataclass(slots=True)
class Rows:
    """The rows of a tree, and the way back from lines and addresses to them."""

    units: list[UnitRow] = field(default_factory=list)
    spans: dict[int, list[Span]] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, tree: Tree) -> Rows:
        """The rows of a tree, in reading order."""
        rows = cls()
        rows._pieces(UnitKind.PREFACE, "pre", PREFACE, tree.preface)
        for number, unit in enumerate(tree.units, start=1):
            rows._add(unit, f"{number:04d}", "", (None, 0))
        rows._pieces(UnitKind.ANNEX, "annex", ANNEX, tree.annexes)
        rows._pieces(UnitKind.NOTE, "note", NOTE, tree.notes)
        return rows

    def at(self, line: int, start: int) -> tuple[int, int] | None:
        """The unit that holds a character of the source, and where in its text."""
        for span in self.spans.get(line, ()):
            if span.column <= start <= span.end:
                return span.unit, span.offset + start - span.column
        return None

    def on_line(self, line: int) -> int | None:
        """The first unit with words on a line of the source."""
        spans = self.spans.get(line)
        return spans[0].unit if spans else None

    def _add(
        self, unit: Unit, path: str, around: str, article: tuple[int | None, int]
    ) -> None:
        """A unit and all below it."""
        step = f"{LEVELS[unit.level]}{unit.number}"
        step += f"-{unit.suffix}" if unit.suffix else ""
        if unit.level is Level.ARTICLE:
            around, article = "", (unit.number, unit.suffix)
        address = self._unused(f"{around}/{step}" if around else step)
        self._row(unit, path, address, article)
        for number, child in enumerate(unit.children, start=1):
            self._add(child, f"{path}{number:04d}", address, article)

    def _row(
        self, unit: Unit, path: str, address: str, article: tuple[int | None, int]
    ) -> None:
        """The row of one unit."""
        self._place(unit.pieces)
        lines = [piece.line for piece in unit.pieces] or [_first_line(unit)]
        self.units.append(
            UnitRow(
                path,
                address,
                KINDS[unit.level],
                unit.label[:40],
                unit.number,
                unit.suffix,
                *article,
                unit.text,
                lines[0],
                max(lines),
            )
        )

    def _place(self, pieces: Iterable[Piece]) -> None:
        """Remember where the stretches of a unit came from."""
        offset = 0
        for piece in pieces:
            end = piece.column + len(piece.text)
            span = Span(piece.column, end, len(self.units), offset)
            self.spans.setdefault(piece.line, []).append(span)
            offset += len(piece.text)

    def _pieces(
        self, kind: UnitKind, step: str, path: str, pieces: tuple[Piece, ...]
    ) -> None:
        """A row a line of what is no article; what is beyond counting goes in one."""
        for number, some in enumerate(_counted(pieces), start=1):
            self._place(some)
            text = "".join(piece.text for piece in some)
            lines = [piece.line for piece in some]
            self.units.append(
                UnitRow(
                    f"{path}{number:04d}", f"{step}{number}", kind, "", number, 0,
                    None, 0, text, lines[0], max(lines),
                )
            )  # fmt: skip

    def _unused(self, address: str) -> str:
        """The address, marked if a damaged text numbers two units alike."""
        self.used[address] += 1
        count = self.used[address]
        return address if count == 1 else f"{address}~{count}"


def _counted(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """The pieces one by one, the rest beyond what a path can count together."""
    for piece in pieces[: MOST - 1]:
        yield (piece,)
    if pieces[MOST - 1 :]:
        yield pieces[MOST - 1 :]


def _first_line(unit: Unit) -> int:
    """The line where the words of a unit begin."""
    return next((piece.line for one in unit.walk() for piece in one.pieces), 0)
