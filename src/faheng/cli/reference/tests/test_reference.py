"""The reference pages say what the declarations say."""

from __future__ import annotations

from pathlib import Path

import pytest

from faheng.cli.reference.commands import PAGES, reference, stale
from faheng.kernel.procedures.declare import PROCEDURES

KEPT = Path(__file__).parents[5] / "docs" / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_current(name):
    """`faheng reference` writes it anew."""
    assert stale({KEPT / name: PAGES[name]()}) == []


def test_every_step_of_every_procedure_stands_on_the_page():
    page = PAGES["procedures.md"]()

    for procedure in PROCEDURES.values():
        for step in procedure.steps().values():
            assert f"`{step.key}`" in page


def test_a_changed_page_is_found(tmp_path):
    reference(into=tmp_path)
    (tmp_path / "roles.md").write_text("x", encoding="utf-8")

    with pytest.raises(Exception, match="1"):
        reference(check=True, into=tmp_path)
