"""The yearly audit: decisions of a year computed again from what they rested on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.reading import Unanswerable


@dataclass(frozen=True, slots=True)
class Difference:
    """A decision that does not come out as it was made."""

    number: str
    decided_fen: int
    computed_fen: int | None
    reason: str = ""


def recompute(lines: Iterable[str]) -> list[Difference]:
    """Compute decisions again; give those that come out otherwise.

    Args:
        lines: one JSON object a line: number, asked (as the engine was asked), and
            fine_fen (as it was decided).
    """
    found = []
    for line in lines:
        decision = json.loads(line, parse_float=Decimal)
        number, decided = str(decision["number"]), decision["fine_fen"]
        try:
            computed = propose(decision["asked"]).fine_fen
        except Unanswerable as refusal:
            found.append(Difference(number, decided, None, str(refusal)))
            continue
        if computed != decided:
            found.append(Difference(number, decided, computed))
    return found
