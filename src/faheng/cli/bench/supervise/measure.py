"""`faheng bench supervise`: the whole city, checked and timed."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time

from django.conf import settings

from faheng.cli.bench.course import STEPS, walk
from faheng.cli.bench.figures import MIB, Figure
from faheng.cli.bench.people import People
from faheng.cli.bench.supervise import city, conformance, live
from faheng.cli.bench.supervise.city import Plan
from faheng.cli.bench.supervise.hand import BY_HAND
from faheng.cli.bench.supervise.known import Found, expected, in_one_copy
from faheng.cli.bench.supervise.seeds import Row, Seed, seeds
from faheng.kernel.questions import contract
from faheng.kernel.questions.compiling import compiled
from faheng.kernel.questions.planting import ASKED_AT
from faheng.kernel.questions.tables import DUCKDB
from faheng.mart import building, place
from faheng.mart.asking import Asking, ask_city, ask_touched, bind_city, opened
from faheng.mart.engine import engine

ROWS = 36_500_000
HITS, NEAREST = 6_000, 300
"""Copies of what must be found, and of what must not, in a city of that size."""

VARIANTS = 12
TOUCHED = 12_000
OFTEN = 3


class Wrong(Exception):
    """A part failed, or the rules did not find what was planted."""


def measure(people: People, rows: int, go: Callable[[], None]) -> Iterator[Figure]:
    """Grow a city, ask every rule of it, check every count; then the live database.

    A part that fails silences no other.

    Raises:
        Wrong: some parts failed; the message names them.
    """
    failed = []
    with _own_folder() as folder:
        run = _Run(people, folder, rows, go)
        for name in PARTS:
            try:
                yield from getattr(run, name)()
            except Exception as failure:  # noqa: BLE001 - told at the end, by name
                failed.append(f"{name}: {type(failure).__name__} {failure}")
            go()
    if failed:
        raise Wrong("; ".join(failed))


@dataclass
class _Run:
    """One run; each part leaves to the next what it has made."""

    people: People
    folder: Path
    rows: int
    go: Callable[[], None]
    found: list[Seed] = field(default_factory=list)
    one: Found = field(default_factory=Counter)
    odd: frozenset[str] = frozenset()
    plan: Plan = field(default_factory=lambda: Plan([], {}))
    total: int = 0
    asked: Counter[str] = field(default_factory=Counter)

    @property
    def file(self) -> Path:
        """The mart of the city."""
        return self.folder / "city.duckdb"

    def grow(self) -> Iterator[Figure]:
        self.found = seeds(_walked(self.people), VARIANTS)
        self.one = in_one_copy(self.found, ASKED_AT)
        self.odd = _unlinear(self.folder, self.found, self.one)
        self.plan = Plan(self.found, _copies(self.found, self.rows))
        begun = perf_counter()
        self.total = city.grow(self.file, self.plan)
        yield Figure(
            "supervise.grow", round(perf_counter() - begun, 1), "s", self.total
        )

    def rules(self) -> Iterator[Figure]:
        yield from _asked(self.file, self.total, self.asked)

    def counts(self) -> Iterator[Figure]:
        wanted = expected(self.one, self.plan.copies, self.plan.shared)
        yield from _checked(wanted, self.asked, self.odd, self.found)

    def by_hand(self) -> Iterator[Figure]:
        yield from _by_hand(self.file)

    def touched(self) -> Iterator[Figure]:
        yield from _touched(self.file)

    def memory(self) -> Iterator[Figure]:
        yield Figure("supervise.memory", _memory(), "MiB", self.total)

    def conformance(self) -> Iterator[Figure]:
        yield from conformance.measure(self.file)

    def mart(self) -> Iterator[Figure]:
        yield from live.mart(self.people, ASKED_AT, self.go)

    def case(self) -> Iterator[Figure]:
        yield from live.one_case(ASKED_AT)


PARTS = (
    "grow",
    "rules",
    "counts",
    "by_hand",
    "touched",
    "memory",
    "conformance",
    "mart",
    "case",
)
"""In this order; what pm4py and the live database hold is not the rules' memory."""

STAGES = len(PARTS) + 1


@contextmanager
def _own_folder() -> Iterator[Path]:
    before = settings.FAHENG_MART
    with tempfile.TemporaryDirectory(dir=settings.VAR) as folder:
        settings.FAHENG_MART = Path(folder) / "mart"
        try:
            yield Path(folder)
        finally:
            settings.FAHENG_MART = before


def _walked(people: People) -> dict[str, list[Row]]:
    """Take cases at the door and read them from a mart, as rules do."""
    for upto in (STEPS, STEPS, STEPS, 3):
        walk(people, upto=upto)
    rows: dict[str, list[Row]] = {}
    with engine(place.path(building.build(ASKED_AT)), read_only=True) as connection:
        for table in contract.tables().values():
            # What declarations add, and the calendar, is there once for all.
            if not table.source or table.rows or table.name == "calendar":
                continue
            told = connection.execute(f'FROM "{table.name}"')
            names = [column[0] for column in told.description]
            rows[table.name] = [
                dict(zip(names, row, strict=True)) for row in told.fetchall()
            ]
    return rows


def _copies(found: list[Seed], rows: int) -> dict[int, int]:
    """Say how often each scene is there, so that there are about so many rows."""
    share = rows / ROWS
    planted = {
        seed.place: max(2, round((HITS if seed.is_hit else NEAREST) * share))
        for seed in found
        if not seed.is_clean
    }
    size = {s.place: sum(len(told) for told in s.rows.values()) for s in found}
    left = rows - sum(size[place] * times for place, times in planted.items())
    clean = [seed.place for seed in found if seed.is_clean]
    of_cases = sum(_case_rows(seed) for seed in found if seed.is_clean)
    return planted | dict.fromkeys(clean, max(2, left // of_cases))


def _case_rows(seed: Seed) -> int:
    known = contract.tables()
    return sum(len(t) for name, t in seed.rows.items() if known[name].case)


def _unlinear(folder: Path, found: list[Seed], one: Found) -> frozenset[str]:
    """Find rules whose answers about a scene depend on its other copies."""
    file, few = folder / "small.duckdb", dict.fromkeys(range(len(found)), 4)
    plan = Plan(found, few, organs=2)
    city.grow(file, plan)
    with opened(file, ASKED_AT) as asking:
        ask_city(asking)
        asked, wanted = _counts(asking), expected(one, plan.copies, plan.shared)
    file.unlink()
    return frozenset(c for c in asked | wanted if asked[c] != wanted[c])


def _counts(asking: Asking) -> Counter[str]:
    rows = asking.connection.execute("SELECT code, count(*) FROM hits GROUP BY code")
    return Counter(dict(rows.fetchall()))


def _asked(file: Path, rows: int, asked: Counter[str]) -> Iterator[Figure]:
    with opened(file, ASKED_AT) as asking:
        slow: dict[str, float] = {}
        last = begun = perf_counter()
        busy = process_time()

        def took(key: str) -> None:
            nonlocal last
            slow[key], last = perf_counter() - last, perf_counter()

        ask_city(asking, took)
        seconds, busy = perf_counter() - begun, process_time() - busy
        asked.update(_counts(asking))
    yield Figure("supervise.rules", round(seconds, 1), "s", rows)
    yield Figure("supervise.rules.cpu", round(busy, 1), "s", rows)
    yield Figure("supervise.questions", len(slow), "questions", rows)
    yield Figure("supervise.findings", sum(asked.values()), "findings", rows)
    for key in sorted(slow, key=slow.__getitem__, reverse=True)[:OFTEN]:
        yield Figure(f"supervise.slowest.{key}", round(slow[key], 2), "s", rows)
    if asking.failed:
        raise Wrong(str(asking.failed))


def _by_hand(file: Path) -> Iterator[Figure]:
    ours, theirs = 0.0, 0.0
    with opened(file, ASKED_AT) as asking:
        bind_city(asking)
        for key, text in BY_HAND.items():
            distinct = f"SELECT count(*) FROM (SELECT DISTINCT * FROM ({text}))"
            one = compiled(DUCKDB)[key].hits
            same = (
                'SELECT count(*) FROM (SELECT DISTINCT case_id, "row", code FROM '
                f"({one}))"
            )
            (rule, found), (hand, by_hand) = (
                _best(asking, same),
                _best(asking, distinct),
            )
            if key not in {"papers_not_made"} and found != by_hand:
                message = f"{key}: {found} found, {by_hand} by hand"
                raise Wrong(message)
            ours, theirs = ours + rule, theirs + hand
    yield Figure("supervise.by_hand", round(theirs, 2), "s", len(BY_HAND))
    yield Figure("supervise.by_rule", round(ours, 2), "s", len(BY_HAND))
    yield Figure("supervise.ratio", round(ours / theirs, 2), "times", len(BY_HAND))


def _best(asking: Asking, text: str) -> tuple[float, int]:
    taken, found = [], 0
    for _ in range(OFTEN):
        begun = perf_counter()
        found = int(asking.connection.execute(text).fetchone()[0])
        taken.append(perf_counter() - begun)
    return min(taken), found


def _touched(file: Path) -> Iterator[Figure]:
    with opened(file, ASKED_AT) as asking:
        since = asking.connection.execute(
            "SELECT min(last) FROM (SELECT max(id) AS last FROM mart.acts "
            f"GROUP BY case_id ORDER BY last DESC LIMIT {TOUCHED})"
        ).fetchone()[0]
        begun = perf_counter()
        cases = ask_touched(asking, since - 1)
        seconds = perf_counter() - begun
    yield Figure("supervise.touched", round(seconds, 2), "s", cases)


def _checked(
    wanted: Counter[str],
    asked: Mapping[str, int],
    odd: frozenset[str],
    found: list[Seed],
) -> Iterator[Figure]:
    """Check every count but those that depend on how many copies there are."""
    wrong = {
        code: (wanted[code], asked.get(code, 0))
        for code in wanted | Counter(asked)
        if code not in odd and wanted[code] != asked.get(code, 0)
    }
    planted = {seed.code for seed in found if seed.is_hit}
    missed = {code for code in planted - odd if not wanted[code]}
    yield Figure("supervise.planted", len(planted), "rules", sum(wanted.values()))
    yield Figure("supervise.unchecked", len(odd), "rules", len(planted))
    print(f"not checked at scale: {', '.join(sorted(odd)) or '-'}", file=sys.stderr)
    yield Figure("supervise.wrong", len(wrong) + len(missed), "rules", len(planted))
    if wrong or missed:
        message = f"wanted and found: {wrong}; never found: {sorted(missed)}"
        raise Wrong(message)


def _memory() -> int:
    """Give the most memory that this process has held."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(held / MIB if sys.platform == "darwin" else held * 1024 / MIB)
