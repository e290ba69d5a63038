"""Read a row's cells, and set it among the versions of its code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError

from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers.columns import BadCell, Column, Reference, parse_day
from faheng.kernel.registers.declare import Register, Row
from faheng.kernel.registers.models import Correction, DatedEntry
from faheng.kernel.registers.refusals import RowRefused

_END_OF_TIME = date.max


class Outcome(Enum):
    """What became of a row that was taken in."""

    NEW = "新增"
    CLOSES = "新增并截止前一条"
    CORRECTS = "更正"
    UNCHANGED = "无变化"


@dataclass(frozen=True, slots=True)
class Writing:
    """By whom, when and why entries are written."""

    by: Viewer
    at: datetime
    on: date
    reason: str = ""


def parse_row(register: Register, raw: Mapping[str, str], on: date) -> Row:
    """Read the cells of a row, gathering everything that is wrong with it."""
    reasons: list[str] = []
    day = _first_day(register, raw, on)
    row = {
        column.field: _parse_cell(column, raw.get(column.title, ""), day, reasons)
        for column in register.columns
    }
    if not reasons:
        reasons += _reversed(register, row)
    if not reasons and register.check is not None:
        reasons += [problem] if (problem := register.check(row)) else []
    if reasons:
        raise RowRefused(*reasons)
    return row


def put(register: Register, row: Row, writing: Writing) -> Outcome:
    """Set a row among the versions of its code."""
    if register.writer is not None:
        register.writer(row, writing.by, writing.at)
        return Outcome.NEW
    model = register.model
    if not issubclass(model, DatedEntry):
        message = f"{register.key} needs a writer"
        raise TypeError(message)
    code = register.code_of(row)
    # Locked, so that two imports cannot both find the place free.
    versions = list(
        model.objects.select_for_update().filter(code=code).order_by("valid_from")
    )
    first: date = row["valid_from"]
    same = next((v for v in versions if v.valid_from == first), None)
    _must_not_overlap(row, [v for v in versions if v is not same])
    if same is not None:
        return _correct(register, same, row, writing)
    former = next(
        (v for v in versions if v.valid_until is None and v.valid_from < first), None
    )
    if former is not None:
        former.valid_until = first - timedelta(days=1)
        former.save(update_fields=["valid_until"])
    links: dict[str, Any] = {"replaces": former}
    entry = model(code=code, recorded_at=writing.at, **links)
    _fill(register, entry, row)
    return Outcome.NEW if former is None else Outcome.CLOSES


def _must_not_overlap(row: Row, others: list[DatedEntry]) -> None:
    first, last = row["valid_from"], row["valid_until"] or _END_OF_TIME
    for other in others:
        # An open entry that began earlier is closed by the later one instead.
        if other.valid_until is None and other.valid_from < first:
            continue
        if other.valid_from <= last and first <= (other.valid_until or _END_OF_TIME):
            reason = f"与{other.valid_from}起生效的同代码条目日期重叠"
            raise RowRefused(reason)


def _correct(
    register: Register, entry: DatedEntry, row: Row, writing: Writing
) -> Outcome:
    before = register.show(entry)
    wanted = tuple(_shown(column, row[column.field]) for column in register.columns)
    if before == wanted:
        return Outcome.UNCHANGED
    if not writing.reason.strip():
        reason = "同代码、同生效日期的条目已存在且内容不同，更正须填写更正原因"
        raise RowRefused(reason)
    Correction.objects.create(
        register=register.key,
        code=entry.code,
        entry_id=entry.pk,
        before=dict(zip(register.titles, before, strict=True)),
        reason=writing.reason,
        recorded_at=writing.at,
        recorded_by_id=writing.by.person_id,
    )
    _fill(register, entry, row)
    return Outcome.CORRECTS


def _fill(register: Register, entry: DatedEntry, row: Row) -> None:
    children = [column for column in register.columns if column.is_child]
    for column in register.columns:
        if not column.is_child:
            setattr(entry, column.field, row[column.field])
    # Rows referred to were looked up when the cell was read.
    links = {c.field for c in register.columns if isinstance(c, Reference)}
    try:
        entry.clean_fields(exclude=links | {"replaces"})
    except ValidationError as error:
        raise RowRefused(*_told(register, error)) from error
    entry.save()
    for column in children:
        column.write(entry, row[column.field])


def _told(register: Register, error: ValidationError) -> list[str]:
    titles = {column.field: column.title for column in register.columns}
    return [
        f"{titles.get(field, field)}：{''.join(messages)}"
        for field, messages in error.message_dict.items()
    ]


def _shown(column: Column, value: Any) -> str:
    return column.show_all(value) if column.is_child else column.show(value)


def _first_day(register: Register, raw: Mapping[str, str], on: date) -> date:
    if not register.from_field:
        return on
    try:
        return parse_day(raw.get(register.column(register.from_field).title, ""))
    except BadCell:
        return on


def _parse_cell(column: Column, text: str, day: date, reasons: list[str]) -> Any:
    if not text.strip():
        if column.required:
            reasons.append(f"{column.title}不能为空")
        return column.blank()
    try:
        return column.parse(text.strip(), day)
    except BadCell as error:
        reasons.append(f"{column.title}：{error}")
    return None


def _reversed(register: Register, row: Row) -> list[str]:
    first, last = row.get(register.from_field), row.get(register.until_field)
    if first is None or last is None or last >= first:
        return []
    title = register.column(register.until_field).title
    return [f"{title}早于{register.column(register.from_field).title}"]
