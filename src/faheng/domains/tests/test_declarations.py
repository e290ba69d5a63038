"""Every procedure and paper of every domain is declared without a fault."""

from __future__ import annotations

import pytest

from faheng.kernel.documents.compose import omitted, unknown
from faheng.kernel.documents.declare import DOCUMENTS, Document
from faheng.kernel.procedures.checks import problems
from faheng.kernel.procedures.declare import PROCEDURES, Procedure

OURS = [p for p in PROCEDURES.values() if p.__module__.startswith("faheng.domains.")]
PAPERS = [d for d in DOCUMENTS.values() if d.__module__.startswith("faheng.domains.")]


@pytest.mark.parametrize("procedure", OURS, ids=lambda p: p.key)
def test_a_procedure_has_no_fault(procedure: type[Procedure]) -> None:
    assert problems(procedure) == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda d: d.key())
def test_a_template_prints_all_that_its_paper_must_state(
    paper: type[Document],
) -> None:
    assert omitted(paper) == []
    assert unknown(paper) == []


def test_lateness_of_an_opinion_or_a_decision_answers_the_listed_rule() -> None:
    terms = PROCEDURES["supervision.enforcement_supervision"].terms()
    watched = {term.key for term in terms.values() if term.watch == "SX-36"}
    assert watched == {"correcting", "executing"}
