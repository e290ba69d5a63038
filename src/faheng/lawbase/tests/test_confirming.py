"""What people say stays, with who and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from faheng.kernel.parties.models import Division, Organ, Person
from faheng.lawbase import actions
from faheng.lawbase.actions import By
from faheng.lawbase.errors import NothingToSplit, NotThere
from faheng.lawbase.models import (
    ConfirmedQuestion,
    Doubt,
    Lineage,
    LineageKind,
    PenaltyReading,
    SourceFile,
    Unit,
    Version,
    ViolationPair,
)
from faheng.lawbase.penalties.find import in_tree

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
TEXT = """# 恐龙管理条例

（2010年1月5日恐龙大会通过）

第一条　为了管理恐龙，制定本条例。

第二条　养恐龙应当向街道办事处登记，领取恐龙牌照。

第三条　不得在河堤上放养恐龙，不得让恐龙采食公共绿地的植物。

第五条　养恐龙不登记的，由街道办事处处五百元罚款。

第六条　有下列行为之一的，由街道办事处处一千元以下罚款：
（一）在河堤上放养恐龙的；
（二）让恐龙采食公共绿地的植物的。

第七条　本条例自2010年3月1日起施行。
"""


@pytest.fixture
def by() -> By:
    division = Division.objects.create(
        code="449901", name="望城", level="city", path="449901"
    )
    organ = Organ.objects.create(
        code="w",
        name="望城市司法局",
        division=division,
        qualified_from=date(2020, 1, 1),
    )
    person = Person.objects.create(name="文秋", organ=organ)
    return By(person.pk, AT)


@pytest.fixture
def version(tmp_path: Path) -> Version:
    path = tmp_path / "恐龙管理条例.md"
    path.write_text(TEXT, encoding="utf-8")
    actions.import_paths([path], actions.Import(AT))
    return Version.objects.get(held=True)


def unit(version: Version, place: str) -> Unit:
    return Unit.objects.get(version=version, address=place)


def test_a_doubt_is_confirmed(version: Version, by: By) -> None:
    doubt = Doubt.objects.get(kind="article_gap")
    actions.confirm_doubt(doubt.pk, by)
    doubt.refresh_from_db()
    assert (doubt.state, doubt.by_id, doubt.at) == ("confirmed", by.person, AT)
    with pytest.raises(NotThere):
        actions.confirm_doubt(0, by)


def test_a_reading_is_confirmed_or_corrected(version: Version, by: By) -> None:
    reading = PenaltyReading.objects.get(unit=unit(version, "a5/p1"))
    actions.confirm_penalty(reading.pk, by)
    reading.refresh_from_db()
    assert (reading.state, reading.by_id) == ("confirmed", by.person)
    right = in_tree(actions.tree_of(version.pk))[0]
    corrected = replace(
        right, authority=("林业部门",), fines=(replace(right.fines[0], max=900.0),)
    )
    actions.confirm_penalty(reading.pk, by, corrected)
    reading.refresh_from_db()
    assert reading.state == "corrected"
    assert reading.fines.get().max == 900
    assert reading.terms.get(role="authority").text == "林业部门"


def test_duties_are_suggested_and_answers_stay(version: Version, by: By) -> None:
    assert actions.suggest_pairs(version.pk)
    first = ViolationPair.objects.get(penalty=unit(version, "a5/p1"), rank=1)
    assert first.violated.address == "a2/p1"
    river = unit(version, "a6/p1/i1")
    assert ViolationPair.objects.get(penalty=river, rank=1).violated.article == 3
    actions.confirm_pair(first.penalty_id, first.violated_id, by)
    actions.reject_pair(river.pk, unit(version, "a1/p1").pk, by)
    actions.suggest_pairs(version.pk)
    first.refresh_from_db()
    assert (first.state, first.by_id) == ("confirmed", by.person)
    assert ViolationPair.objects.get(state="rejected").violated.address == "a1/p1"
    with pytest.raises(NotThere):
        actions.confirm_pair(river.pk, 0, by)


def test_a_question_is_remembered_once(version: Version, by: By) -> None:
    for question in ("能在河堤上 遛恐龙吗", " 能在河堤上  遛恐龙吗 "):
        actions.remember_question(question, "《恐龙管理条例》", "a3", by)
    kept = ConfirmedQuestion.objects.get()
    assert (kept.question, kept.address, kept.by_id) == (
        "能在河堤上 遛恐龙吗",
        "a3",
        by.person,
    )
    with pytest.raises(NotThere):
        actions.remember_question("云朵", "恐龙管理条例", "a99", by)


def test_a_corrected_text_is_split_anew_and_what_was_confirmed_stays(
    version: Version, by: By
) -> None:
    file = SourceFile.objects.get(version=version)
    actions.suggest_pairs(version.pk)
    fine, duty = unit(version, "a5/p1"), unit(version, "a2/p1")
    actions.confirm_pair(fine.pk, duty.pk, by)
    actions.confirm_penalty(PenaltyReading.objects.get(unit=fine).pk, by)
    whole = TEXT.replace("第五条", "第四条　（略）。\n\n第五条").replace(
        "恐龙牌照。", "恐龙牌照。\n\n登记不收费。"
    )
    assert actions.correct_split(file.pk, whole, by) == 0
    doubt = Doubt.objects.get(kind="article_gap")
    assert (doubt.state, doubt.by_id) == ("corrected", by.person)
    assert unit(version, "a4").article == 4
    assert unit(version, "a2/p2").text == "登记不收费。"
    assert unit(version, "a5/p1").pk == fine.pk
    assert ViolationPair.objects.get(state="confirmed").violated_id == duty.pk
    assert PenaltyReading.objects.get(unit=fine).state == "confirmed"
    file.refresh_from_db()
    assert bytes(file.original) == TEXT.encode()
    order = Unit.objects.filter(version=version, kind="article").order_by("path")
    assert [one.article for one in order] == [1, 2, 3, 4, 5, 6, 7]


def test_a_text_without_articles_is_no_correction(version: Version, by: By) -> None:
    file = SourceFile.objects.get(version=version)
    before = list(Unit.objects.values())
    with pytest.raises(NothingToSplit):
        actions.correct_split(file.pk, "没有条文", by)
    with pytest.raises(NotThere):
        actions.correct_split(0, TEXT, by)
    assert list(Unit.objects.values()) == before


def test_lineage_is_confirmed_changed_and_rejected(
    version: Version, by: By, tmp_path: Path
) -> None:
    later = tmp_path / "恐龙管理条例(2020-01-01).md"
    later.write_text(TEXT.replace("五百元", "六百元"), encoding="utf-8")
    actions.import_paths([later], actions.Import(AT))
    changed = Lineage.objects.get(kind="modified", after__address="a5")
    actions.confirm_lineage(changed.pk, by, LineageKind.MOVED)
    actions.reject_lineage(Lineage.objects.get(after__address="a1").pk, by)
    changed.refresh_from_db()
    assert (changed.state, changed.kind, changed.by_id) == (
        "confirmed",
        "moved",
        by.person,
    )
    assert Lineage.objects.get(after__address="a1").state == "rejected"
