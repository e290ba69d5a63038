"""Every procedure of enforcement is declared without a fault."""

from __future__ import annotations

import pytest

from faheng.kernel.documents.compose import omitted, unknown
from faheng.kernel.documents.declare import DOCUMENTS, Document
from faheng.kernel.procedures.checks import problems
from faheng.kernel.procedures.declare import PROCEDURES, Procedure

OURS = [p for key, p in PROCEDURES.items() if key.startswith("enforcement.")]
PAPERS = [d for d in DOCUMENTS.values() if ".domains.enforcement." in d.__module__]


@pytest.mark.parametrize("procedure", OURS, ids=lambda p: p.key)
def test_a_procedure_has_no_fault(procedure: type[Procedure]) -> None:
    assert problems(procedure) == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda d: d.key())
def test_a_template_prints_all_that_its_paper_must_state(
    paper: type[Document],
) -> None:
    assert omitted(paper) == []
    assert unknown(paper) == []
