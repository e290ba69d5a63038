"""Reading the rows of a case: the latest set, sums, and what is still owed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from faheng.domains.enforcement.files.choices import PayFor
from faheng.domains.enforcement.files.deferral import Instalment, InstalmentPayment
from faheng.domains.enforcement.kinds import PenaltyKind, Subject
from faheng.domains.enforcement.rows.execution import Payment, RemedyCase
from faheng.domains.enforcement.rows.outcome import (
    Imposed,
    PenaltyItem,
    ProposedPenalty,
)
from faheng.domains.enforcement.surcharge import Due, Paid, Span, surcharge
from faheng.domains.enforcement.thresholds import Place, Sanction
from faheng.kernel.cases.models import CaseRow
from faheng.kernel.parties.declare import PartyKind

_Row = TypeVar("_Row", bound=CaseRow)
_MONEY = {PenaltyKind.FINE, PenaltyKind.CONFISCATE_GAINS}


def latest(s: Any, model: type[_Row]) -> list[_Row]:
    """Return the rows that the last act of their kind gave; earlier sets are past."""
    rows: list[_Row] = s.rows(model)
    return [row for row in rows if row.act_id == rows[-1].act_id]


def at_stake(s: Any) -> list[Imposed]:
    """Return what was put forward last: intended, or put to the head."""
    intended, put = latest(s, ProposedPenalty), latest(s, PenaltyItem)
    newer = bool(put) and (not intended or put[0].act_id > intended[0].act_id)
    return [*put] if newer else [*intended]


def sum_of(rows: Sequence[Imposed], kind: PenaltyKind) -> int:
    """Add up the amounts of one kind of penalty."""
    return sum(row.amount or 0 for row in rows if row.kind == kind)


def fine_of(rows: Sequence[Imposed]) -> int:
    """Return the fine among penalties, 0 for none."""
    return sum_of(rows, PenaltyKind.FINE)


def is_heavier(now: Sequence[Imposed], before: Sequence[Imposed]) -> bool:
    """Tell whether penalties are heavier than others: a kind more, or more money."""
    kinds, known = {row.kind for row in now}, {row.kind for row in before}
    worst = max((row.severity for row in before), default=-1)
    graver = any(row.severity > worst for row in now)
    added = len(kinds - known) > 0 and len(kinds) > len(known)
    dearer = any(sum_of(now, kind) > sum_of(before, kind) for kind in _MONEY & kinds)
    return graver or added or dearer


def sanction(s: Any, rows: Sequence[Imposed], *, was_heard: bool = False) -> Sanction:
    """Put penalties as the thresholds ask about them.

    An individual business counts as a citizen: the lower amounts protect it.
    """
    organisation = s.party is not None and s.party.kind == PartyKind.ORGANISATION
    return Sanction(
        subject=Subject.ORGANISATION if organisation else Subject.CITIZEN,
        fine=fine_of(rows),
        gains=sum_of(rows, PenaltyKind.CONFISCATE_GAINS),
        goods=sum_of(rows, PenaltyKind.CONFISCATE_GOODS),
        kinds=frozenset(PenaltyKind(row.kind) for row in rows),
        is_complex=s.main.is_complex,
        is_major=s.main.is_complex,
        touches_public_interest=s.main.public_interest,
        was_heard=was_heard,
    )


def place(s: Any) -> Place:
    """Return where and in which field the case is decided."""
    field = s.main.item.field if s.main.item else ""
    return Place(s.organ.division.path, field)


def paid(s: Any, pay_for: PayFor) -> int:
    """Add up what came in for something."""
    own = sum(int(r.amount) for r in s.rows(Payment) if r.pay_for == pay_for)
    split = s.rows(InstalmentPayment) if pay_for == PayFor.FINE else []
    return own + sum(int(row.amount) for row in split)


def payments(s: Any) -> list[Paid]:
    """Return what came in for the fine, by day."""
    own = [r for r in s.rows(Payment) if r.pay_for == PayFor.FINE]
    return [Paid(r.paid_on, r.amount) for r in (*own, *s.rows(InstalmentPayment))]


def dues(s: Any, fine: int, due_on: Any) -> list[Due]:
    """Return when the fine is due: by the instalments, or all at once."""
    split = latest(s, Instalment)
    if split:
        return [Due(row.due_on, row.amount) for row in split]
    return [Due(due_on, fine)] if due_on and fine else []


def contested(s: Any) -> list[Span]:
    """Return the days of reconsideration and suit, which bear no surcharge."""
    return [
        Span(row.accepted_on, end.ended_on if end else None)
        for row in s.rows(RemedyCase)
        for end in [row.ends.first()]
    ]


def grown(s: Any, fine: int, due_on: Any) -> int:
    """Compute the surcharge up to the situation's day, before any was forgiven."""
    return surcharge(dues(s, fine, due_on), payments(s), s.on, contested(s))


def accrued(s: Any, fine: int, due_on: Any) -> int:
    """Compute the surcharge up to the situation's day, less what was forgiven."""
    return max(grown(s, fine, due_on) - (s.main.relief or 0), 0)
