"""The yearly audit: decisions of a year computed again from what they rested on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Outcome, canonical
from faheng.domains.enforcement.discretion.proposal.run import (
    propose,
    reckon,
    replay,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable

SAMPLE = 1_000
"""Of so many decisions one is taken through every step and replayed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A decision that does not come out as it was made."""

    number: str
    decided_fen: int
    computed_fen: int | None
    reason: str = ""


def recompute(lines: Iterable[str], sample: int = SAMPLE) -> list[Difference]:
    """Compute decisions again; give those that come out otherwise.

    Every decision is computed up to its amount. Of some, every step is taken and
    replayed: the amount must be the same, and the rows the same bytes.

    Args:
        lines: one JSON object a line: number, asked (as the engine was asked),
            fine_fen (as it was decided), and where known outcome.
        sample: of so many decisions one is taken through every step.
    """
    found = []
    for place, line in enumerate(lines):
        decision = json.loads(line, parse_float=Decimal)
        number, decided = str(decision["number"]), decision["fine_fen"]
        try:
            outcome, computed = reckon(decision["asked"])
            whole = place % sample == 0
            reason = _replayed(decision["asked"], outcome, computed) if whole else ""
        except Unanswerable as refusal:
            found.append(Difference(number, decided, None, str(refusal)))
            continue
        wanted = decision.get("outcome")
        if wanted is not None and wanted != outcome.value:
            reason = f"决定时是{Outcome(wanted).label}，现在算得{outcome.label}"
        if computed != decided or reason:
            found.append(Difference(number, decided, computed, reason))
    return found


def _replayed(asked: Mapping[str, Any], outcome: Outcome, fine: int) -> str:
    """Take every step and replay it; say what differs, or nothing."""
    proposal = propose(asked)
    if (proposal.outcome, proposal.fine_fen) != (outcome, fine):
        return "全部步骤算得的数额与只算到数额的不同"
    if canonical(replay(proposal.rows)) != canonical(proposal.rows):
        return "步骤重算的结果不是同样的字节"
    return ""
