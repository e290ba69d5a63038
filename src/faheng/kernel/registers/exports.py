"""Write a register to a file, exactly as it is shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers.declare import Layout, Register
from faheng.kernel.registers.queries import Ask, RejectedLine, found
from faheng.kernel.registers.sheets import harmless

Cells = Sequence[str]


def export(
    register: Register,
    ask: Ask,
    viewer: Viewer,
    kind: str = "xlsx",
    layout: Layout | None = None,
) -> bytes:
    """Write everything that an ask finds, not only one page of it."""
    entries = found(register, ask, viewer).iterator(chunk_size=500)
    if layout is None:
        return WRITERS[kind](register.titles, map(register.show, entries))
    rows = (layout.writes(one, ask.on) for one in entries)
    return WRITERS[kind](layout.titles, rows)


def template(register: Register) -> bytes:
    """Write an empty sheet with the headings; what is required bears a star."""
    titles = [column.title + "*" * column.required for column in register.columns]
    return as_xlsx(titles, ())


def rejected_as_xlsx(lines: Iterable[RejectedLine]) -> bytes:
    """Write rows that were not taken in, so that they can be mended and sent again."""
    kept = list(lines)
    titles = [title for title, _ in kept[0].raw] if kept else []
    rows = (
        [
            *(dict(line.raw).get(title, "") for title in titles),
            str(line.line),
            line.reason,
        ]
        for line in kept
    )
    return as_xlsx([*titles, "原行号", "退回原因"], rows)


def as_xlsx(titles: Cells, rows: Iterable[Cells]) -> bytes:
    """Write a workbook whose every cell is a text, never a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in (titles, *rows):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=harmless(text))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_csv(titles: Cells, rows: Iterable[Cells]) -> bytes:
    """Write comma-separated text that spreadsheets open with the right letters."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    for row in (titles, *rows):
        writer.writerow([harmless(text) for text in row])
    return target.getvalue().encode("utf-8-sig")


WRITERS: dict[str, Callable[[Cells, Iterable[Cells]], bytes]] = {
    "xlsx": as_xlsx,
    "csv": as_csv,
}
"""Kinds of file that can be written."""
