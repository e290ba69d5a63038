"""What the synthetic city is grown from: planted rows, and cases taken at the door.

Every scene has a block of keys of its own, so that scenes lie side by side without
meeting. Rows of the city (organs, people, items) belong to their scene too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from faheng import domains
from faheng.kernel.clocks.declare import shipped_calendar
from faheng.kernel.clocks.numbering import FIRST, LAST, numbered
from faheng.kernel.questions import contract
from faheng.kernel.questions.planting import ASKED_AT, HERE, planted
from faheng.kernel.questions.tables import Kind, Table

BLOCK = 100_000
"""Keys of a scene; no planted or walked key is larger."""

WEEKS_APART = 3
PATHS = frozenset({"path", "division_path"})
NAMES = frozenset({"mark", "number", "law"})
"""Texts by which rows find each other, as keys do."""

OF_ALL = frozenset({"ctx", "calendar"})

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]


@dataclass(frozen=True)
class Seed:
    """One scene with its own keys.

    Attributes:
        code: the rule it was planted for; empty for a case taken at the door.
        is_hit: the rule must find it.
    """

    place: int
    code: str
    is_hit: bool
    rows: Rows

    @property
    def is_clean(self) -> bool:
        """Tell whether it is an ordinary case."""
        return not self.code


def seeds(walked: Rows, variants: int) -> list[Seed]:
    """Gather every scene.

    Args:
        walked: rows of cases taken at the door.
        variants: how often they are told, each some weeks earlier.
    """
    found = [
        _clean(place, walked, place * WEEKS_APART * 7) for place in range(variants)
    ]
    for path in sorted(Path(domains.__file__).parent.glob("*/rules/planted/*.toml")):
        case = planted(path)
        for scene in (case.found, *case.left):
            moved = (ASKED_AT - scene.asked_at).days
            rows = {
                name: [_completed(contract.tables()[name], row, n) for n, row in told]
                for name, told in _numbered(scene.rows)
            }
            found.append(
                _placed(len(found), path.stem, scene is case.found, rows, moved)
            )
    return found


def of_all() -> Rows:
    """Give the rows that are there once: the calendar, and what declarations say."""
    days = [
        {n: getattr(day, n) for n in ("day", "workday_no", "is_workday", "kind")}
        for day in numbered(shipped_calendar(), FIRST, LAST)
    ]
    declared = {
        table.name: [
            {
                c.name: _day(value) if c.kind is Kind.DATE else value
                for c, value in zip(table.columns.values(), row, strict=True)
            }
            for row in table.rows
        ]
        for table in contract.tables().values()
        if table.rows
    }
    return {"calendar": days, **declared}


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _numbered(rows: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[int, Row]]]]:
    for name, told in rows.items():
        if name not in OF_ALL:
            yield name, [(n, dict(row)) for n, row in enumerate(told, start=1)]


def _completed(table: Table, row: Row, place: int) -> Row:
    """Fill in what every row has, as planting does."""
    known: Row = {"id": place, "case_id": 1, "course_id": 1} | row
    for name, value in row.items():
        if isinstance(value, datetime):
            at = value if value.tzinfo else value.replace(tzinfo=HERE)
            known[name] = int(at.timestamp())
            known.setdefault(f"{name.removesuffix('_at')}_on", at.date())
    for column in table.columns.values():
        unsaid = {Kind.TEXT: "", Kind.BOOL: False}.get(column.kind)
        known.setdefault(column.name, unsaid)
    return {name: known[name] for name in table.columns}


def _clean(place: int, walked: Rows, earlier: int) -> Seed:
    return _placed(place, "", False, walked, -earlier)


def _placed(place: int, code: str, is_hit: bool, rows: Rows, moved: int) -> Seed:
    own = {
        name: [_own(name, row, place, moved) for row in told]
        for name, told in rows.items()
    }
    return Seed(place, code, is_hit, own)


def is_name(table: str, column: str) -> bool:
    """Tell whether a text of a table is one that rows find each other by."""
    return column in NAMES or (table, column) == ("work_names", "name")


def _own(table: str, row: Row, place: int, moved: int) -> Row:
    own = {name: _value(name, value, place, moved) for name, value in row.items()}
    for name, value in own.items():
        if value and isinstance(value, str) and is_name(table, name):
            own[name] = f"s{place}·{value}"
    return own


def _value(name: str, value: Any, place: int, moved: int) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if name in PATHS:
        return f"s{place}/{value}" if value else f"s{place}"
    if isinstance(value, date):
        return value + timedelta(days=moved)
    if isinstance(value, int) and name.endswith("_at"):
        return value + moved * 86_400
    is_key = name == "id" or name.endswith("_id")
    return value + place * BLOCK if is_key and isinstance(value, int) else value
