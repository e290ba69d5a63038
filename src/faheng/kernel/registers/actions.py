"""Take rows into a register: from a file, or one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from faheng.kernel.parties.declare import Level, Role
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import Refused
from faheng.kernel.registers.declare import Layout, Register, Row
from faheng.kernel.registers.entries import Outcome, Writing, parse_row, put
from faheng.kernel.registers.models import DatedEntry, ImportBatch, RejectedRow
from faheng.kernel.registers.refusals import (
    Empty,
    HeadingsMissing,
    HeadingTwice,
    NotKeeper,
    RowRefused,
)
from faheng.kernel.registers.sheets import Line, Upload, lines_of

_HEADING_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that was taken in, what became of it, and what could not be told."""

    line: int
    outcome: Outcome
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken in, as it stood, and why."""

    line: int
    raw: Mapping[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a file.

    Attributes:
        batch_id: the batch kept; none after a rehearsal.
        ignored: headings that the register does not know.
    """

    batch_id: int | None
    accepted: tuple[Accepted, ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file with its headings found."""

    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    ignored: tuple[str, ...]
    layout: Layout | None = None

    def read(self, raw: dict[str, str], on: date) -> dict[str, str]:
        """Set the cells of a row under the register's own headings."""
        return raw if self.layout is None else self.layout.reads(raw, on)

    def raw(self, cells: tuple[str, ...]) -> dict[str, str]:
        """Set the cells of a line under their headings."""
        padded = cells + ("",) * (len(self.titles) - len(cells))
        return {t: c for t, c in zip(self.titles, padded, strict=False) if t}


def import_rows(
    register: Register, upload: Upload, *, writing: Writing, dry_run: bool = False
) -> ImportResult:
    """Take a file into a register, each row wholly or not at all.

    The batch is one transaction: after a crash nothing of it is there. A
    rehearsal does everything and then leaves nothing behind.

    Args:
        register: the list.
        upload: the file.
        writing: by whom, when, and the reason should a row correct an entry.
        dry_run: whether to rehearse only.

    Raises:
        FileRefused: the file as a whole cannot be read.
        NotKeeper: the person keeps no register.
    """
    if not (writing.by.is_system or writing.by.holds(Role.ADMINISTRATOR)):
        raise NotKeeper
    sheet = headed(register, lines_of(upload))
    with transaction.atomic():
        accepted: list[Accepted] = []
        rejected: list[Rejected] = []
        for line, cells in sheet.lines:
            raw = sheet.raw(cells)
            try:
                own = sheet.read(raw, writing.on)
                outcome = put_raw(register, own, writing)
                notes = _notes(register, own, writing) if dry_run else ()
                accepted.append(Accepted(line, outcome, notes))
            except RowRefused as refusal:
                rejected.append(Rejected(line, raw, str(refusal)))
        batch = _keep(register, upload, (accepted, rejected), writing)
        if dry_run:
            transaction.set_rollback(True)
    return ImportResult(
        None if dry_run else batch.pk, tuple(accepted), tuple(rejected), sheet.ignored
    )


def _notes(
    register: Register, raw: Mapping[str, str], writing: Writing
) -> tuple[str, ...]:
    if register.notes is None:
        return ()
    return tuple(register.notes(parse_row(register, raw, writing.on)))


def put_raw(register: Register, raw: Mapping[str, str], writing: Writing) -> Outcome:
    """Take one row in, its cells given by heading.

    Raises:
        RowRefused: with every reason.
    """
    row = parse_row(register, raw, writing.on)
    if not keeps(register, row, writing.by):
        reason = "该条目不在您维护的区域内"
        raise RowRefused(reason)
    try:
        with transaction.atomic():
            return put(register, row, writing)
    except Refused as refusal:
        raise RowRefused(str(refusal)) from refusal
    except (IntegrityError, DataError) as error:
        reason = "与已有条目冲突，或数值超出范围"
        raise RowRefused(reason) from error


@transaction.atomic
def close(register: Register, code: str, last_on: date, *, writing: Writing) -> None:
    """End the entry in force with a day.

    Raises:
        RowRefused: nothing of that code is in force, or the day lies before it.
    """
    model = register.model
    if not issubclass(model, DatedEntry):
        raise NotKeeper
    entry = (
        model.objects
        .select_for_update()
        .filter(code=code, valid_until__isnull=True)
        .first()
    )
    if entry is None or last_on < entry.valid_from:
        reason = "没有可截止的有效条目，或失效日期早于生效日期"
        raise RowRefused(reason)
    held = {
        c.field: getattr(entry, c.field) for c in register.columns if not c.is_child
    }
    if not keeps(register, held, writing.by):
        raise NotKeeper
    entry.valid_until = last_on
    entry.save(update_fields=["valid_until"])


def keeps(register: Register, row: Row, by: Viewer) -> bool:
    """Tell whether a person keeps an entry: its organ's division, or the city's."""
    if by.is_system:
        return True
    division: Division | None = row.get("division")
    organ: Organ | None = register.organ_of(row)
    if organ is not None:
        division = organ.division
    if division is not None:
        return by.administers(division.path)
    return Division.objects.filter(
        level__in=(Level.PROVINCE, Level.CITY), path__in=by.administered_paths
    ).exists()


def headed(register: Register, lines: list[Line]) -> Sheet:
    """Find the headings among the first lines, and check them."""
    wanted = set(register.titles)
    for place, (_, cells) in enumerate(lines[:_HEADING_WITHIN]):
        titles = tuple(cell.rstrip("*").strip() for cell in cells)
        for layout in register.layouts:
            if set(layout.required) <= set(titles):
                return _laid_out(layout, titles, lines[place + 1 :])
        if wanted & set(titles):
            return _sheet(register, titles, lines[place + 1 :])
    raise HeadingsMissing


def _laid_out(layout: Layout, titles: tuple[str, ...], lines: list[Line]) -> Sheet:
    known = [title for title in titles if title in layout.titles]
    if len(known) > len(set(known)):
        raise HeadingTwice
    if not lines:
        raise Empty
    ignored = tuple(title for title in titles if title and title not in known)
    return Sheet(titles, tuple(lines), ignored, layout)


def _sheet(register: Register, titles: tuple[str, ...], lines: list[Line]) -> Sheet:
    known = [title for title in titles if title in register.titles]
    if len(known) > len(set(known)):
        raise HeadingTwice
    required = [column.title for column in register.columns if column.required]
    missing = [title for title in required if title not in known]
    if missing:
        message = f"表头缺少：{'、'.join(missing)}。请下载模板对照。"
        raise HeadingsMissing(message)
    if not lines:
        raise Empty
    ignored = tuple(title for title in titles if title and title not in known)
    return Sheet(titles, tuple(lines), ignored)


def _keep(
    register: Register,
    upload: Upload,
    found: tuple[list[Accepted], list[Rejected]],
    writing: Writing,
) -> ImportBatch:
    accepted, rejected = found
    batch = ImportBatch.objects.create(
        register=register.key,
        file_name=upload.name[-200:],
        sha256=hashlib.sha256(upload.content).hexdigest(),
        recorded_at=writing.at,
        recorded_by_id=writing.by.person_id,
        accepted=len(accepted),
        rejected=len(rejected),
    )
    RejectedRow.objects.bulk_create(
        RejectedRow(batch=batch, line=row.line, raw=dict(row.raw), reason=row.reason)
        for row in rejected
    )
    return batch


def writing(by: Viewer, at: datetime, reason: str = "") -> Writing:
    """Say by whom, when and why; the day is the moment's local one."""
    return Writing(by, at, timezone.localtime(at).date(), reason)
