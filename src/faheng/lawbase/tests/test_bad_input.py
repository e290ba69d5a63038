"""Files that are no statutes, and imports that are cut short: the rest goes on."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.apps import apps
from docx import Document

from faheng.lawbase import actions, queries
from faheng.lawbase.actions import Became, importing
from faheng.lawbase.models import CitationTarget, Lineage, SourceFile, Unit, Version
from faheng.lawbase.parser import reading
from faheng.lawbase.status.declare import Status

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
LAW = """{title}

（2020年1月1日通过）

第一条　放纸船应当避开水闸。{more}

第二条　违反本法第一条规定的，处{fine}元以下罚款。

第三条　本法自2020年3月1日起施行。{end}
"""


def law(title: str, *, more: str = "", end: str = "", fine: str = "五百") -> str:
    return LAW.format(title=title, more=more, end=end, fine=fine)


def docx(text: str) -> bytes:
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def damaged(packed: bytes, part: str) -> bytes:
    """A docx of which one part is no longer what it says it is."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<x>" if name == part else old.read(name))
    return file.getvalue()


def take(*paths: Path) -> actions.Imported:
    return actions.import_paths(list(paths), actions.Import(AT))


def everything() -> list[object]:
    return [
        list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("lawbase").get_models()
    ]


def test_each_bad_file_is_named_and_the_rest_comes_in(tmp_path: Path) -> None:
    noise = random.Random(3).randbytes(4000)  # noqa: S311 - no secret
    packed = docx(law("纸船法"))
    bad = {
        "noise.txt": noise,
        "noise.docx": b"PK\x03\x04" + noise,
        "cut.docx": packed[: len(packed) // 2],
        "empty.md": b"",
        "blank.txt": b" \n\n",
        "notice.txt": "各单位：\n请准时。\n".encode(),
        "half.txt": law("纸船法").encode() + b"\xff\xfe\xff",
        **{
            f"part-{n}.docx": damaged(packed, name)
            for n, name in enumerate(("word/styles.xml", "word/document.xml"))
        },
    }
    good = {
        "a.txt": law("风铃法").encode("gb18030"),
        "b.txt": law("陀螺法").encode("utf-16"),
        "c.txt": law("毽子法").encode("utf-16-le"),
        "d.docx": packed,
    }
    for name, data in (bad | good).items():
        (tmp_path / name).write_bytes(data)

    done = take(tmp_path, tmp_path / "nowhere.txt")

    assert {Path(one.file).name for one in done.problems} == {*bad, "nowhere.txt"}
    assert done.count(Became.STORED) == len(good)
    assert Version.objects.filter(held=True).count() == len(good)
    assert {one.encoding for one in SourceFile.objects.all()} == {
        "gb18030",
        "utf-16",
        "utf-16-le",
        "",
    }


def test_a_folder_without_texts_is_a_named_problem(tmp_path: Path) -> None:
    [only] = take(tmp_path).files
    assert only.became is Became.PROBLEM
    assert "文件夹" in only.problem


def test_an_archive_that_unpacks_to_far_more_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 5_000)
    with pytest.raises(reading.TooLarge):
        reading.lines_of_bytes(docx(law("纸船法")))


def test_what_a_table_cannot_hold_is_a_problem_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(law("纸船法", fine="9" * 5000), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        law("纸鹤法").replace("第三条　", f"第{'9' * 30}条　"), encoding="utf-8"
    )
    (tmp_path / "c.txt").write_text(law("纸伞法"), encoding="utf-8")

    done = take(tmp_path)

    assert [one.became for one in done.files][2] is Became.STORED
    assert not Version.objects.filter(work__title="纸船法", held=True).exists()
    assert all(one.problem for one in done.files[:2])


def test_statutes_that_cite_and_repeal_each_other_come_to_an_end(
    tmp_path: Path,
) -> None:
    for name, other in (("纸船法", "纸鹤法"), ("纸鹤法", "纸船法")):
        text = law(name, more=f"依照《{other}》第一条。", end=f"《{other}》同时废止。")
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    done = take(tmp_path)

    assert done.problems == ()
    cited = CitationTarget.objects.filter(own=False, address="a1")
    assert cited.count() == 2
    day = date(2021, 1, 1)
    assert queries.standing("纸船法", day).status in set(Status)


def test_two_texts_of_one_version_are_compared_and_both_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(law("纸船法"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(law("纸船法", more="夜里除外。"), encoding="utf-8")

    first, second = take(tmp_path).files

    assert first.became is Became.STORED
    assert second.became is Became.SECOND
    assert second.problem
    assert second.differences == 1


def test_an_index_of_another_kind_is_named_and_the_texts_come_in(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(law("纸船法"), encoding="utf-8")
    index = tmp_path / "index.csv"
    for data in (b"a,b\n1,2\n", b"\x00\x01\x02" * 50, b""):
        index.write_bytes(data)
        done = take(tmp_path)
        assert [one.file for one in done.problems] == [str(index)]


def test_an_index_in_gb18030_with_broken_rows_gives_its_dates(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(law("纸船法"), encoding="utf-8")
    rows = "纸船法,2020-01-01,2020-04-01,x,y\n纸船法\n,,,\n纸鹤法,none,none\n"
    (tmp_path / "index.csv").write_bytes(
        f"title,version_date,effective_from\n{rows}".encode("gb18030")
    )
    assert take(tmp_path).problems == ()
    assert Version.objects.get(work__title="纸船法").valid_from == date(2020, 4, 1)


def test_what_a_killed_import_left_undone_is_done_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = law("纸船法", more="依照《纸鹤法》第一条。")
    newer = older.replace("水闸", "水坝").replace("1月1日通过", "1月2日通过")
    (tmp_path / "纸船法(2020-01-01).txt").write_text(older, encoding="utf-8")
    (tmp_path / "纸船法(2023-01-02).txt").write_text(
        newer.replace("2020年", "2023年"), encoding="utf-8"
    )
    (tmp_path / "纸鹤法.txt").write_text(law("纸鹤法"), encoding="utf-8")
    with monkeypatch.context() as cut:
        cut.setattr(importing, "finish", lambda _: None)
        take(tmp_path)
    assert not Lineage.objects.exists()
    assert SourceFile.objects.filter(linked=False).count() == 3

    assert take(tmp_path).count(Became.UNCHANGED) == 3

    assert Lineage.objects.exists()
    assert CitationTarget.objects.filter(own=False, unit__isnull=False).count() == 2
    assert not SourceFile.objects.filter(linked=False).exists()
    before = everything()
    take(tmp_path)
    assert everything() == before


def test_nothing_stays_of_a_file_during_which_the_import_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(law("纸船法"), encoding="utf-8")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("faheng.lawbase.actions.writing.write_doubts", killed)
    with pytest.raises(KeyboardInterrupt):
        take(tmp_path)
    assert not Version.objects.exists()
    assert not Unit.objects.exists()
    assert not SourceFile.objects.exists()


def test_a_process_that_reads_ends_with_the_one_that_started_it() -> None:
    words = (
        "import os, sys, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "from faheng.lawbase.drafting.taking import end_with_parent\n"
        "if __name__ == '__main__':\n"
        "    how = get_context('spawn')\n"
        "    pool = ProcessPoolExecutor(1, how, end_with_parent)\n"
        "    print(pool.submit(os.getpid).result(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, check=False, timeout=60
    )
    # The pipe to the reader closes only once the last process that holds it ends.
    assert done.returncode == -9
    assert int(done.stdout)
