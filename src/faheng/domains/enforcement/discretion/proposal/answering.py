"""The question `proposal`: a whole case in, the proposal with its rows out."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.what_if import what_if
from faheng.domains.enforcement.discretion.reading import Given
from faheng.domains.enforcement.discretion.trace import Trace, plain


def answer_proposal(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer what the engine proposes, and what would change it where that is asked."""
    proposal = propose(given.values)
    trace.steps.extend(plain(row) for row in proposal.rows)
    answered = proposal.answer()
    if given.values.get("what_if") is True:
        changes = what_if(given.values, proposal)
        answered["what_if"] = [asdict(one) for one in changes]
    return answered
