"""Benchmarks and lists in the database: versions, publication, who is told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.management import call_command

from faheng.domains.enforcement.benchmarks import queries
from faheng.domains.enforcement.benchmarks.checks import Asking
from faheng.domains.enforcement.benchmarks.drafts import DraftBenchmark
from faheng.domains.enforcement.benchmarks.keeping import (
    NotKept,
    Place,
    Use,
    keep_benchmark,
    keep_list,
    link,
    publish,
    record_use,
)
from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    ListEntry,
    ListUse,
)
from faheng.domains.enforcement.benchmarks.sources import gather
from faheng.domains.enforcement.benchmarks.tests.invented import folder
from faheng.domains.enforcement.discretion.proposal.declare import Outcome
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.tests.invented import case, fixed
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.tests.cast import build

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, tzinfo=UTC)
TODAY = date(2026, 5, 1)
PLACE = Place(NOW, TODAY, field="environment", source="某目录")


def keep(path: Path) -> Benchmark:
    found = gather(folder(path))
    for one in found.benchmarks:
        assert keep_benchmark(one, PLACE, Asking()).changed
    for other in found.lists:
        assert keep_list(other, PLACE).changed
    return Benchmark.objects.get(title="某市甲类裁量基准")


def item(**more: object) -> EnforcementItem:
    row = EnforcementItem.objects.create(
        code="I1",
        name="甲行为",
        field="environment",
        valid_from=date(2020, 1, 1),
        recorded_at=NOW,
        **more,
    )
    for role, article, para in (
        (ProvisionRole.VIOLATION, 3, None),
        (ProvisionRole.PENALTY, 9, 2),
    ):
        row.provisions.create(
            role=role, law="某法", article=article, para=para, citation="某"
        )
    return row


def test_a_benchmark_is_kept_with_its_faults_and_twice_changes_nothing(
    tmp_path: Path,
) -> None:
    row = keep(tmp_path)
    assert row.violations.count() == 6
    assert row.violations.filter(is_usable=True).count() == 4
    assert any("第5行" in fault["place"] for fault in row.faults)
    for one in gather(tmp_path).benchmarks:
        assert not keep_benchmark(one, PLACE, Asking()).changed
    assert BenchmarkViolation.objects.count() == 8


def test_a_newer_version_closes_the_older_and_an_earlier_one_is_refused() -> None:
    def version(day: date) -> DraftBenchmark:
        return DraftBenchmark("某基准", doc_no="某发", valid_from=day)

    keep_benchmark(version(date(2024, 1, 1)), PLACE, Asking())
    keep_benchmark(version(date(2025, 1, 1)), PLACE, Asking())
    old, new = Benchmark.objects.order_by("valid_from")
    assert (old.valid_until, new.replaces_id) == (date(2024, 12, 31), old.pk)
    with pytest.raises(NotKept):
        keep_benchmark(version(date(2023, 1, 1)), PLACE, Asking())
    with pytest.raises(NotKept):
        keep_benchmark(DraftBenchmark("无日期"), PLACE, Asking())


def test_a_benchmark_weighs_nothing_before_it_is_published() -> None:
    draft = gather_one_with_penalty()
    keep_benchmark(draft, PLACE, Asking())
    row = Benchmark.objects.get()
    violation = BenchmarkViolation.objects.create(
        benchmark=row, section="1", name="甲行为", model="weights", tables=[{}]
    )
    link(violation, "I1")
    found = item()
    assert queries.for_item(found, TODAY) == []
    with pytest.raises(NotKept):
        publish(row, TODAY, " ")
    publish(row, TODAY, "https://example.test")
    assert queries.for_item(found, TODAY) == [violation]
    assert row.faults == []
    with pytest.raises(NotKept):
        publish(row, date(2026, 5, 2), "https://example.test")


def gather_one_with_penalty() -> DraftBenchmark:
    return DraftBenchmark("某基准", valid_from=date(2024, 1, 1))


def test_an_item_finds_its_benchmark_by_the_penalty_provision(tmp_path: Path) -> None:
    keep(tmp_path)
    found = queries.for_item(item(), TODAY)
    assert [row.section for row in found] == ["1.1"]
    asked = case(
        act_start="2026-03-01",
        act_end="2026-03-01",
        discovered_on="2026-03-01",
        decision_on="2026-05-01",
        provisions=[fixed(20_000, 200_000)],
        facts={"地点": "敏感"},
        benchmark=queries.asked_benchmark(found[0]),
    )
    assert propose(asked).fine_fen == 100_000_00
    assert queries.for_item(item_of_other_day(), date(2027, 1, 1)) == []


def item_of_other_day() -> EnforcementItem:
    return EnforcementItem.objects.get(code="I1")


def test_an_entry_of_a_list_spares_a_first_offence_once_confirmed(
    tmp_path: Path,
) -> None:
    keep(tmp_path)
    (entry,) = queries.entries_for_item(item(), TODAY)
    facts = {"first_time": True, "corrected_in_time": True, "slight_harm": True}
    asked = case(facts=facts, lists=[queries.asked_entry(entry)])
    assert propose(asked).outcome is Outcome.PUNISH
    confirmed = facts | {"entry1.1": True, "entry1.2": True}
    assert propose(asked | {"facts": confirmed}).outcome is Outcome.WAIVED


def test_owners_learn_which_rows_rest_on_a_changed_provision(tmp_path: Path) -> None:
    keep(tmp_path)
    told = queries.affected_by("某法", 3, TODAY)
    assert {one.document for one in told} == {"某市甲类裁量基准", "某市不罚清单"}
    assert all("请核对" in one.sentence and one.issuer == "某局" for one in told)
    assert queries.affected_by("某法", 99, TODAY) == []
    assert queries.affected_by("某法", 3, date(2019, 1, 1)) == []


def test_coverage_and_uses_are_counted(tmp_path: Path) -> None:
    keep(tmp_path)
    (covered,) = queries.coverage(TODAY)
    assert (covered.field, covered.violations, covered.entries) == ("environment", 8, 2)
    assert covered.usable == 5
    entry = ListEntry.objects.order_by("pk")[0]
    by = next(iter(build().organs.values()))
    for amount in (100, 250):
        record_use(entry, Use(by, TODAY, amount))
    (used,) = queries.uses(TODAY, TODAY)
    assert (used.uses, used.waived_fen, used.kind) == (2, 350, "不予处罚")
    assert queries.uses(date(2026, 6, 1), date(2026, 6, 2)) == []
    assert ListUse.objects.count() == 2


def test_the_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", "enforcement", check=True, dry_run=True)
