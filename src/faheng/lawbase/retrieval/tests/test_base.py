"""The index of what was imported, kept as statutes are added and repealed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from faheng.lawbase.actions import Import, import_paths
from faheng.lawbase.models import ConfirmedQuestion, Work
from faheng.lawbase.retrieval import base, index
from faheng.lawbase.retrieval.passage import Request

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 1, tzinfo=UTC)
LAW = """恐龙管理法

（2010年1月1日恐龙代表大会通过）

第一章　登记

第一条　养恐龙应当登记。登记不得收费。

第二条　有下列情形之一的，责令改正：
（一）恐龙进入菜场的；
（二）恐龙夜间嚎叫的。

第三条　本法自2010年3月1日起施行。
"""


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path):
    settings.VAR = tmp_path / "var"


@pytest.fixture
def held(tmp_path):
    path = tmp_path / "恐龙管理法.md"
    path.write_text(LAW, encoding="utf-8")
    import_paths([path], Import(AT))


def search(words, on=date(2026, 3, 1)):
    return base.search(Request(words, as_of=on))


def test_without_an_index_the_reader_is_told(held):
    with pytest.raises(index.NoIndex):
        search("恐龙")


def test_what_was_imported_is_found_with_its_place(held):
    assert base.rebuild(base.passages()) == 3

    hit = search("恐龙嚎叫").hits[0]

    assert hit.address == "cn/law/恐龙管理法/a2"
    assert hit.place == "p1/i2"
    assert hit.headings == ("登记",)
    assert search("恐龙", on=date(2009, 1, 1)).hits == ()


def test_a_statute_imported_later_is_put_in(held, tmp_path):
    base.rebuild(base.passages())
    path = tmp_path / "风筝条例.md"
    path.write_text(LAW.replace("恐龙", "风筝"), encoding="utf-8")
    import_paths([path], Import(AT))

    base.refresh(["风筝管理法"])

    assert search("风筝登记").hits[0].law == "风筝管理法"
    assert search("恐龙登记").hits[0].law == "恐龙管理法"


def test_a_confirmed_question_is_heeded_at_once(held):
    base.rebuild(base.passages())
    work = Work.objects.get()
    ConfirmedQuestion.objects.create(
        question="霸王龙吵死了", work=work, address="a3", at=AT
    )

    assert search("霸王龙吵死了").hits[0].address == "cn/law/恐龙管理法/a3"
