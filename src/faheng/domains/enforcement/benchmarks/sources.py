"""A folder, or a workbook, of benchmarks: which files belong to which document."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from faheng.domains.enforcement.benchmarks import guangdong, jiangmen, nopenalty
from faheng.domains.enforcement.benchmarks.drafts import (
    DraftBenchmark,
    DraftList,
    Line,
)
from faheng.domains.enforcement.benchmarks.rules import count_edges, read_rules

DOCUMENTS = "documents"
SECTIONS, WEIGHTS, RANGES, RULES = "_sections", "_weights", "_ranges", "_rules"
STANDARD = {"violation", "standard", "circumstances"}
LISTED = {"violation", "provision", "conditions"}
_ROWS = re.compile(r"(\d+) (?:rows|行)")


class SourceUnread(Exception):
    """文件读不出来。"""


@dataclass(slots=True)
class Gathered:
    """Everything that a folder holds.

    Attributes:
        ignored: names of tables that are of no known form.
    """

    benchmarks: list[DraftBenchmark] = field(default_factory=list)
    lists: list[DraftList] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def gather(path: Path) -> Gathered:
    """Read a folder of CSV files, or a workbook whose sheets are named like them."""
    tables = _workbook(path) if path.suffix.lower() == ".xlsx" else _folder(path)
    documents = tables.pop(DOCUMENTS, [])
    found = Gathered()
    for name in sorted(tables):
        lines = tables[name]
        headings = set(lines[0].cells) if lines else set()
        if name.endswith(SECTIONS):
            prefix = name.removesuffix(SECTIONS)
            found.benchmarks.append(_sections(prefix, tables, documents))
        elif headings >= STANDARD:
            draft = _benchmark(name, len(lines), documents)
            draft.violations = jiangmen.read(lines)
            found.benchmarks.append(draft)
        elif headings >= LISTED:
            found.lists.append(nopenalty.read(_list(name, lines, documents), lines))
        elif not name.endswith((WEIGHTS, RANGES, RULES)):
            found.ignored.append(name)
    return found


def _folder(folder: Path) -> dict[str, list[Line]]:
    if not folder.is_dir():
        raise SourceUnread(f"{folder} 不是文件夹，也不是 xlsx")
    return {path.stem: _csv(path) for path in sorted(folder.glob("*.csv"))}


def _csv(path: Path) -> list[Line]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            return [
                Line(
                    path.name, rows.line_num, {k: v or "" for k, v in row.items() if k}
                )
                for row in rows
            ]
    except (UnicodeDecodeError, csv.Error) as problem:
        raise SourceUnread(f"{path.name} 读不出来：{problem}") from problem


def _workbook(path: Path) -> dict[str, list[Line]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError) as problem:
        raise SourceUnread(f"{path.name} 读不出来：{problem}") from problem
    found = {}
    for sheet in book.worksheets:
        rows = [[_text(cell) for cell in row] for row in sheet.values]
        headings = rows[0] if rows else []
        found[sheet.title] = [
            Line(
                f"{path.name}·{sheet.title}", n, dict(zip(headings, row, strict=False))
            )
            for n, row in enumerate(rows[1:], 2)
            if any(row)
        ]
    book.close()
    return found


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _sections(
    prefix: str, tables: Mapping[str, list[Line]], documents: Sequence[Line]
) -> DraftBenchmark:
    sections = tables[prefix + SECTIONS]
    draft = _benchmark(prefix, len(sections), documents)
    draft.violations = guangdong.read(
        sections, tables.get(prefix + WEIGHTS, []), tables.get(prefix + RANGES, [])
    )
    draft.texts = [dict(line.cells) for line in tables.get(prefix + RULES, [])]
    draft.rules = read_rules(draft.texts)
    count_edges(draft.violations, draft.rules)
    return draft


def _document(name: str, rows: int, documents: Sequence[Line]) -> Line | None:
    """Find the document a table is held from: by its name, else by its row count."""
    named = [line for line in documents if f"{name}_" in line["held"]]
    counted = [
        line
        for line in documents
        if (found := _ROWS.search(line["held"])) and int(found[1]) == rows
    ]
    return next(iter(named or counted), None)


def _benchmark(name: str, rows: int, documents: Sequence[Line]) -> DraftBenchmark:
    line = _document(name, rows, documents)
    if line is None:
        return DraftBenchmark(title=name)
    return DraftBenchmark(
        title=line["title"],
        issuer=line["issuer"],
        doc_no=line["doc_no"],
        issued=line["issued"],
        valid_from=day(line["effective"]),
        valid_until=day(line["valid_until"]),
        published_on=day(line["published"]),
        published_url=line["url"],
    )


def _list(name: str, lines: Sequence[Line], documents: Sequence[Line]) -> DraftList:
    line = _document(name, len(lines), documents)
    if line is None:
        return DraftList(title=name, kind="no_penalty")
    return DraftList(
        title=line["title"],
        kind=line["kind"] or "no_penalty",
        issuer=line["issuer"],
        doc_no=line["doc_no"],
        valid_from=day(line["effective"]),
        valid_until=day(line["valid_until"]),
        published_on=day(line["published"]),
        published_url=line["url"],
    )


def day(text: str) -> date | None:
    """Read a whole date; a year alone is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
