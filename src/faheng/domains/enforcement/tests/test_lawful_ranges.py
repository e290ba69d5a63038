"""What the checks of a benchmark hold its rows against: catalogue, or law base."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from faheng.domains.enforcement.benchmarks import lawful
from faheng.domains.enforcement.benchmarks.checks import Asking, Range, check
from faheng.domains.enforcement.benchmarks.drafts import Draft, DraftBenchmark
from faheng.domains.enforcement.kinds import FineBase, ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.tests.cast import build
from faheng.lawbase import actions
from faheng.lawbase.models import PenaltyReading
from faheng.lawbase.penalties.declare import Fine, Penalty

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, tzinfo=UTC)
TODAY = date(2026, 5, 1)
CITED = "《恐龙管理条例》第三条第一款"
TEXT = """# 恐龙管理条例

（2010年1月5日恐龙大会通过）

第一条　为了管理恐龙，制定本条例。

第二条　养恐龙应当向街道办事处登记。

第三条　养恐龙不登记的，由街道办事处给予警告，处五百元以上一千元以下罚款。

第四条　本条例自2010年3月1日起施行。
"""


@pytest.fixture
def reading(tmp_path: Path) -> PenaltyReading:
    path = tmp_path / "恐龙管理条例.md"
    path.write_text(TEXT, encoding="utf-8")
    actions.import_paths([path], actions.Import(NOW))
    return PenaltyReading.objects.get()


def signed() -> actions.By:
    return actions.By(next(iter(build().people.values())).pk, NOW)


def item(**more: object) -> EnforcementItem:
    row = EnforcementItem.objects.create(
        code="I1",
        name="养恐龙不登记",
        field="city",
        valid_from=date(2020, 1, 1),
        recorded_at=NOW,
        **more,
    )
    row.provisions.create(
        role=ProvisionRole.PENALTY, law="恐龙管理条例", article=3, para=1, citation="某"
    )
    return row


def test_a_reading_counts_only_once_a_person_confirmed_it(
    reading: PenaltyReading,
) -> None:
    assert lawful.statutory(CITED, TODAY) == ()
    assert lawful.kinds(CITED, TODAY) is None
    actions.confirm_penalty(reading.pk, signed())
    assert lawful.statutory(CITED, TODAY) == (Range(50_000, 100_000),)
    assert lawful.kinds(CITED, TODAY) == {"warning", "fine"}
    assert lawful.statutory(CITED, date(2010, 1, 1)) == ()


def test_the_fines_of_the_people_responsible_are_another_range(
    reading: PenaltyReading,
) -> None:
    whole = Fine(None, None, 10_000.0, 50_000.0, "元", "fixed")
    people = replace(whole, subject="直接责任人员", min=100.0, max=500.0)
    told = Penalty("3", 1, "", (), (), ("罚款",), (whole, people), (), (), False, False)
    actions.confirm_penalty(reading.pk, signed(), told)
    assert lawful.statutory(CITED, TODAY) == (Range(1_000_000, 5_000_000),)


def test_the_catalogue_comes_before_the_law_base() -> None:
    row = item(fine_min=60_000, fine_max=90_000)
    row.kinds.create(kind="fine")
    assert lawful.statutory(CITED, TODAY) == (Range(60_000, 90_000),)
    assert lawful.kinds(CITED, TODAY) == {"fine"}
    assert lawful.statutory(CITED, date(2019, 1, 1)) == ()


def test_brackets_of_an_item_are_ranges_by_their_unit() -> None:
    row = item(fine_base=FineBase.GOODS)
    for mode, low, high in (("fixed", 500, 900), ("multiple", 1, 3)):
        row.fines.create(base="goods_value_fen", mode=mode, low=low, high=high)
    found = lawful.statutory(CITED, TODAY)
    assert found == (Range(50_000, 90_000), Range(1000, 3000, "times"))


def test_rows_beyond_the_catalogues_range_are_an_error() -> None:
    item(fine_min=60_000, fine_max=90_000)
    band = {"id": "1", "when": {"地点": "某处"}, "low_fen": 60_000, "high_fen": 95_000}
    table = {"code": "", "model": "ranges", "bands": [band]}
    draft = Draft("1", "某", "ranges", "某行", penalties=(CITED,), tables=[table])
    other = Draft("2", "某", "ranges", "某行", penalties=(), tables=[table])
    benchmark = DraftBenchmark("某基准", valid_from=TODAY, violations=[draft, other])
    check(benchmark, Asking(statutory=lawful.statutory, kinds=lawful.kinds), TODAY)
    assert "600至900元" in draft.faults[0].text
    assert any("1项没有核对法定幅度（2）" in one.text for one in benchmark.faults)
