"""A whole proposal as one of the questions."""

from __future__ import annotations

import json

from faheng.domains.enforcement.discretion.answers import answer
from faheng.domains.enforcement.discretion.proposal.tests.invented import case


def test_a_proposal_is_a_question_among_the_others() -> None:
    answered = answer(case(id="p", kind="proposal", what_if=True))
    assert answered["id"] == "p"
    assert answered["fine_fen"]
    assert len(answered["steps"]) == 14
    json.dumps(answered)
    wrong = answer(case(id="p", kind="proposal", party="robot"))
    assert wrong["error"]["field"] == "party"
