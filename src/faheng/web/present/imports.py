"""What became of a file read into a register, in words and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.pages.names import titled
from faheng.kernel.parties.declare import Role
from faheng.kernel.registers.actions import ImportResult, Rejected
from faheng.kernel.registers.columns import (
    Choice,
    Column,
    CreditCode,
    Day,
    Number,
    Reference,
    YesNo,
    Yuan,
)
from faheng.kernel.registers.declare import Register
from faheng.kernel.registers.models import ImportBatch
from faheng.kernel.registers.queries import RejectedLine

HOW: tuple[tuple[type[Column], Promise], ...] = (
    (Yuan, gettext_lazy("金额，写元，可写万元")),
    (Number, gettext_lazy("整数")),
    (Day, gettext_lazy("日期，如 2026-05-01")),
    (YesNo, gettext_lazy("是 或 否")),
    (CreditCode, gettext_lazy("18 位，校验位要对")),
)


@dataclass(frozen=True)
class Heading:
    """A column of the file: its heading, whether it must be filled, and how."""

    title: str
    required: bool
    how: str


@dataclass(frozen=True)
class Batch:
    """One file that was read in; `url` where the reader brought it."""

    pk: int
    file_name: str
    at: datetime
    by: str
    accepted: int
    rejected: int
    sha256: str
    url: str


@dataclass(frozen=True)
class Line:
    """A row that was not taken in: its cells as they stood, and why."""

    line: int
    pairs: tuple[tuple[str, str], ...]
    reason: str


def lines(rows: Sequence[Rejected | RejectedLine]) -> tuple[Line, ...]:
    """Show rows that were not taken in."""
    return tuple(
        Line(row.line, tuple(dict(row.raw).items()), row.reason) for row in rows
    )


def columns(register: Register) -> tuple[Heading, ...]:
    """Tell how each column of a file is filled in."""
    return tuple(
        Heading(titled(column), column.required, _how(column))
        for column in register.columns
    )


def _how(column: Column) -> str:
    if isinstance(column, Choice):
        return "、".join(title for _, title in column.choices)
    if isinstance(column, Reference):
        return gettext("另一份名录里的代码")
    found = (str(how) for kind, how in HOW if isinstance(column, kind))
    return next(found, gettext("文字"))


def outcomes(found: ImportResult) -> tuple[tuple[str, int], ...]:
    """Count the rows taken in by what became of them."""
    counted = Counter(row.outcome for row in found.accepted)
    return tuple((outcome.value, n) for outcome, n in counted.items())


def said(found: ImportResult) -> str:
    """Say in one sentence what an import did."""
    lost = (
        gettext("，退回 %(rejected)s 行") % {"rejected": len(found.rejected)}
        if found.rejected
        else ""
    )
    return gettext("导入了 %(accepted)s 行%(lost)s。") % {
        "accepted": len(found.accepted),
        "lost": lost,
    }


def batch(row: ImportBatch, person_id: int | None) -> Batch:
    """Show a batch; its rows open to whoever brought it."""
    by = row.recorded_by.name if row.recorded_by else titled(Role.SYSTEM)
    own = row.recorded_by_id is not None and row.recorded_by_id == person_id
    url = reverse("register_batch", args=[row.register, row.pk]) if own else ""
    return Batch(
        row.pk,
        row.file_name,
        row.recorded_at,
        by,
        row.accepted,
        row.rejected,
        row.sha256,
        url,
    )
