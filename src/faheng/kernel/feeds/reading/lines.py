"""JSON Lines: one object a line."""

from __future__ import annotations

from faheng.kernel.feeds.columns import literal
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.engine import sql
from faheng.kernel.feeds.reading.encodings import UNREADABLE, in_utf8
from faheng.kernel.feeds.reading.raw import TABLE, Raw, Reading
from faheng.kernel.feeds.reading.tables import LONGEST_LINE, keep_malformed
from faheng.kernel.feeds.refusals import NotLines

MOST_NAMES = 1000
_NAMES_READ_FROM = 100_000


def read_lines(reading: Reading, feed: type[Feed]) -> Raw:
    """Read objects whose names are the columns' names or titles."""
    path = in_utf8(reading.path, reading.scratch)
    with path.open("rb") as file:
        if file.read(64).lstrip()[:1] == b"[":
            raise NotLines
    _stage(reading, str(path))
    known = {word for column in feed.columns for word in (column.name, column.title)}
    ignored = tuple(key for key in _names(reading) if key not in known)
    _view(reading, feed)
    return Raw(tuple(c.name for c in feed.columns), ignored, 1, has_text=True)


def _stage(reading: Reading, path: str) -> None:
    staged = reading.scratch / "lines.parquet"
    # A sign that JSON forbids parts nothing, so that each line is one cell.
    options = (
        "columns = {'line': 'VARCHAR'}, auto_detect = false, header = false",
        f"delim = '\x01', quote = '', escape = '', max_line_size = {8 * LONGEST_LINE}",
        "ignore_errors = true, store_rejects = true",
    )
    source = f"read_csv({literal(path)}, {', '.join(options)})"
    cells = f"SELECT line FROM {source}"
    reading.connection.execute(
        sql("COPY", f"({cells})", "TO", literal(str(staged)), "(COMPRESSION snappy)")
    )
    keep_malformed(reading)
    rows = f"read_parquet({literal(str(staged))}, file_row_number = true)"
    sound = "coalesce(json_valid(line), false) AND json_type(line) = 'OBJECT'"
    reading.connection.execute(
        sql(
            "CREATE VIEW told AS SELECT file_row_number + 1 AS _line, line,",
            f"CASE WHEN json_valid(line) THEN {sound} ELSE false END AS sound",
            f"FROM {rows} WHERE line IS NOT NULL",
        )
    )


def _names(reading: Reading) -> list[str]:
    few = f"SELECT line FROM told WHERE sound LIMIT {_NAMES_READ_FROM}"
    rows = reading.connection.execute(
        sql(
            "SELECT DISTINCT unnest(json_keys(line)) AS key",
            f"FROM ({few}) ORDER BY key LIMIT {MOST_NAMES}",
        )
    )
    return [str(key) for (key,) in rows.fetchall()]


def _view(reading: Reading, feed: type[Feed]) -> None:
    """Two paths a column, its name before its title; each line is read once."""
    words = [word for column in feed.columns for word in (column.name, column.title)]
    paths = ", ".join(literal(f'$."{word}"') for word in words)
    cells = f"CASE WHEN sound THEN json_extract_string(line, [{paths}]) END AS cells"
    broken = (
        f"CASE WHEN contains(line, '{UNREADABLE}') THEN '文字编码无法识别'",
        "WHEN NOT sound THEN '不是完整的JSON对象' END AS _broken",
    )
    each = ", ".join(
        f"coalesce(cells[{2 * place + 1}], cells[{2 * place + 2}]) AS h{place}"
        for place in range(len(feed.columns))
    )
    inner = sql(f"SELECT _line, line AS _text, {cells},", *broken, "FROM told")
    reading.connection.execute(
        sql(
            f"CREATE VIEW {TABLE} AS SELECT _line, _broken, _text, {each}",
            f"FROM ({inner})",
        )
    )
