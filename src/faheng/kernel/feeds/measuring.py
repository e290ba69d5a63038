"""Figures of quality of one delivery, each so many of so many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from faheng.kernel.feeds.checking import CHECKED, Checking
from faheng.kernel.feeds.columns import literal, name
from faheng.kernel.feeds.engine import sql
from faheng.kernel.feeds.models import Dimension
from faheng.kernel.feeds.reading.raw import MALFORMED

_BITS = 60


@dataclass(frozen=True)
class Measure:
    """One figure."""

    dimension: Dimension
    key: str
    title: str
    good: int
    total: int


@dataclass(frozen=True)
class _Tally:
    """How many rows had each fault, each gap, and any fault that is no gap."""

    rows: int
    faults: Counter[int]
    gaps: Counter[int]
    wrong: int


def measures(
    connection: duckdb.DuckDBPyConnection, checking: Checking, rows: Path, delay: int
) -> tuple[Measure, ...]:
    """Give every figure of a delivery whose rows have been checked.

    Args:
        connection: holds the checked rows.
        checking: what they were checked against.
        rows: the rows taken in.
        delay: days within which a record is in time after its event.
    """
    tally = _tally(connection, checking)
    return (
        *_completeness(checking, tally),
        *_accuracy(connection, checking, tally),
        *_timeliness(connection, checking, rows, delay),
    )


def _tally(connection: duckdb.DuckDBPyConnection, checking: Checking) -> _Tally:
    """Rows are alike in a few hundred ways at most; each way is counted once."""
    columns = ", ".join((*checking.masks, "_thin"))
    found = connection.execute(
        sql(f"SELECT {columns}, count(*)", f"FROM {CHECKED} GROUP BY ALL")
    )
    is_gap = [fault.is_gap for fault in checking.faults]
    faults: Counter[int] = Counter()
    gaps: Counter[int] = Counter()
    rows = wrong = 0
    while batch := found.fetchmany(2000):
        for *masks, thin, count in batch:
            bits = sum(mask << (_BITS * place) for place, mask in enumerate(masks))
            set_bits = list(_places(bits))
            faults.update(dict.fromkeys(set_bits, count))
            gaps.update(dict.fromkeys(_places(thin), count))
            wrong += count * any(not is_gap[place] for place in set_bits)
            rows += count
    return _Tally(rows, faults, gaps, wrong)


def _places(bits: int) -> Iterator[int]:
    return (place for place in range(bits.bit_length()) if bits >> place & 1)


def _completeness(checking: Checking, tally: _Tally) -> Iterator[Measure]:
    expected = checking.feed.expected()
    for place, column in enumerate(expected):
        good = tally.rows - tally.gaps[place]
        yield Measure(
            Dimension.COMPLETENESS, column.name, column.title, good, tally.rows
        )
    cells = tally.rows * len(expected)
    filled = cells - sum(tally.gaps.values())
    yield Measure(Dimension.COMPLETENESS, "", "应填项已填", filled, cells)


def _accuracy(
    connection: duckdb.DuckDBPyConnection, checking: Checking, tally: _Tally
) -> Iterator[Measure]:
    torn = _one(connection, f"SELECT count(*) FROM {MALFORMED}")
    every = tally.rows + torn
    for place, fault in enumerate(checking.faults):
        if not fault.is_gap:
            good = tally.rows - tally.faults[place]
            yield Measure(
                Dimension.ACCURACY, fault.key, fault.title[:200], good, tally.rows
            )
    parted = Measure(
        Dimension.ACCURACY, "row.malformed", "整行可以分列", every - torn, every
    )
    yield parted
    good = every - tally.wrong - torn
    yield Measure(Dimension.ACCURACY, "", "各项检查都通过", good, every)


def _timeliness(
    connection: duckdb.DuckDBPyConnection, checking: Checking, rows: Path, delay: int
) -> Iterator[Measure]:
    """Only a record's first arrival counts: a correction is late by nature."""
    event = checking.feed.event
    if not event:
        return
    day = f"CAST({name(event)} AS DATE)"
    found = connection.execute(
        sql(
            f"SELECT count(*), count(*) FILTER (_received_on - {day} <= {delay})",
            f"FROM read_parquet({literal(str(rows))})",
            f"WHERE _first AND {day} IS NOT NULL",
        )
    ).fetchone()
    total, good = found or (0, 0)
    title = f"事件发生后{delay}日内报送"
    yield Measure(Dimension.TIMELINESS, "", title, int(good), int(total))


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0
