"""The list of items as officials write it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from faheng.domains.enforcement.lists import ITEMS
from faheng.domains.enforcement.lists.official import read
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.tests.rows import ITEM, bring
from faheng.kernel.parties.queries import system
from faheng.kernel.parties.tests.cast import AT, DAY, build
from faheng.kernel.registers import exports
from faheng.kernel.registers.actions import Upload, import_rows, writing
from faheng.kernel.registers.entries import Outcome
from faheng.kernel.registers.queries import Ask
from faheng.lawbase import actions
from faheng.lawbase.models import Version

pytestmark = pytest.mark.django_db

OFFICIAL = {
    "事项编码": "330217000010",
    "法律名称": "风筝管理条例",
    "条": "第一条",
    "款": "2",
    "违则": "线断不找回风筝",
    "罚则": "《风筝管理条例》第二条",
    "处罚种类": "警告、罚款",
    "罚款幅度": "五十元以上500元以下",
    "主管部门": "市场监管部门",
    "层级": "市级",
    "执法领域": "市场监管",
    "生效日期": "2024-01-01",
}
LAW = """# 风筝管理条例

（2010年1月5日第一届风筝大会通过）

第一条　放风筝应当避开电线。

线断的，应当找回。

第二条　不找回的，处五十元以上五百元以下罚款。

第三条　本条例自2010年3月1日起施行。
"""


@pytest.fixture(autouse=True)
def city():
    return build()


@pytest.fixture
def kites(tmp_path: Path) -> Version:
    file = tmp_path / "kites.md"
    file.write_text(LAW, encoding="utf-8")
    actions.import_paths([file], actions.Import(datetime(2026, 1, 1, tzinfo=UTC)))
    return Version.objects.get()


def reason(**changed: str) -> str:
    result = bring(ITEMS, {**OFFICIAL, **changed})
    assert not result.accepted
    return result.rejected[0].reason


def test_a_row_of_officials_becomes_an_item(kites):
    result = bring(ITEMS, OFFICIAL)

    assert [one.outcome for one in result.accepted] == [Outcome.NEW]
    item = EnforcementItem.objects.get()
    assert (item.code, item.number) == ("330217000010", "330217000010")
    assert item.name == "线断不找回风筝"
    assert (item.fine_min, item.fine_max) == (50_00, 500_00)
    assert (item.department, item.level) == ("市场监管部门", "city")
    assert [one.citation for one in item.provisions.all()] == [
        "《风筝管理条例》第2条",
        "《风筝管理条例》第1条第2款",
    ]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_written_is_read_back_without_a_change(kites, kind):
    bring(ITEMS, OFFICIAL)
    content = exports.export(ITEMS, Ask(DAY), system(), kind, ITEMS.layout("official"))

    result = import_rows(
        ITEMS, Upload(f"list.{kind}", content), writing=writing(system(), AT)
    )

    assert [one.outcome for one in result.accepted] == [Outcome.UNCHANGED]
    assert not result.rejected
    assert not result.ignored


def test_the_words_of_the_provision_are_filled_from_the_law_of_the_day(kites):
    bring(ITEMS, OFFICIAL)
    content = exports.export(
        ITEMS, Ask(DAY), system(), "xlsx", ITEMS.layout("official")
    )

    titles, row = load_workbook(io.BytesIO(content)).active.values
    cells = dict(zip(titles, row, strict=True))
    assert cells["条文内容"] == "线断的，应当找回。"
    assert (cells["条"], cells["款"]) == ("1", "2")
    assert cells["罚款幅度"] == "50元以上500元以下"


def test_columns_as_before_are_still_read():
    result = bring(ITEMS, ITEM)

    assert [one.outcome for one in result.accepted] == [Outcome.NEW]
    assert EnforcementItem.objects.get().number == ""


def test_a_code_has_twelve_figures():
    assert "不是12位数字" in reason(事项编码="3302170001")


def test_a_code_belongs_to_one_item():
    bring(ITEMS, OFFICIAL)

    assert "已由" in reason(事项代码="另一件")


def test_a_department_is_known():
    assert "不在执法主体名录里" in reason(主管部门="风筝局")


def test_a_provision_that_is_not_there_is_refused(kites):
    assert "没有这一条款" in reason(条="九")


def test_a_provision_not_yet_in_force_is_refused(kites):
    assert "起施行" in reason(生效日期="2010-01-01")


def test_a_repealed_basis_is_refused(kites):
    kites.valid_to = datetime(2020, 1, 1).date()
    kites.save()

    assert "废止" in reason()


def test_a_law_that_is_not_held_passes_with_a_note():
    result = bring(ITEMS, OFFICIAL, dry_run=True)

    (row,) = result.accepted
    assert row.notes
    assert all("未收录" in note for note in row.notes)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("100元以上3000元以下罚款", "100", "3,000"),
        ("一千元以上一万元以下", "1,000", "10,000"),
        ("1万元以上10万元以下", "10,000", "100,000"),
        ("3000元以下", "", "3,000"),
        ("五万元以上", "50,000", ""),
        ("100-500元", "100", "500"),
        ("货值金额一倍", "", ""),
    ],
)
def test_a_range_of_money_is_read(said, low, high):
    row = read({"罚款幅度": said}, DAY)

    assert (row["罚款下限（元）"], row["罚款上限（元）"]) == (low, high)
