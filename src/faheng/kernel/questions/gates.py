"""The questions of one case in parts, each with the table that opens it.

A case has rows in a few of the tables that rules read. A part is asked where its table
has a row for the case; which do, is found with one cheap look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from faheng.kernel.questions import contract
from faheng.kernel.questions.binding import Focus, Statement, asked_in, written
from faheng.kernel.questions.compiling import Compiled

OPEN = ""
"""The gate of what is asked of every case."""

ALWAYS = frozenset({"cases", "courses", "acts"})
"""Tables in which every case has a row once somebody has acted in it."""


@dataclass(frozen=True)
class Part:
    """Some questions asked together.

    Attributes:
        gate: the table that must have a row for the case; empty for none.
    """

    gate: str
    statement: Statement


@cache
def parts(vendor: str, focus: Focus) -> tuple[Part, ...]:
    """Share the questions of a focus out among gates.

    A question goes to the table, of those it needs, that the fewest others need: a
    rule over hearings is not asked with every decision.
    """
    asked = list(asked_in(vendor, focus))
    wanted = Counter(name for one in asked for name in one.needs)
    behind: dict[str, list[Compiled]] = {OPEN: []}
    for one in asked:
        behind.setdefault(_gate(one, wanted), []).append(one)
    return tuple(
        Part(gate, written(vendor, focus, some, first=gate == OPEN))
        for gate, some in sorted(behind.items())
    )


def look(gates: Iterable[str], case: str) -> list[str]:
    """Write, for each gate, whether the case has a row there.

    Args:
        gates: names of tables, none of them empty.
        case: the place for the case's key.
    """
    known = [contract.tables()[gate] for gate in gates]
    rows = (" ".join(("SELECT 1 FROM", table.source)) for table in known)
    return [
        f"EXISTS ({row} WHERE {table.case} = {case})"
        for row, table in zip(rows, known, strict=True)
    ]


def opened(some: Collection[Part], told: Iterable[object]) -> list[Part]:
    """Keep the parts whose gates are open, by what the look told of each gate."""
    shut = [part for part in some if part.gate]
    is_open = {p.gate for p, has in zip(shut, told, strict=True) if has} | {OPEN}
    return [part for part in some if part.gate in is_open]


def _gate(one: Compiled, wanted: Counter[str]) -> str:
    rare = sorted((wanted[name], name) for name in one.needs if name not in ALWAYS)
    return rare[0][1] if rare else OPEN


def forget() -> None:
    """Write the parts anew; for tests that declare more."""
    parts.cache_clear()
