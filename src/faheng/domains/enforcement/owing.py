"""What a decision imposed, what came in, and what is still owed."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.files.choices import PayFor
from faheng.domains.enforcement.files.deferral import Instalment
from faheng.domains.enforcement.frame import PenaltyFrame
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.rows.execution import RemedyEnd
from faheng.domains.enforcement.rows.outcome import PenaltyItem, ProposedPenalty
from faheng.domains.enforcement.rows.reading import (
    accrued,
    fine_of,
    grown,
    latest,
    paid,
    sum_of,
)
from faheng.kernel.clocks.compute import compute
from faheng.kernel.clocks.declare import MONTHS
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.clocks.regimes import PLAIN

COURT_MONTHS = 3


def proposal(s: Any) -> list[ProposedPenalty]:
    """Return what the organ intends, as it was put last."""
    return latest(s, ProposedPenalty)


def imposed(s: Any) -> list[PenaltyItem]:
    """Return what was put to the head, or decided."""
    return latest(s, PenaltyItem)


def due_on(s: Any) -> date | None:
    """Return the last day for paying the fine."""
    clock = s.clock(PenaltyFrame.paying)
    return clock.due_on if clock else None


def surcharge_grown(s: Any) -> int:
    """Return the surcharge by the situation's day, before any was forgiven."""
    return grown(s, fine_of(imposed(s)), due_on(s))


def surcharge_now(s: Any) -> int:
    """Return the surcharge that has accrued by the situation's day."""
    return accrued(s, fine_of(imposed(s)), due_on(s))


def owed(s: Any) -> dict[str, int]:
    """Return what is still owed, by what it is owed for, in fen."""
    rows = imposed(s)
    asked = {
        PayFor.FINE: fine_of(rows),
        PayFor.GAINS: sum_of(rows, PenaltyKind.CONFISCATE_GAINS),
        PayFor.SURCHARGE: surcharge_now(s),
    }
    return {str(k): max(v - paid(s, k), 0) for k, v in asked.items()}


def court_window(s: Any) -> tuple[date, date] | None:
    """Return the first and the last day on which a court may be asked.

    Three months from the end of the time for a suit, or from the last day of a
    deferral where that is later (行政处罚法 art. 72, para. 2).
    """
    clocks = [s.clock(PenaltyFrame.suing), s.clock(PenaltyFrame.reconsidering)]
    ends = [clock.due_on for clock in clocks if clock]
    ends += [row.due_on for row in s.rows(Instalment)]
    ends += [row.ended_on for row in s.rows(RemedyEnd)]
    if not ends:
        return None
    last = compute(
        regime=PLAIN,
        unit=MONTHS,
        length=COURT_MONTHS,
        start_on=max(ends),
        calendar=calendar(),
    )
    return max(ends), last.due_on
