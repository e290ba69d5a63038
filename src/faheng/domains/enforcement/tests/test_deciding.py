"""What a decision leaves behind: like cases, and the use of a list."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.benchmarks import queries
from faheng.domains.enforcement.benchmarks.models import (
    DiscretionList,
    ListEntry,
    ListUse,
)
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.tests.invented import case
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.rows.weighing import DecidedFine
from faheng.domains.enforcement.tests.cast import RECORDED, SINCE, build
from faheng.domains.enforcement.tests.scenario import play, read
from faheng.domains.enforcement.tests.script import FOLDER
from faheng.domains.enforcement.weighing.sparing import used_lists, without_lists

ITEM = "擅自倾倒建筑垃圾"
NAMED = "适用的不予处罚清单条目"
WAIVED = "决定不予行政处罚"


def entry(kind: str, article: str) -> ListEntry:
    """A list with one entry for the item that most scenarios are about."""
    listed = DiscretionList.objects.create(
        code=f"某清单/{kind}",
        title="某清单",
        kind=kind,
        valid_from=SINCE,
        published_on=SINCE,
        recorded_at=RECORDED,
        field="city",
    )
    item = EnforcementItem.objects.get(name=ITEM)
    return ListEntry.objects.create(
        on_list=listed,
        number="1",
        violation="某行为",
        when={"fact": "removed_harm"},
        article=article,
        item_code=item.code,
    )


def spared(**more: Any) -> dict[str, Any]:
    script = copy.deepcopy(dict(read(FOLDER / "不予处罚_首违不罚.yaml")))
    for line in script["经过"]:
        if line["步骤"] == WAIVED and "不予办理" not in line:
            line["填写"][NAMED] = "1 某行为"
            line |= more
    return script


@pytest.mark.django_db
def test_a_case_that_a_list_spares_counts_as_a_use_of_it() -> None:
    cast = build()
    used = entry("no_penalty", "33(1)b")
    play(spared(), cast)
    use = ListUse.objects.get()
    assert (use.entry, use.waived_fen) == (used, 100_000)
    assert use.organ == use.case.organ
    (told,) = queries.uses(date(2026, 1, 1), date(2026, 12, 31))
    assert (told.uses, told.waived_fen) == (1, 100_000)


@pytest.mark.django_db
def test_an_entry_of_the_other_sentence_of_the_article_is_refused() -> None:
    cast = build()
    entry("no_penalty", "33(1)a")
    script = spared(不予办理="所选清单条目与不予处罚情形一致")
    at = next(n for n, line in enumerate(script["经过"]) if NAMED in line["填写"])
    play(script | {"经过": script["经过"][: at + 1], "结果": {}}, cast)
    assert not ListUse.objects.exists()


def test_what_a_list_eased_is_computed_without_it() -> None:
    eased = {
        "id": "L#1",
        "kind": "mitigated",
        "article": "32",
        "when": {"fact": "asked"},
        "from": "2020-01-01",
        "until": None,
    }
    asked = case(lists=[eased], facts={"asked": True})
    rows = {row["step"]: row for row in propose(asked).rows}
    assert used_lists(rows) == ["L#1"]
    assert without_lists(rows) == propose(case()).fine_fen
    plain = {row["step"]: row for row in propose(case()).rows}
    assert used_lists(plain) == []


@pytest.mark.django_db
def test_a_fine_on_the_spot_is_noted_for_like_cases() -> None:
    play(read(FOLDER / "当场处罚_占道经营.yaml"), build())
    noted = DecidedFine.objects.get()
    assert noted.fine == 100_00
    assert noted.decided_on == date(2026, 3, 11)
    assert noted.tier == ""
