"""Keep every row that was turned away, with its reason, as it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from faheng.kernel.feeds.checking import CHECKED, Checking
from faheng.kernel.feeds.columns import literal, name
from faheng.kernel.feeds.engine import sql
from faheng.kernel.feeds.merging import CONFLICT, SPECIAL, TWISTED
from faheng.kernel.feeds.reading.raw import MALFORMED

OWN = ("_line", "_reason", "_faults", "_text")
KEY_CONFLICT = "row.conflict"
KEY_TWISTED = "row.twisted"
KEY_MALFORMED = "row.malformed"


@dataclass(frozen=True)
class Rejected:
    """One row turned away.

    Attributes:
        text: the whole line where it has no cells.
    """

    line: int
    reason: str
    faults: str
    text: str
    cells: dict[str, str]


def write_rejected(
    connection: duckdb.DuckDBPyConnection, checking: Checking, to: Path
) -> int:
    """Write the rows turned away, and count them."""
    connection.execute(
        sql(
            "CREATE TABLE turned AS SELECT _line, NULL AS verdict",
            f"FROM {CHECKED} WHERE NOT ({checking.is_good})",
            f"UNION ALL SELECT _line, verdict FROM {SPECIAL}",
            "WHERE verdict IN ('twisted', 'conflict')",
        )
    )
    cells, empty = _cells(checking)
    text = "_text" if checking.raw.has_text else "''"
    told = sql(
        f"SELECT r._line + coalesce(b.shift, 0) AS _line, {_why()} AS _reason,",
        f"'|' || {_keys()} || '|' AS _faults, {text} AS _text, {cells}",
        f"FROM ({checking.reasons('turned')}) AS r JOIN turned AS t USING (_line)",
        f"ASOF LEFT JOIN ({_shifts(checking)}) AS b",
        f"ON r._line - {checking.raw.first_line} >= b.since",
    )
    torn = sql(
        f"SELECT line, reason, '|{KEY_MALFORMED}|', text, {empty} FROM {MALFORMED}"
    )
    rows = f"SELECT * FROM ({told} UNION ALL {torn}) ORDER BY _line"
    connection.execute(
        sql("COPY", f"({rows})", "TO", literal(str(to)), "(COMPRESSION zstd)")
    )
    found = connection.execute(
        f"SELECT count(*) FROM read_parquet({literal(str(to))})"
    ).fetchone()
    return int(found[0]) if found else 0


def read_rejected(
    connection: duckdb.DuckDBPyConnection, path: Path, most: int | None = None
) -> Iterator[Rejected]:
    """Give rejected rows in the order of the file, a few thousand at a time."""
    limit = f"LIMIT {most}" if most is not None else ""
    rows = connection.execute(
        sql(f"SELECT * FROM read_parquet({literal(str(path))})", limit)
    )
    titles = [str(column[0]) for column in rows.description or ()][len(OWN) :]
    while batch := rows.fetchmany(2000):
        for line, reason, faults, text, *cells in batch:
            held = {t: c or "" for t, c in zip(titles, cells, strict=True)}
            yield Rejected(int(line), reason, faults, text or "", held)


def _shifts(checking: Checking) -> str:
    """Count the torn rows that the reader left out before each place."""
    first = checking.raw.first_line
    torn = sql(
        "SELECT line, row_number() OVER (ORDER BY line) AS shift", f"FROM {MALFORMED}"
    )
    since = f"line - shift - {first - 1}"
    return sql(
        f"SELECT {since} AS since, max(shift) AS shift", f"FROM ({torn}) GROUP BY since"
    )


def _why() -> str:
    return (
        f"CASE t.verdict WHEN 'twisted' THEN {literal(TWISTED)}"
        f" WHEN 'conflict' THEN {literal(CONFLICT)} ELSE r._says END"
    )


def _keys() -> str:
    return (
        f"CASE t.verdict WHEN 'twisted' THEN {literal(KEY_TWISTED)}"
        f" WHEN 'conflict' THEN {literal(KEY_CONFLICT)} ELSE r._keys END"
    )


def _cells(checking: Checking) -> tuple[str, str]:
    titles: list[str] = []
    for place, heading in enumerate(checking.raw.headings):
        free = heading and heading not in titles and heading not in OWN
        titles.append(heading if free else f"第{place + 1}列")
    cells = ", ".join(f"r.h{place} AS {name(t)}" for place, t in enumerate(titles))
    return cells, ", ".join("NULL" for _ in titles)
