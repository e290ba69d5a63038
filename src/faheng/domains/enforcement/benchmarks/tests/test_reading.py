"""Benchmarks as files, and the eight checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from faheng.domains.enforcement.benchmarks.checks import (
    Asking,
    Force,
    Range,
    check,
)
from faheng.domains.enforcement.benchmarks.cited import law_of, provisions_of
from faheng.domains.enforcement.benchmarks.drafts import Draft, DraftBenchmark
from faheng.domains.enforcement.benchmarks.money import AmountUnread, limits
from faheng.domains.enforcement.benchmarks.sources import SourceUnread, gather
from faheng.domains.enforcement.benchmarks.tests.invented import TABLES, folder
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.tests.invented import case, fixed

TODAY = date(2026, 11, 22)
SHARED = Path("../shared/laws/benchmarks")


def town(path: Path) -> DraftBenchmark:
    return gather(folder(path)).benchmarks[1]


def by_section(benchmark: DraftBenchmark, section: str) -> Draft:
    return next(one for one in benchmark.violations if one.section == section)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("罚款:1万元以上3万元以下", {"low_fen": 1_000_000, "high_fen": 3_000_000}),
        (
            "处二十万元以上一百万元以下罚款",
            {"low_fen": 20_000_000, "high_fen": 100_000_000},
        ),
        ("处一万五千元罚款", {"low_fen": 1_500_000, "high_fen": 1_500_000}),
        ("1.5万元以下", {"high_fen": 1_500_000}),
        ("7.5万元元以上8.5万元元以下", {"low_fen": 7_500_000, "high_fen": 8_500_000}),
        (
            "违法所得3倍以上5倍以下",
            {"low_times": "3", "high_times": "5", "base": "illegal_gains_fen"},
        ),
        (
            "处建设项目总投资额百分之一以上百分之二以下的罚款",
            {"low_percent": "1", "high_percent": "2", "base": "project_investment_fen"},
        ),
        ("500元/车次", {"low_fen": 50_000, "high_fen": 50_000, "units": "车次数"}),
    ],
)
def test_amounts_are_read_as_benchmarks_write_them(
    text: str, fields: dict[str, Any]
) -> None:
    assert limits(text).fields == fields


@pytest.mark.parametrize(
    "text",
    ["", "以下", "5万元以上10万元以上", "2万元以下3万元以下", "10%", "9元以上1元以下"],
)
def test_an_amount_that_is_not_plain_is_refused(text: str) -> None:
    with pytest.raises(AmountUnread):
        limits(text)


def test_a_slip_of_the_pen_is_read_through_and_told() -> None:
    assert limits("1000元以2000元以下").slips
    assert limits("1万元以上3万元以下").slips == ()


def test_citations_are_parted_under_what_came_before() -> None:
    found = provisions_of("《某法和某法实施条例》第一百零二条第一款第五项、第二款")
    assert [str(one) for one in found] == [
        "《某法和某法实施条例》第102条第1款第5项",
        "《某法和某法实施条例》第102条第2款",
    ]
    assert provisions_of("随便写的") == []
    assert law_of("《某省实施<某法>办法》第三条") == "某省实施<某法>办法"


def test_a_folder_gives_its_documents_with_their_dates(tmp_path: Path) -> None:
    found = gather(folder(tmp_path))
    assert [one.title for one in found.benchmarks] == [
        "某市乙类裁量标准",
        "某市甲类裁量基准",
    ]
    assert found.benchmarks[1].valid_from == date(2022, 1, 1)
    assert found.benchmarks[1].rules["missing"] == "lowest"
    assert found.benchmarks[1].rules["one_sided"]["max_only"]["lighten"] == "0.20"
    assert found.lists[0].title == "某市不罚清单"


def test_a_workbook_is_read_like_a_folder(tmp_path: Path) -> None:
    book = Workbook()
    for name, rows in TABLES.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "town.xlsx")
    from_book = gather(tmp_path / "town.xlsx").benchmarks[1]
    (tmp_path / "csv").mkdir()
    from_csv = town(tmp_path / "csv")
    assert [v.tables for v in from_book.violations] == [
        v.tables for v in from_csv.violations
    ]


def test_every_violation_loads_or_names_the_row_at_fault(tmp_path: Path) -> None:
    benchmark = town(tmp_path)
    assert [one.section for one in benchmark.violations] == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "1.4-2",
        "1.5",
    ]
    sound = [one.section for one in benchmark.violations if one.is_sound]
    assert sound == ["1.1", "1.3", "1.4", "1.4-2"]
    wrong = next(f for f in by_section(benchmark, "1.2").faults if f.is_error)
    assert wrong.place == "town_ranges.csv 第5行"
    assert "裁量起点" in by_section(benchmark, "1.5").faults[0].text


def test_a_row_that_a_page_break_cut_is_put_together(tmp_path: Path) -> None:
    bands = by_section(town(tmp_path), "1.2").tables[0]["bands"]
    assert bands[1]["high_fen"] == 5_000_000


def test_variants_become_tables_with_their_own_formula(tmp_path: Path) -> None:
    tables = by_section(town(tmp_path), "1.3").tables
    assert [table["code"] for table in tables] == ["限期内改正", "逾期未改正"]
    assert tables[0]["formula"] == {"of": "fixed", "amount_fen": 10_000_000}
    assert tables[1]["formula"] == {"of": "illegal_gains_fen", "times": "5"}


def test_what_was_read_is_what_the_engine_weighs(tmp_path: Path) -> None:
    benchmark = town(tmp_path)
    row = by_section(benchmark, "1.1")
    asked = case(
        provisions=[fixed(20_000, 200_000)],
        facts={"地点": "敏感", "次数": "1次"},
        benchmark={
            "id": "T",
            "from": "2022-01-01",
            "until": None,
            "rules": benchmark.rules,
            "tables": row.tables,
        },
    )
    assert propose(asked).fine_fen == 10_000_000


def test_the_upper_figure_is_left_to_the_next_row_where_the_rules_say(
    tmp_path: Path,
) -> None:
    bands = by_section(town(tmp_path), "1.4").tables[0]["bands"]
    assert [band.get("high_open", False) for band in bands] == [True, False]


def test_standards_in_words_are_read_for_each_who_is_fined(tmp_path: Path) -> None:
    benchmark = gather(folder(tmp_path)).benchmarks[0]
    first, second = benchmark.violations
    assert [table["code"] for table in first.tables] == ["", "个人"]
    assert first.penalties == ("《某法》第八条第（二）项",)
    assert "没有处罚标准" in second.faults[0].text


def checked(draft: Draft, asking: Asking | None = None) -> list[tuple[int, bool]]:
    benchmark = DraftBenchmark(
        "某基准", valid_from=date(2022, 1, 1), violations=[draft]
    )
    benchmark.published_on = date(2021, 12, 1)
    check(benchmark, asking or Asking(), TODAY)
    return [(fault.check, fault.is_error) for fault in benchmark.every_fault()]


def ranged(*bands: dict[str, Any]) -> Draft:
    rows = [{"id": str(n), "when": {"地点": str(n)}} | b for n, b in enumerate(bands)]
    table = {"code": "", "model": "ranges", "bands": rows}
    return Draft(
        "1", "某行为", "ranges", "某行", tables=[table], penalties=("《某法》第九条",)
    )


def fen(low: int, high: int, **more: Any) -> dict[str, Any]:
    return {"low_fen": low, "high_fen": high} | more


def test_a_gap_and_a_range_other_than_the_statutes_are_told() -> None:
    assert checked(ranged(fen(1, 2), fen(2, 3))) == []
    assert (1, False) in checked(ranged(fen(1, 2), fen(3, 4)))
    statutory = Asking(statutory=lambda cited, on: (Range(1, 3),))
    assert checked(ranged(fen(1, 2), fen(2, 3)), statutory) == []
    assert (1, True) in checked(ranged(fen(1, 2), fen(2, 4)), statutory)
    assert (1, False) in checked(ranged(fen(1, 2)), statutory)


def test_multiples_are_held_against_the_statutes_multiples() -> None:
    rows = (
        {"low_times": "1", "high_times": "3"},
        {"low_times": "3", "high_times": "5"},
    )
    own = Asking(statutory=lambda cited, on: (Range(1000, 5000, "times"),))
    assert checked(ranged(*rows), own) == []
    less = Asking(statutory=lambda cited, on: (Range(1000, 4000, "times"),))
    draft = ranged(*rows)
    assert (1, True) in checked(draft, less)
    assert "1至4倍" in draft.faults[-1].text


def test_what_no_reading_says_is_told_as_not_checked_once() -> None:
    nobody = Asking(statutory=lambda cited, on: (), kinds=lambda cited, on: None)
    draft = ranged(fen(1, 2, kinds=["fine"]), fen(2, 3))
    assert checked(draft, nobody) == [(1, False), (7, False)]
    assert draft.is_sound


def test_two_rows_for_the_same_circumstances_are_an_error() -> None:
    twice = ranged(fen(1, 2, when={"地点": "x"}), fen(2, 3, when={"地点": "x"}))
    assert (2, True) in checked(twice)


def test_a_worse_row_with_a_lower_bound_is_told() -> None:
    assert (3, False) in checked(ranged(fen(2, 4), fen(1, 3)))


def test_a_condition_on_what_no_paper_proves_is_an_error() -> None:
    assert (4, True) in checked(ranged(fen(1, 2, when={"col1": "x"})))
    nobody = Asking(provable=lambda name: name != "地点")
    assert (4, True) in checked(ranged(fen(1, 2)), nobody)


def test_a_law_not_in_force_is_an_error_and_one_repealed_since_a_warning() -> None:
    never = Asking(force=lambda title, on: Force(held=False))
    assert (5, True) in checked(ranged(fen(1, 2)), never)
    since = Asking(force=lambda title, on: Force(held=on < TODAY, by="某法典"))
    draft = ranged(fen(1, 2))
    assert (5, False) in checked(draft, since)
    assert "某法典" in draft.faults[-1].text


def test_a_benchmark_without_its_publication_is_told() -> None:
    benchmark = DraftBenchmark("某基准", valid_from=date(2022, 1, 1))
    check(benchmark, Asking(), TODAY)
    assert [fault.check for fault in benchmark.faults] == [6]


def test_kinds_beyond_the_law_and_an_unfounded_no_penalty_are_errors() -> None:
    asking = Asking(kinds=lambda cited, on: frozenset({"fine"}))
    assert (7, True) in checked(ranged(fen(1, 2, kinds=["close", "fine"])), asking)
    assert (8, True) in checked(ranged(fen(0, 0, no_penalty=True)))
    assert checked(ranged(fen(0, 0, no_penalty=True, article="33(1)"))) == []


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnread):
        gather(tmp_path / "nothing")


@pytest.mark.skipif(not SHARED.exists(), reason="the documents are not beside")
def test_the_benchmarks_beside_the_checkout_load_or_say_why_not() -> None:
    found = gather(SHARED)
    sizes = sorted(len(one.violations) for one in found.benchmarks)
    assert sizes == [165, 281]
    assert sorted(len(one.entries) for one in found.lists) == [20, 40]
    for benchmark in found.benchmarks:
        for one in benchmark.violations:
            assert one.tables or any(fault.is_error for fault in one.faults), (
                one.section
            )
