"""A figure, and the machine and database it was taken on."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from django.db import connection

MIB = 1024 * 1024


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        name: what was measured, as "door.step.p95".
        value: how much.
        unit: of what.
        n: how many times it was measured, or how many rows lay there.
    """

    name: str
    value: float
    unit: str
    n: int

    def line(self) -> str:
        """Write it as one line of JSON."""
        told = asdict(self) | {"machine": machine(), "database": database()}
        return json.dumps(told, ensure_ascii=False)


def spread(name: str, seconds: Sequence[float]) -> list[Figure]:
    """Return the median and the 95th percentile of some durations."""
    return [
        Figure(f"{name}.p{share}", milliseconds(quantile(seconds, share)), "ms", n)
        for share, n in ((50, len(seconds)), (95, len(seconds)))
    ]


def quantile(values: Sequence[float], share: int) -> float:
    """Return the value that this share (in per cent) of all do not exceed.

    >>> quantile([3, 1, 2, 4], 50), quantile([3, 1, 2, 4], 95)
    (2, 4)
    """
    ordered = sorted(values)
    place = -(-len(ordered) * share // 100)
    return ordered[max(place, 1) - 1]


def milliseconds(seconds: float) -> float:
    """Round to what a reader can use."""
    return round(seconds * 1000, 2)


@cache
def machine() -> str:
    """Name the processor, how many there are, and the memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / MIB / 1024
    return f"{_processor()} x{os.cpu_count()}, {memory:.0f} GiB, {platform.system()}"


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    named = (line for line in lines if line.startswith("model name"))
    return next(named, platform.processor()).partition(":")[2].strip() or "unknown"


@cache
def database() -> str:
    """Name the database, and whether a write waits for the disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            version = cursor.fetchone()[0]
            cursor.execute("PRAGMA synchronous")
            return f"SQLite {version}, synchronous={cursor.fetchone()[0]}"
        cursor.execute(
            "SELECT current_setting('server_version'), current_setting('fsync')"
        )
        version, waits = cursor.fetchone()
        return f"PostgreSQL {version.split()[0]}, fsync={waits}"
