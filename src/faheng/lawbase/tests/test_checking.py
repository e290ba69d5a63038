"""Looking up many provisions, and what a text that is no statute cites."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from faheng.lawbase import actions
from faheng.lawbase.models import TargetOutcome, Version, Work
from faheng.lawbase.queries import Checked, Reference, check, cited_in

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
KITES = """# 中华人民共和国风筝法

（2010年1月5日第一届风筝大会通过）

第一条　放风筝应当避开电线。

线断的，应当找回。

第二条　有下列情形之一的，处五十元罚款：
（一）不避开电线的；
（二）不找回的。

第三条　本法自2010年3月1日起施行。
"""
TODAY = date(2026, 11, 1)


@pytest.fixture
def kites(tmp_path: Path) -> Version:
    file = tmp_path / "kites.md"
    file.write_text(KITES, encoding="utf-8")
    actions.import_paths([file], actions.Import(AT))
    return Version.objects.get()


def outcome(*place: int, law: str = "风筝法", on: date = TODAY) -> TargetOutcome:
    one = Reference(law, *place)
    return check([one], on)[one].outcome


def test_a_provision_is_there_or_not_in_the_text_of_the_day(kites: Version) -> None:
    assert outcome(1, 0, 2) is TargetOutcome.RESOLVES
    assert outcome(1, 0, 3) is TargetOutcome.NO_SUCH
    assert outcome(9) is TargetOutcome.NO_SUCH
    assert outcome(1, 1) is TargetOutcome.NO_SUCH
    assert outcome(law="中华人民共和国风筝法") is TargetOutcome.RESOLVES


def test_an_item_cited_without_its_paragraph_is_found(kites: Version) -> None:
    one = Reference("风筝法", 2, item=2)
    assert check([one], TODAY)[one].outcome is TargetOutcome.RESOLVES
    none = Reference("风筝法", 2, item=3)
    assert check([none], TODAY)[none].outcome is TargetOutcome.NO_SUCH


def test_before_its_first_day_a_provision_is_not_yet_in_force(kites: Version) -> None:
    one = Reference("风筝法", 1)
    assert check([one], date(2010, 2, 28))[one] == Checked(
        TargetOutcome.NOT_YET, date(2010, 3, 1)
    )


def test_what_is_not_held_is_told_apart_from_what_is_wrong(kites: Version) -> None:
    one = Reference("纸鸢条例", 1)
    found = check([one], TODAY)[one]
    assert found.outcome is TargetOutcome.NOT_HELD
    assert not found.is_wrong


def test_a_repealed_law_says_since_when_and_by_what(kites: Version) -> None:
    by = Work.objects.create(title="天空法", full_title="天空法")
    kites.valid_to, kites.repealed_by = date(2020, 1, 1), by
    kites.save()
    one = Reference("风筝法", 1)
    found = check([one], TODAY)[one]
    assert found == Checked(TargetOutcome.REPEALED, date(2020, 1, 1), "天空法")
    assert found.is_wrong
    assert outcome(1, on=date(2019, 12, 31)) is TargetOutcome.RESOLVES


def test_many_provisions_ask_few_questions(kites: Version) -> None:
    wanted = [Reference("风筝法", n) for n in range(1, 40)]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        check(wanted, TODAY)
    assert len(asked) <= 3


def test_a_text_is_read_for_the_provisions_it_names() -> None:
    text = "经查，\n违反《风筝法》第二条第一项、第三条，依据风筝法第一条第二款。"
    found = cited_in(text)
    assert [one.line for one in found] == [2, 2]
    assert found[0].references == (
        Reference("风筝法", 2, item=1),
        Reference("风筝法", 3),
    )
    assert found[1].references == (Reference("风筝法", 1, 0, 2),)


def test_a_text_that_cites_nothing_gives_nothing() -> None:
    assert cited_in("当事人在前款所述地点放风筝。\n共三只。") == []
