"""Tell which good rows are new, newer, older, repeated, or contradict what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from faheng.kernel.feeds.checking import CHECKED, Checking
from faheng.kernel.feeds.columns import literal, name
from faheng.kernel.feeds.engine import scan, sql

SPECIAL = "special"
"""Rows of records that stand more than once, here or in the store."""

TWISTED = "同一记录、同一版本在本文件内有不同内容"
CONFLICT = "同一记录、同一版本已报送过，内容不同；改动须升版本号"


@dataclass(frozen=True)
class Stamp:
    """What every stored row bears."""

    source: str
    delivery: int


@dataclass(frozen=True)
class Merged:
    """How many rows of each kind there were."""

    fresh: int = 0
    newer: int = 0
    older: int = 0
    repeated: int = 0
    twisted: int = 0
    conflict: int = 0


def merge(
    connection: duckdb.DuckDBPyConnection, checking: Checking, stored: Sequence[Path]
) -> Merged:
    """Compare the good rows with each other and with what is stored."""
    good = sql(
        f"SELECT _line, id, version, _digest FROM {CHECKED}", "WHERE", checking.is_good
    )
    connection.execute(f"CREATE VIEW good AS {good}")
    _several(connection)
    _met(connection, stored)
    connection.execute(f"CREATE TABLE {SPECIAL} AS {_verdicts()}")
    counted = dict(
        connection.execute(
            f"SELECT verdict, count(*) FROM {SPECIAL} GROUP BY verdict"
        ).fetchall()
    )
    every = _one(connection, "SELECT count(*) FROM good")
    plain = every - sum(counted.values())
    return Merged(**{**counted, "fresh": counted.get("fresh", 0) + plain})


def write_rows(
    connection: duckdb.DuckDBPyConnection, checking: Checking, stamp: Stamp, to: Path
) -> None:
    """Write the rows that are taken in."""
    kept = [key for column in checking.feed.columns for key, _ in column.stored()]
    stored = ", ".join(f"c.{name(key)}" for key in kept)
    verdict = "coalesce(s.verdict, 'fresh')"
    rows = sql(
        f"SELECT {stored}, c._digest, {literal(stamp.source)} AS _source,",
        f"{stamp.delivery}::BIGINT AS _delivery,",
        "getvariable('received_on') AS _received_on,",
        f"{verdict} = 'fresh' AS _first",
        f"FROM (SELECT * FROM {CHECKED} WHERE {checking.is_good}) AS c",
        f"LEFT JOIN {SPECIAL} AS s ON c._line = s._line",
        f"WHERE {verdict} IN ('fresh', 'newer', 'older')",
    )
    connection.execute(
        sql("COPY", f"({rows})", "TO", literal(str(to)), "(COMPRESSION zstd)")
    )


def write_past(connection: duckdb.DuckDBPyConnection, stamp: Stamp, to: Path) -> int:
    """Write which versions are no longer the latest since this delivery."""
    accepted = sql(
        f"SELECT id, version, true AS is_new FROM {SPECIAL}",
        "WHERE verdict IN ('fresh', 'newer', 'older')",
    )
    tops = "SELECT id, max(version) AS version, false AS is_new FROM met GROUP BY id"
    known = f"{accepted} UNION ALL {tops}"
    ranked = sql(
        "SELECT *, max(version) OVER (PARTITION BY id) AS top", f"FROM ({known})"
    )
    past = sql(
        f"SELECT {literal(stamp.source)} AS _source, id, version",
        f"FROM ({ranked}) WHERE version < top",
    )
    connection.execute(f"CREATE TABLE past AS {past}")
    connection.execute(
        sql("COPY past TO", literal(str(to)), "(FORMAT parquet, COMPRESSION zstd)")
    )
    return _one(connection, "SELECT count(*) FROM past")


def _several(connection: duckdb.DuckDBPyConnection) -> None:
    """Find records that stand more than once in the file; a digest finds them first."""
    twice = "SELECT hash(id) AS h FROM good GROUP BY h HAVING count(*) > 1"
    connection.execute(f"CREATE TABLE twice AS {twice}")
    same = "OVER (PARTITION BY id, version ORDER BY _line)"
    several = sql(
        f"SELECT _line, row_number() {same} AS place,",
        f"first_value(_digest) {same} AS first_digest,",
        "min(version) OVER (PARTITION BY id) AS lowest",
        "FROM good WHERE hash(id) IN (SELECT h FROM twice)",
    )
    connection.execute(f"CREATE TABLE several AS {several}")


def _met(connection: duckdb.DuckDBPyConnection, stored: Sequence[Path]) -> None:
    """Find what the store holds of the records in the file."""
    connection.execute("CREATE TABLE met (id VARCHAR, version INTEGER, digest UBIGINT)")
    if stored:
        held = f"SELECT id, version, _digest FROM {scan(stored)} AS kept"
        connection.execute(
            sql("INSERT INTO met", held, "WHERE id IN (SELECT id FROM good)")
        )
    connection.execute(
        "CREATE VIEW tops AS SELECT id, max(version) AS top FROM met GROUP BY id"
    )


def _verdicts() -> str:
    repeated = "THEN 'repeated' ELSE"
    verdict = sql(
        f"CASE WHEN v.place > 1 THEN CASE WHEN g._digest = v.first_digest {repeated}",
        "'twisted' END",
        f"WHEN m.id IS NOT NULL THEN CASE WHEN g._digest = m.digest {repeated}",
        "'conflict' END",
        "WHEN g.version < t.top THEN 'older' WHEN g.version > t.top THEN 'newer'",
        "WHEN g.version > v.lowest THEN 'newer' ELSE 'fresh' END AS verdict",
    )
    return sql(
        f"SELECT g._line, g.id, g.version, {verdict}",
        "FROM good AS g LEFT JOIN several AS v ON v._line = g._line",
        "LEFT JOIN met AS m ON m.id = g.id AND m.version = g.version",
        "LEFT JOIN tops AS t ON t.id = g.id",
        "WHERE v._line IS NOT NULL OR t.id IS NOT NULL",
    )


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0
