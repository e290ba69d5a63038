"""Importing statutes: all of a file or nothing, twice as good as once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.apps import apps
from docx import Document

from faheng.lawbase import actions, queries
from faheng.lawbase.actions import Became
from faheng.lawbase.models import (
    CitationFound,
    CitationTarget,
    Claim,
    DateBasis,
    Difference,
    Doubt,
    FileRole,
    Lineage,
    LineageKind,
    PenaltyReading,
    SourceFile,
    Unit,
    UnitKind,
    Version,
    Work,
)
from faheng.lawbase.status.declare import Status

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
OLD = """# 中华人民共和国恐龙管理法

（2010年1月5日第一届恐龙大会通过）

第一章　总则

第一条　为了管理恐龙，根据《中华人民共和国风筝法》第二条，制定本法。

第二条　养恐龙应当登记。

登记不收费。

第二章　罚则

第三条　违反本法第二条第一款规定，有下列情形之一的，由街道办事处责令改正，处五百元以上一千元以下罚款：
（一）不登记的；
（二）登记后不挂牌的：
1.在公园的；
2.在河堤的。

第四条　本法自2010年3月1日起施行。
"""
NEW = """# 中华人民共和国恐龙管理法

（2010年1月5日第一届恐龙大会通过　2025年6月1日第三届恐龙大会修订）

第一章　总则

第一条　为了管理恐龙，根据《中华人民共和国风筝法》第二条，制定本法。

第二条　雷龙由林业部门另行规定。

第二条之一　养恐龙应当在十日内登记。

登记不收费。

第二章　罚则

第三条　违反本法第二条之一第一款规定，不登记的，由街道办事处责令改正，处五百元以上一千元以下罚款。

第四条　本法自2026年1月1日起施行。
"""
KITE = """# 中华人民共和国风筝法

（2001年5月6日风筝大会通过）

第一条　放风筝应当避开电线，依照《中华人民共和国恐龙管理法》第三条处罚。

第二条　风筝包括纸鸢。

第三条　本法自2001年7月1日起施行。《风筝暂行条例》同时废止。
"""
INDEX = """title,level,issuing_body,version_date,effective_from,effective_to,effective_basis
中华人民共和国恐龙管理法,法律,恐龙大会,2010-01-05,2010-04-01,2026-01-01,gazette
中华人民共和国风筝法,法律,风筝大会,2001-05-06,2001-07-01,,gazette
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "laws"
    made.mkdir()
    (made / "恐龙管理法(2010-01-05).md").write_text(OLD, encoding="utf-8")
    (made / "恐龙管理法(2025-06-01).md").write_text(NEW, encoding="utf-8")
    (made / "风筝法.txt").write_text(KITE, encoding="gb18030")
    return made


def take(*paths: Path, dates: Path | None = None) -> actions.Imported:
    return actions.import_paths(list(paths), actions.Import(AT, dates=dates))


def everything() -> list[object]:
    return [
        list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("lawbase").get_models()
    ]


def test_a_folder_becomes_works_versions_and_units(folder: Path) -> None:
    done = take(folder)
    assert [one.became for one in done.files] == [Became.STORED] * 3
    assert done.problems == ()
    work = Work.objects.get(title="恐龙管理法")
    assert work.full_title == "中华人民共和国恐龙管理法"
    first, second = Version.objects.filter(work=work)
    assert (first.valid_from, first.valid_to) == (date(2010, 3, 1), date(2026, 1, 1))
    assert (second.valid_from, second.valid_to) == (date(2026, 1, 1), None)
    assert first.from_basis == DateBasis.TEXT
    assert "2010年3月1日" in first.from_source
    assert first.replaced_by == second
    places = Unit.objects.filter(version=first).values_list("address", flat=True)
    assert list(places) == [
        "c1",
        "a1",
        "a1/p1",
        "a2",
        "a2/p1",
        "a2/p2",
        "c2",
        "a3",
        "a3/p1",
        "a3/p1/i1",
        "a3/p1/i2",
        "a3/p1/i2/t1",
        "a3/p1/i2/t2",
        "a4",
        "a4/p1",
    ]


def test_the_file_is_kept_as_it_came(folder: Path) -> None:
    take(folder)
    kept = SourceFile.objects.get(name="风筝法.txt")
    assert bytes(kept.original) == (folder / "风筝法.txt").read_bytes()
    assert (kept.encoding, kept.format, kept.role) == ("gb18030", "txt", "primary")
    unit = Unit.objects.get(version=kept.version, address="a2/p1")
    lines = KITE.split("\n")
    assert unit.text in lines[unit.line_from - 1]


def test_importing_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "index.csv").write_text(INDEX, encoding="utf-8-sig")
    take(folder)
    before = everything()
    again = take(folder)
    assert {one.became for one in again.files} == {Became.UNCHANGED}
    assert everything() == before


def test_an_index_is_the_surest_basis_of_a_date(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "dates.csv"
    index.write_text(INDEX, encoding="utf-8")
    take(folder, dates=index)
    first = Version.objects.get(adopted_on=date(2010, 1, 5))
    assert (first.valid_from, first.from_basis) == (date(2010, 4, 1), DateBasis.INDEX)
    assert first.from_source == "gazette"
    assert Claim.objects.filter(work=first.work, basis=DateBasis.TEXT).exists()
    assert first.work.issuer == "恐龙大会"


@pytest.mark.parametrize(
    ("title", "on", "status", "begins", "by"),
    [
        ("恐龙管理法", date(2012, 1, 1), Status.IN_FORCE, date(2010, 3, 1), ""),
        ("《恐龙管理法》", date(2026, 1, 1), Status.IN_FORCE, date(2026, 1, 1), ""),
        ("风筝法", date(2001, 6, 30), Status.NOT_YET, date(2001, 7, 1), ""),
        # The older kite law names it: there was one before the first one known.
        ("恐龙管理法", date(2010, 2, 28), Status.NOT_HELD, None, ""),
        ("风筝暂行条例", date(2001, 7, 1), Status.REPEALED, None, "风筝法"),
        ("风筝暂行条例", date(2001, 6, 30), Status.NOT_HELD, None, ""),
        ("云朵法", date(2020, 1, 1), Status.NOT_HELD, None, ""),
    ],
)
def test_a_day_is_answered(
    folder: Path, title: str, on: date, status: Status, begins: date | None, by: str
) -> None:
    take(folder)
    found = queries.standing(title, on)
    assert (found.status, found.by) == (status, by)
    assert (found.version.valid_from if found.version else None) == begins


def test_a_version_that_only_another_text_tells_of_is_known_and_not_held(
    folder: Path,
) -> None:
    take(folder / "恐龙管理法(2025-06-01).md")
    found = queries.standing("恐龙管理法", date(2015, 1, 1))
    assert found.status is Status.NOT_HELD
    assert found.version is not None
    assert found.version.adopted_on == date(2010, 1, 5)
    assert queries.text("cn/law/恐龙管理法/a2", date(2015, 1, 1)).unit is None


def test_a_unit_is_found_by_its_address(folder: Path) -> None:
    take(folder)
    old = queries.text("cn/law/恐龙管理法@2010-03-01/a3/p1/i2").unit
    new = queries.text("《恐龙管理法》第二条之一第一款", date(2026, 5, 1)).unit
    assert old is not None
    assert new is not None
    assert old.full_text == "登记后不挂牌的：\n1.在公园的；\n2.在河堤的。"
    assert new.full_text == "养恐龙应当在十日内登记。"
    with pytest.raises(ValueError, match="恐龙管理法"):
        queries.text("cn/law/恐龙管理法/a3")


def test_citations_are_kept_with_what_they_meant_then(folder: Path) -> None:
    take(folder)
    own = CitationFound.objects.get(
        unit__version__adopted_on=date(2010, 1, 5), words__contains="第二条第一款"
    )
    assert own.unit.text[own.start : own.end] == own.words
    (target,) = own.targets.all()
    assert (target.own, target.address, target.outcome) == (True, "a2/p1", "resolves")
    assert target.unit is not None
    assert target.unit.address == "a2/p1"


def test_circular_citations_are_resolved_on_the_day_of_each_text(folder: Path) -> None:
    take(folder)
    kite = CitationTarget.objects.get(citation__unit__version__work__title="风筝法")
    assert (kite.law, kite.address, kite.outcome) == ("恐龙管理法", "a3", "not_yet")
    dinos = CitationTarget.objects.filter(law="风筝法")
    assert {one.outcome for one in dinos} == {"resolves"}
    assert {one.unit.version.work.title for one in dinos if one.unit} == {"风筝法"}


def test_a_statute_that_comes_later_answers_the_citations_of_earlier_ones(
    folder: Path,
) -> None:
    take(folder / "恐龙管理法(2010-01-05).md")
    target = CitationTarget.objects.get(law="风筝法")
    assert (target.outcome, target.unit) == ("not_held", None)
    take(folder / "风筝法.txt")
    target.refresh_from_db()
    assert target.outcome == "resolves"


def test_penal_paragraphs_are_kept_in_parts(folder: Path) -> None:
    take(folder)
    reading = PenaltyReading.objects.get(unit__version__adopted_on=date(2010, 1, 5))
    assert reading.unit.address == "a3/p1"
    assert {(one.role, one.text) for one in reading.terms.all()} >= {
        ("kind", "罚款"),
        ("violated", "第二条第一款"),
    }
    fine = reading.fines.get()
    assert (fine.min, fine.max, fine.unit) == (500, 1000, "元")


def test_lineage_is_suggested_between_versions(folder: Path) -> None:
    take(folder)
    found = {
        (
            row.before.address if row.before else None,
            row.after.address if row.after else None,
        ): row.kind
        for row in Lineage.objects.select_related("before", "after")
        if "/" not in (row.after or row.before).address
    }
    assert found["a1", "a1"] == LineageKind.SAME
    assert found["a2", "a2-1"] == LineageKind.MODIFIED
    assert found[None, "a2"] == LineageKind.INSERTED


def test_a_second_source_is_compared_and_never_overwrites(
    folder: Path, tmp_path: Path
) -> None:
    take(folder)
    other = tmp_path / "恐龙管理法(2010-01-05).txt"
    other.write_text(OLD.replace("登记不收费", "登记费十元"), encoding="utf-8")
    same = tmp_path / "恐龙管理法（2010-01-05）.md"
    same.write_text(OLD.replace("　", " "), encoding="utf-8")
    differing, equal = take(other, same).files
    assert (differing.became, differing.differences) == (Became.SECOND, 1)
    assert "1 处不同" in differing.problem
    assert (equal.became, equal.differences, equal.problem) == (Became.SECOND, 0, "")
    row = Difference.objects.get()
    assert row.file.role == FileRole.SECOND
    assert row.address == "a2"
    assert "登记费十元" in row.theirs
    unit = Unit.objects.get(version=row.file.version, address="a2/p2")
    assert unit.text == "登记不收费。"


def test_bad_files_are_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"")
    (folder / "b.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "c.md").write_text("风筝通知\n各单位：请按时放风筝。", encoding="utf-8")
    (folder / "d.docx").write_bytes(b"PK\x03\x04 not a document")
    done = take(folder, folder / "nowhere.md")
    problems = {Path(one.file).name: one.problem for one in done.problems}
    assert set(problems) == {"a.md", "b.txt", "c.md", "d.docx", "nowhere.md"}
    assert "空" in problems["a.md"]
    assert "条文" in problems["c.md"]
    assert done.count(Became.STORED) == 3


def test_nothing_is_half_stored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("no more room")

    before = everything()
    monkeypatch.setattr("faheng.lawbase.actions.writing.write_penalties", fails)
    with pytest.raises(RuntimeError):
        take(folder / "恐龙管理法(2010-01-05).md")
    assert everything() == before


def test_a_docx_is_split_like_a_text(tmp_path: Path) -> None:
    document = Document()
    for line in NEW.replace("# ", "").split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "恐龙管理法.docx"))
    (done,) = take(tmp_path / "恐龙管理法.docx").files
    assert done.became is Became.STORED
    assert done.adopted_on == date(2025, 6, 1)
    assert Unit.objects.filter(kind=UnitKind.ARTICLE).count() == 5


def test_doubts_are_kept_with_their_unit(tmp_path: Path) -> None:
    (tmp_path / "恐龙.md").write_text(
        NEW.replace("第三条　", "第五条　"), encoding="utf-8"
    )
    take(tmp_path / "恐龙.md")
    doubts = Doubt.objects.filter(kind="article_gap")
    assert [one.unit.article for one in doubts if one.unit] == [5]
    assert {one.state for one in doubts} == {"open"}


def test_numbers_that_repeat_keep_units_apart(tmp_path: Path) -> None:
    (tmp_path / "恐龙.md").write_text(
        NEW.replace("第三条　", "第二条　"), encoding="utf-8"
    )
    take(tmp_path / "恐龙.md")
    assert Unit.objects.filter(address__in=("a2", "a2~2")).count() == 2


def test_an_undated_text_is_held_without_a_beginning(tmp_path: Path) -> None:
    (tmp_path / "云朵法.md").write_text(
        "云朵法\n第一条　云朵应当自由。\n第二条　雨由天定。", encoding="utf-8"
    )
    take(tmp_path / "云朵法.md")
    found = queries.standing("云朵法", date(1990, 1, 1))
    assert found.status is Status.IN_FORCE
    assert found.version is not None
    assert found.version.valid_from is None
