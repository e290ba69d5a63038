"""Comma-separated text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from faheng.kernel.feeds.columns import literal
from faheng.kernel.feeds.engine import sql
from faheng.kernel.feeds.reading.encodings import UNREADABLE, in_utf8
from faheng.kernel.feeds.reading.raw import MALFORMED, TABLE, Raw, Reading
from faheng.kernel.feeds.refusals import EmptyFile

LONGEST_LINE = 2 * 1024 * 1024
MOST_COLUMNS = 500
FORMULA = "\ufffe"
"""Stands where a formula stood in a workbook: no text holds it."""

_SEPARATORS = ",\t;|"
_WHY = {
    "MISSING COLUMNS": "列数不足",
    "TOO MANY COLUMNS": "列数过多",
    "UNQUOTED VALUE": "引号不成对",
    "LINE SIZE OVER MAXIMUM": "一行过长",
    "INVALID ENCODING": "文字编码无法识别",
}


def read_csv(reading: Reading) -> Raw:
    """Read a file whose first line holds the headings."""
    path = in_utf8(reading.path, reading.scratch)
    headings, separator = _headings(path)
    return stage(reading, path, headings, separator)


def stage(
    reading: Reading, path: Path, headings: tuple[str, ...], separator: str
) -> Raw:
    """Part a UTF-8 file into cells, in parallel, and keep them as Parquet."""
    staged = reading.scratch / "raw.parquet"
    columns = ", ".join(f"'h{place}': 'VARCHAR'" for place in range(len(headings)))
    options = (
        f"columns = {{{columns}}}, auto_detect = false, header = true",
        f"delim = {literal(separator)}, quote = '\"', escape = '\"'",
        f"max_line_size = {LONGEST_LINE}",
        "strict_mode = true, ignore_errors = true, store_rejects = true",
    )
    source = f"read_csv({literal(str(path))}, {', '.join(options)})"
    cells = f"SELECT * FROM {source}"
    reading.connection.execute(
        sql("COPY", f"({cells})", "TO", literal(str(staged)), "(COMPRESSION snappy)")
    )
    keep_malformed(reading)
    view(reading, staged, len(headings))
    return Raw(headings)


def view(reading: Reading, staged: Path, width: int) -> None:
    """Show staged cells as ``raw``, each row with its number in the file."""
    cells = ", ".join(f"h{place}" for place in range(width))
    joined = f"concat_ws('', {cells})"
    broken = (
        f"CASE WHEN contains({joined}, '{UNREADABLE}') THEN '文字编码无法识别'"
        f" WHEN contains({joined}, '{FORMULA}') THEN '含有公式，请粘贴为数值' END"
    )
    rows = f"read_parquet({literal(str(staged))}, file_row_number = true)"
    reading.connection.execute(
        sql(
            f"CREATE VIEW {TABLE} AS SELECT file_row_number + 2 AS _line,",
            f"{broken} AS _broken, {cells}",
            f"FROM {rows}",
        )
    )


def _headings(path: Path) -> tuple[tuple[str, ...], str]:
    with path.open(encoding="utf-8", newline="") as file:
        start = file.read(LONGEST_LINE)
    first = start.splitlines()[0] if start.strip() else ""
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(start), delimiter=separator)
    try:
        found = tuple(cell.strip() for cell in next(rows, []))
    except csv.Error:
        found = ()
    if not any(found) or len(found) > MOST_COLUMNS:
        raise EmptyFile
    return found, separator


def keep_malformed(reading: Reading) -> None:
    """Keep the lines that could not be parted; one may break several rules."""
    cases = " ".join(
        f"WHEN {literal(key)} THEN {literal(says)}" for key, says in _WHY.items()
    )
    says = f"CASE error_type::VARCHAR {cases} ELSE '无法分列' END"
    reading.connection.execute(
        sql(
            f"INSERT INTO {MALFORMED}",
            f"SELECT line, left(any_value(csv_line), 20000), min({says})",
            "FROM reject_errors GROUP BY line",
        )
    )
