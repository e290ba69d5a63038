"""Right answers beside ours: structure, citations, penalties, items, dated questions.

Each example belongs to the half that the rules were written with or to the other half;
which, its key alone decides. How much of the other half was looked at later is told in
docs/explanation/law-base.md.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from zlib import crc32

from faheng.lawbase.citations.declare import Mention
from faheng.lawbase.citations.find import in_statute
from faheng.lawbase.matching.suggest import Index, suggest
from faheng.lawbase.parser.declare import Tree
from faheng.lawbase.parser.tree import parse_file
from faheng.lawbase.penalties.find import in_tree
from faheng.lawbase.status.answer import answer
from faheng.lawbase.status.declare import Shelf
from faheng.lawbase.status.history import learn_history
from faheng.lawbase.status.sources import from_folder

Example = dict[str, object]
FIELDS = (
    "authority",
    "violated",
    "kinds",
    "fines",
    "conditions",
    "corrective",
    "criminal_liability",
    "official_discipline",
)
STATE = "中华人民共和国"
TOP = 5


@dataclass
class Tally:
    """How many of how many were right, all and of the other half."""

    right: int = 0
    total: int = 0
    held_right: int = 0
    held_total: int = 0

    def count(self, *, right: bool, held: bool) -> None:
        """Count one example."""
        self.right += right
        self.total += 1
        self.held_right += right and held
        self.held_total += held


@dataclass
class Examples:
    """A folder of examples with the texts they speak of."""

    folder: Path
    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def tree(self, file: str) -> Tree:
        """The parsed text of an example."""
        return _tree(self.folder / "corpus" / file)

    def rows(self, name: str) -> Iterator[Example]:
        """The examples of one kind."""
        path = self.folder / "examples" / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)

    def structure(self) -> None:
        """Every count of every level is right."""
        for row in self.rows("structure"):
            counts = self.tree(str(row["file"])).counts()
            wanted = dict(_pairs(row["counts"]))
            right = all(wanted.get(level) == count for level, count in counts.items())
            held = is_held(str(row["file"]))
            self.tallies["structure"].count(right=right, held=held)
            if row["hard"]:
                self.tallies["structure.hard"].count(right=right, held=held)

    def citations(self) -> None:
        """Place and targets are right; what is no citation has no target."""
        for row in self.rows("citations"):
            found = [
                one
                for one in _mentions(self.folder / "corpus" / str(row["file"]))
                if one.line == row["line"] and _overlap(one, row)
            ]
            wanted = [_target(one) for one in _list(row["targets"])]
            got = [_target(one.row()) for mention in found for one in mention.targets]
            place = [(one.start, one.end) for one in found]
            right = got == wanted and (
                not wanted or place == [(row["start"], row["end"])]
            )
            self.tallies["citations"].count(right=right, held=is_held(str(row["id"])))

    def penalties(self) -> None:
        """Each field of a penal paragraph is right, and all of them."""
        for row in self.rows("penalties"):
            got = _penalties(self.folder / "corpus" / str(row["file"])).get((
                str(row["article"]),
                row["para"],
            ))
            held = is_held(str(row["id"]))
            if row.get("negative"):
                wrong = set(FIELDS) if got else set()
            else:
                wrong = {
                    name
                    for name in FIELDS
                    if _plain((got or {}).get(name)) != _plain(row[name])
                }
            self.tallies["penalties"].count(right=not wrong, held=held)
            for name in FIELDS:
                self.tallies[f"penalties.{name}"].count(
                    right=name not in wrong, held=held
                )

    def items(self) -> None:
        """The official violated article is suggested first, or among five."""
        for row in self.rows("enforcement_items"):
            pairs = [
                (violated, basis)
                for violated in _list(row["violated"])
                for basis in _list(row["penalty_basis"])
                if violated["file"] == basis["file"] and violated["found"]
            ]
            if not pairs:
                continue
            basis = pairs[0][1]
            index = _index(self.folder / "corpus" / str(basis["file"]))
            ranked = suggest(
                index,
                str(basis["article"]),
                _number(basis["para"]),
                _number(basis["item"]),
            )
            labels = [one.article for one in ranked]
            wanted = {violated["article"] for violated, _ in pairs}
            held = is_held(str(row["id"]))
            first, few = set(labels[:1]), set(labels[:TOP])
            self.tallies["items.first"].count(right=bool(wanted & first), held=held)
            self.tallies["items.five"].count(right=bool(wanted & few), held=held)

    def in_force(self) -> None:
        """The version in force on a day is the right one."""
        shelf = Shelf()
        from_folder(shelf, self.folder / "corpus", lambda *_: None, lambda: None)
        learn_history(shelf)
        for row in self.rows("in_force"):
            got = answer(shelf, str(row["law"]), date.fromisoformat(str(row["date"])))
            told = {str(got.status), got.version_on and got.version_on.isoformat()}
            self.tallies["in_force"].count(
                right=row["expected"] in told, held=is_held(str(row["id"]))
            )

    def every(self) -> tuple[Callable[[], None], ...]:
        """What can be measured."""
        return (
            self.structure,
            self.citations,
            self.penalties,
            self.items,
            self.in_force,
        )


def is_held(key: str) -> bool:
    """Whether an example is in the half that no rule was written with."""
    return crc32(key.encode()) % 2 == 1


@cache
def _tree(path: Path) -> Tree:
    return parse_file(path)


@cache
def _mentions(path: Path) -> list[Mention]:
    return in_statute(_tree(path))


@cache
def _index(path: Path) -> Index:
    return Index.of(_tree(path))


@cache
def _penalties(path: Path) -> dict[tuple[str, object], dict[str, object]]:
    return {(one.article, one.para): one.row("", "") for one in in_tree(_tree(path))}


def _overlap(mention: Mention, row: Example) -> bool:
    """Whether a mention and an example share characters of their line."""
    start, end = row["start"], row["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    return mention.start < end and start < mention.end


def _target(row: Mapping[str, object]) -> tuple[object, ...]:
    """What is compared of a target."""
    law = str(row["law"]).replace(STATE, "")
    return (law, *(row.get(name) for name in ("article", "para", "item", "chapter")))


def _plain(value: object) -> object:
    """A value of which the order and the kind of number do not matter."""
    if isinstance(value, list):
        return sorted(json.dumps(_numbers(one), sort_keys=True) for one in value)
    return value


def _numbers(value: object) -> object:
    """A fine with all its numbers of one kind."""
    if isinstance(value, dict):
        return {
            name: float(one) if isinstance(one, int) else one
            for name, one in value.items()
        }
    return value


def _number(value: object) -> int | None:
    """A number of a row, if it has one."""
    return value if isinstance(value, int) else None


def _list(value: object) -> list[dict[str, object]]:
    """A list of a row."""
    return value if isinstance(value, list) else []


def _pairs(value: object) -> list[tuple[str, object]]:
    """The pairs of a mapping of a row."""
    return list(value.items()) if isinstance(value, dict) else []
