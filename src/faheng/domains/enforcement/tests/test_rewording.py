"""A benchmark is told of an article that has other words than on its own day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from faheng.domains.enforcement.benchmarks.models import Benchmark, BenchmarkViolation
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.resting import Sort, resting_on
from faheng.domains.enforcement.rewording import Reworded, reworded
from faheng.lawbase import actions

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 1, tzinfo=UTC)
TODAY = date(2026, 5, 1)
LAW = """# 恐龙管理条例

（{adopted}恐龙大会通过）

第一条　为了管理恐龙，制定本条例。

第二条　养恐龙应当向街道办事处登记，领取恐龙牌照。

第三条　养恐龙不登记的，由街道办事处处{fine}罚款。

第四条　本条例自{begins}起施行。
"""


@pytest.fixture(autouse=True)
def laws(tmp_path: Path) -> None:
    for adopted, begins, fine in (
        ("2010年1月5日", "2010年3月1日", "五百元以下"),
        ("2025年1月5日", "2025年3月1日", "五千元以上一万元以下"),
    ):
        path = tmp_path / f"{begins}.md"
        text = LAW.format(adopted=adopted, begins=begins, fine=fine)
        path.write_text(text, encoding="utf-8")
        actions.import_paths([path], actions.Import(AT))


def told(begun: date, article: int, day: date = TODAY) -> list[Reworded]:
    benchmark = Benchmark.objects.create(
        code=f"{begun}", title="某基准", issuer="某局", valid_from=begun, recorded_at=AT
    )
    row = BenchmarkViolation.objects.create(
        benchmark=benchmark, section="1", name="某", model="ranges", tables=[]
    )
    row.provisions.create(
        role=ProvisionRole.PENALTY, law="恐龙管理条例", article=article, citation="某"
    )
    rows = [one for one in resting_on(day) if one.sort is Sort.BENCHMARK]
    return list(reworded(rows, day).values())


def test_an_article_reworded_since_is_told_with_the_day() -> None:
    (one,) = told(date(2020, 1, 1), 3)
    assert one.since == date(2025, 3, 1)
    assert "恐龙管理条例" in one.sentence
    assert "第三条" in one.sentence


def test_an_article_that_stayed_is_not_told() -> None:
    assert told(date(2020, 1, 1), 2) == []


def test_a_benchmark_made_after_the_change_knew_of_it() -> None:
    assert told(date(2025, 3, 1), 3) == []


def test_a_change_to_come_is_not_told_before_its_day() -> None:
    assert told(date(2020, 1, 1), 3, date(2025, 2, 28)) == []
