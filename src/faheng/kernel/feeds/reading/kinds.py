"""Which kind of file it is, by its bytes rather than its name."""

from __future__ import annotations

from pathlib import Path, PurePath

from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.models import Format
from faheng.kernel.feeds.reading.lines import read_lines
from faheng.kernel.feeds.reading.parquet import read_parquet
from faheng.kernel.feeds.reading.raw import Raw, Reading
from faheng.kernel.feeds.reading.tables import read_csv
from faheng.kernel.feeds.reading.workbooks import read_workbook
from faheng.kernel.feeds.refusals import (
    EmptyFile,
    ParquetBroken,
    UnknownKind,
    WorkbookBroken,
)

_SUFFIXES = {
    ".csv": Format.CSV,
    ".txt": Format.CSV,
    ".tsv": Format.CSV,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".parquet": Format.PARQUET,
    ".xlsx": Format.XLSX,
}
_FOREIGN = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"Rar!", b"\x7fELF", b"MZ\x90")


def kind_of(path: Path, file_name: str) -> Format:
    """Tell the kind of a file.

    Raises:
        DeliveryRefused: it is none that can be read, or not what its name says.
    """
    named = _SUFFIXES.get(PurePath(file_name).suffix.lower())
    with path.open("rb") as file:
        start = file.read(512)
    if not start:
        raise EmptyFile
    if named is None or start.startswith(_FOREIGN):
        raise UnknownKind
    if named is Format.PARQUET and not start.startswith(b"PAR1"):
        raise ParquetBroken
    if named is Format.XLSX and not start.startswith(b"PK\x03\x04"):
        raise WorkbookBroken
    if named in {Format.CSV, Format.JSONL} and start.startswith((
        b"PAR1",
        b"PK\x03\x04",
    )):
        raise UnknownKind
    return named


def read(kind: Format, reading: Reading, feed: type[Feed]) -> Raw:
    """Bring a file into the table of texts."""
    if kind is Format.JSONL:
        return read_lines(reading, feed)
    readers = {
        Format.CSV: read_csv,
        Format.PARQUET: read_parquet,
        Format.XLSX: read_workbook,
    }
    return readers[kind](reading)
