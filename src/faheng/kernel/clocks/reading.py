"""Rows of a calendar file, and what is wrong with them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from faheng.lib.workdays import DayKind, WorkCalendar

MOST_BYTES = 1_000_000
MOST_UNPACKED_BYTES = 20_000_000
MOST_ROWS = 1_000
_XLSX_SIGN = b"PK"
_DATE_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日")
_KINDS = {kind.value: kind for kind in DayKind} | {kind.label: kind for kind in DayKind}
_ORDINARY = WorkCalendar()
_WANTS_WEEKEND = frozenset({DayKind.ADJUSTED_WORK, DayKind.WEEKEND})
_WANTS_WEEKDAY = frozenset({DayKind.ADJUSTED_REST, DayKind.WORKDAY})

Row = Sequence[object]


class CalendarFileUnreadable(ValueError):
    """A file that was to hold a calendar is not readable as one."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken.

    Attributes:
        line: its number in the file, from 1.
        raw: the row as it was.
        reason: what is wrong, in one sentence.
    """

    line: int
    raw: str
    reason: str


@dataclass(frozen=True, slots=True)
class DayRead:
    """A row that was understood."""

    line: int
    day: date
    kind: DayKind


def rows_of(content: bytes) -> list[Row]:
    """Read a CSV or xlsx file into rows; its first bytes tell which it is."""
    if len(content) > MOST_BYTES:
        raise CalendarFileUnreadable("文件超过1 MB，日历每年只有几十行，请检查是否选错")
    rows = _xlsx_rows(content) if content.startswith(_XLSX_SIGN) else _csv_rows(content)
    if len(rows) > MOST_ROWS:
        raise CalendarFileUnreadable(f"文件超过{MOST_ROWS}行，请检查是否选错")
    return rows


def _xlsx_rows(content: bytes) -> list[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED_BYTES:
                raise CalendarFileUnreadable("文件解压后过大，请检查是否选错")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return list(sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 1))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError) as wrong:
        raise CalendarFileUnreadable("不是可以读取的 xlsx 文件") from wrong


def _csv_rows(content: bytes) -> list[Row]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        try:
            return list(csv.reader(io.StringIO(text), strict=True))
        except csv.Error as wrong:
            raise CalendarFileUnreadable("不是可以读取的 CSV 文件") from wrong
    raise CalendarFileUnreadable("文件既不是 xlsx，也不是 UTF-8 或 GB18030 编码的 CSV")


def judge(
    year: int, rows: Iterable[Row]
) -> tuple[tuple[DayRead, ...], tuple[Rejected, ...]]:
    """Tell the rows that can be taken from those that cannot.

    A heading and empty rows are passed over.
    """
    taken: dict[date, DayRead] = {}
    rejected = []
    for line, row in enumerate(rows, start=1):
        cells = [_words(cell) for cell in row]
        if not any(cells) or (line == 1 and cells[0] in {"日期", "day", "date"}):
            continue
        read = _read(year, line, cells, taken)
        if isinstance(read, DayRead):
            taken[read.day] = read
        else:
            rejected.append(Rejected(line, "，".join(cells), read))
    return tuple(taken.values()), tuple(rejected)


def _words(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    return "" if cell is None else str(cell).strip()


def _day(text: str) -> date | None:
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day only
        except ValueError:
            continue
    return None


def _read(
    year: int, line: int, cells: list[str], taken: dict[date, DayRead]
) -> DayRead | str:
    day, kind = _day(cells[0]), _KINDS.get(cells[1] if len(cells) > 1 else "")
    if day is None:
        return "日期无法识别，应写作 2027-01-01"
    if day.year != year:
        return f"日期不在{year}年"
    if kind is None:
        return f"类别应为：{'、'.join(one.label for one in DayKind)}"
    if day in taken:
        return f"与第{taken[day].line}行日期重复"
    return _contradiction(day, kind) or DayRead(line, day, kind)


def _contradiction(day: date, kind: DayKind) -> str | None:
    weekend = not _ORDINARY.is_workday(day)
    if kind in _WANTS_WEEKEND and not weekend:
        return f"当日不是周末，不能记为{kind.label}"
    if kind in _WANTS_WEEKDAY and weekend:
        return f"当日是周末，不能记为{kind.label}"
    return None
