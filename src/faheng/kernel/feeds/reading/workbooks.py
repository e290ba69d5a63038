"""Excel workbooks: the first sheet, read row by row."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from faheng.kernel.feeds.reading.raw import Raw, Reading
from faheng.kernel.feeds.reading.tables import FORMULA, stage
from faheng.kernel.feeds.refusals import EmptyFile, WorkbookBroken
from faheng.kernel.registers.refusals import FileRefused
from faheng.kernel.registers.sheets import MALFORMED, cell_text, ensure_workbook

MAX_COLUMNS = 200


def read_workbook(reading: Reading) -> Raw:
    """Write the first sheet out as text, then read it as any other table."""
    content = reading.path.read_bytes()
    try:
        ensure_workbook(content)
    except FileRefused as refused:
        raise WorkbookBroken from refused
    target = reading.scratch / "sheet.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        headings = _write(content, csv.writer(file))
    return stage(reading, target, headings, ",")


def _write(content: bytes, writer: Any) -> tuple[str, ...]:
    with warnings.catch_warnings():
        # What openpyxl leaves out (charts, validation) is nothing to the reader.
        warnings.simplefilter("ignore")
        try:
            rows = _rows(content)
            headings = next((h for row in rows if (h := _headings(row))), ())
            if not headings:
                raise EmptyFile
            writer.writerow(headings)
            for cells in rows:
                writer.writerow((cells + [""] * len(headings))[: len(headings)])
        except MALFORMED as error:
            raise WorkbookBroken from error
    return headings


def _headings(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cell.rstrip("*").strip() for cell in cells)


def _rows(content: bytes) -> Iterator[list[str]]:
    book = load_workbook(io.BytesIO(content), read_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_col=MAX_COLUMNS):
        yield [_text(cell) for cell in row]
    book.close()


def _text(cell: Any) -> str:
    if getattr(cell, "data_type", "") == "f":
        return FORMULA
    return cell_text(cell.value).replace("\x00", "")
