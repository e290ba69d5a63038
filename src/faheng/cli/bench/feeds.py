"""How fast deliveries are checked and stored, and in how much memory."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import duckdb
from django.conf import settings
from django.utils import timezone

from faheng.cli.bench.figures import MIB, Figure
from faheng.domains.enforcement.feeds import PenaltyDecisions
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.models import FeedDelivery, FeedSource
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import system
from faheng.lib.identifiers import make_uscc

FIRMS = 20_000
FLAWED = 97
"""Every so many rows one has a wrong check digit, and one no date."""

SHAPES = ("parquet", "csv", "jsonl")
FIRST = date(2025, 1, 1)


def measure(rows: int, go: Callable[[], None]) -> list[Figure]:
    """Deliver the same records as Parquet, CSV and JSON Lines, each twice.

    The second delivery holds nothing new: every row is compared with what is stored.
    """
    now = timezone.now()
    with _own_folder() as folder:
        organ = Organ.objects.select_related("division").order_by("pk").first()
        if organ is None:
            return []
        files = _write(folder, organ.code, rows)
        found: list[Figure] = []
        for shape in SHAPES:
            source = FeedSource.objects.create(
                code=f"bench-{shape}", name=shape, organ=organ
            )
            arrival = Arrival(PenaltyDecisions, source, files[shape], files[shape].name)
            found += _figures(arrival, shape, rows, now)
            go()
        return [*found, Figure("feeds.memory", _memory(), "MiB", rows)]


def _figures(
    arrival: Arrival, shape: str, rows: int, now: datetime
) -> Iterator[Figure]:
    for again in ("", ".again"):
        begun = perf_counter()
        delivery = ingest(arrival, system(), now)
        seconds = perf_counter() - begun
        _counted(delivery, rows, repeated=bool(again))
        yield Figure(f"feeds.{shape}{again}", round(rows / seconds), "rows/s", rows)


def _counted(delivery: FeedDelivery, rows: int, *, repeated: bool) -> None:
    """A figure of rows that were lost is no figure."""
    bad = len(range(0, rows, FLAWED)) + len(range(1, rows, FLAWED))
    good = delivery.repeated if repeated else delivery.fresh
    if (delivery.rejected, good) != (bad, rows - bad):
        message = f"{delivery.rejected} rejected and {good} taken of {rows}"
        raise ValueError(message)


@contextmanager
def _own_folder() -> Iterator[Path]:
    before = settings.FAHENG_FEEDS
    with tempfile.TemporaryDirectory(dir=settings.VAR) as folder:
        settings.FAHENG_FEEDS = Path(folder) / "feeds"
        try:
            yield Path(folder)
        finally:
            settings.FAHENG_FEEDS = before


def _write(folder: Path, organ: str, rows: int) -> dict[str, Path]:
    files = {shape: folder / f"decisions.{shape}" for shape in SHAPES}
    firms = [make_uscc("990000", f"{number:08d}") for number in range(FIRMS)]
    connection = duckdb.connect(config={"memory_limit": "1GB", "threads": 2})
    connection.execute(
        "CREATE TABLE firms AS SELECT unnest(?::VARCHAR[]) AS code", [firms]
    )
    connection.execute(f"CREATE VIEW made AS {_decisions(organ, rows)}")
    kinds = {"parquet": "PARQUET", "csv": "CSV, HEADER", "jsonl": "JSON"}
    connection.execute(f"COPY made TO '{files['parquet']}' (FORMAT PARQUET)")
    for shape in ("csv", "jsonl"):
        source = f"read_parquet('{files['parquet']}')"
        connection.execute(
            f"COPY (FROM {source}) TO '{files[shape]}' (FORMAT {kinds[shape]})"
        )
    connection.close()
    return files


def _decisions(organ: str, rows: int) -> str:
    day = f"DATE '{FIRST}' + (i % 300)::INTEGER"
    columns = {
        "id": "'D' || lpad(i::VARCHAR, 12, '0')",
        "version": "1",
        "case_id": "'C' || lpad(i::VARCHAR, 12, '0')",
        "decision_no": "'模罚决〔2025〕' || i || '号'",
        "kind": "'penalty'",
        "organ_code": f"'{organ}'",
        "party_kind": "'legal_person'",
        "party_name": "'第' || (i % 20000) || '号商贸有限公司'",
        "party_uscc": f"CASE WHEN i % {FLAWED} = 0 THEN left(f.code, 17) || 'I' ELSE f.code END",
        "violation": "'占用道路经营'",
        "facts": "'经查，当事人于营业期间在店外摆放货物，占用人行道' || (i % 50) || '平方米。'",
        "grounds": "'某市市容条例第十条第一款'",
        "kinds": "CASE WHEN i % 5 = 0 THEN '警告;罚款' ELSE '罚款' END",
        "fine": "((i % 5000 + 1) / 100.0)::DECIMAL(18, 2)::VARCHAR",
        "noticed_on": f"({day})::VARCHAR",
        "decided_on": f"CASE WHEN i % {FLAWED} = 1 THEN NULL ELSE ({day} + 6)::VARCHAR END",
        "served_on": f"({day} + 9)::VARCHAR",
        "hearing_held": "'否'",
    }
    wanted = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    joined = f"range({rows}) AS t(i) JOIN firms AS f ON f.rowid = i % {FIRMS}"
    return " ".join(("SELECT", wanted, "FROM", joined))


def _memory() -> int:
    """Give the most memory that this process has held."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(held / MIB if sys.platform == "darwin" else held * 1024 / MIB)
