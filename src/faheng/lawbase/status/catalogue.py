"""An index of dates beside a collection of texts: index.csv."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from faheng.lawbase.parser.reading import Unreadable, lines_of

COLUMNS = {"title", "version_date", "effective_from"}


class BadIndex(Unreadable):
    """日期目录读不出来"""


class IndexWithoutColumns(Unreadable):
    """日期目录缺少应有的列"""


def index_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of an index, each with its line.

    Raises:
        Unreadable: It cannot be read, or it is another table.
    """
    try:
        table = csv.DictReader(io.StringIO("\n".join(lines_of(path))))
        found = [
            (table.line_num, {name: text or "" for name, text in row.items() if name})
            for row in table
        ]
    except (OSError, Unreadable, csv.Error) as problem:
        raise BadIndex(BadIndex.__doc__) from problem
    if not COLUMNS.issubset(table.fieldnames or ()):
        raise IndexWithoutColumns(IndexWithoutColumns.__doc__)
    return found
