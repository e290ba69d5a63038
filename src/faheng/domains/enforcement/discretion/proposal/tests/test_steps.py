"""The steps up to the tier, and what stops them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from faheng.domains.enforcement.discretion.proposal.declare import Outcome, canonical
from faheng.domains.enforcement.discretion.proposal.run import STEPS, propose, replay
from faheng.domains.enforcement.discretion.proposal.tests.asking import person, refused
from faheng.domains.enforcement.discretion.proposal.tests.invented import (
    RANGES,
    TIERS,
    WEIGHTS,
    YUAN,
    benchmark,
    case,
    fixed,
)


def test_a_proposal_takes_all_fourteen_steps_in_order() -> None:
    proposal = propose(case())
    assert [row["step"] for row in proposal.rows] == list(STEPS)
    assert len(STEPS) == 14
    assert all(row["rule"] and row["article"] for row in proposal.rows)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"benchmark": benchmark(TIERS), "facts": {"days": 12}},
        {"benchmark": benchmark(WEIGHTS), "facts": {"place": "b", "times": "1"}},
        {"benchmark": benchmark(RANGES), "facts": {"place": "a", "mended": "no"}},
        {"facts": {"minor": True, "no_harm": True, "corrected_in_time": True}},
    ],
)
def test_rows_replay_byte_for_byte_even_out_of_the_archive(
    more: dict[str, Any],
) -> None:
    rows = propose(case(**more)).rows
    kept = json.loads(canonical(rows))
    assert canonical(replay(rows)) == canonical(rows)
    assert canonical(replay(kept)) == canonical(rows)


def test_a_lighter_new_law_applies_and_a_heavier_one_does_not() -> None:
    old = fixed(10_000, 100_000, until="2025-04-01")
    new = fixed(5_000, 90_000, id="N", **{"from": "2025-04-01"})
    assert propose(case(provisions=[old, new])).high_fen == 90_000 * YUAN
    worse = new | {"kinds": ["fine", "close"]}
    assert propose(case(provisions=[old, worse])).high_fen == 100_000 * YUAN


def test_an_act_that_is_no_longer_a_violation_is_not_punished() -> None:
    gone = [fixed(1, 2, until="2025-05-01")]
    assert propose(case(provisions=gone)).outcome is Outcome.NO_VIOLATION
    later = [fixed(1, 2, **{"from": "2025-05-01"})]
    assert propose(case(provisions=later)).outcome is Outcome.NO_VIOLATION


def test_a_provision_that_had_lapsed_before_the_act_is_refused() -> None:
    refusal = refused(provisions=[fixed(1, 2, until="2024-01-01")])
    assert "改选" in refusal.reason
    assert "37" in refusal.article


def test_the_last_day_of_limitation_is_in_time() -> None:
    assert propose(case(discovered_on="2027-03-05", decision_on="2027-04-01")).fine_fen
    late = propose(case(discovered_on="2027-03-06", decision_on="2027-04-01"))
    assert late.outcome is Outcome.OUT_OF_TIME
    harm = case(
        discovered_on="2027-03-06",
        decision_on="2027-04-01",
        life_health_or_finance_harm=True,
    )
    assert propose(harm).outcome is Outcome.PUNISH


def test_a_crime_is_referred_before_anything_is_weighed() -> None:
    row = {"id": "C", "amount": "goods_value_fen", "least_fen": 5, "inclusive": True}
    asked = case(crime_thresholds=[row], amounts={"goods_value_fen": 5})
    proposal = propose(asked)
    assert proposal.outcome is Outcome.REFER
    assert proposal.output("amount") is None
    below = asked | {"crime_thresholds": [row | {"inclusive": False}]}
    assert propose(below).outcome is Outcome.PUNISH


def test_children_and_those_without_capacity_are_not_punished() -> None:
    assert propose(person(13)).outcome is Outcome.NO_PENALTY
    assert propose(person(14)).direction == "lighten"
    assert propose(person(18)).direction == "normal"
    assert propose(person(40, "none")).outcome is Outcome.NO_PENALTY
    assert propose(person(40, "reduced")).direction == "normal"
    chosen = person(40, "reduced", choices={"direction": "mitigate"})
    assert propose(chosen).direction == "mitigate"


def test_a_person_without_an_age_is_refused() -> None:
    assert refused(party="person").field == "age"


def test_no_fault_excludes_unless_the_law_says_otherwise() -> None:
    facts = {"no_fault": True}
    assert propose(case(facts=facts)).outcome is Outcome.NO_PENALTY
    strict = [fixed(1, 2, liable_without_fault=True)]
    assert propose(case(facts=facts, provisions=strict)).outcome is Outcome.PUNISH


FIRST = {"first_time": True, "slight_harm": True, "corrected_in_time": True}


def test_a_first_offence_may_be_waived_and_is_where_a_list_says_so() -> None:
    assert propose(case(facts=FIRST)).outcome is Outcome.PUNISH
    waived = propose(case(facts=FIRST, choices={"waive": True}))
    assert waived.outcome is Outcome.WAIVED
    assert "教育" in waived.reasons
    entry = {
        "id": "L1",
        "kind": "no_penalty",
        "article": "33(1)",
        "when": {"all": [{"fact": code} for code in FIRST]},
        "from": "2022-01-01",
        "until": None,
    }
    assert propose(case(facts=FIRST, lists=[entry])).outcome is Outcome.WAIVED
    kept = case(facts=FIRST, lists=[entry], choices={"waive": False})
    assert propose(kept).gates["panel"]
    lacking = refused(facts={"first_time": True}, choices={"waive": True})
    assert "slight_harm" in lacking.reason
    unfounded = [entry | {"article": "28"}]
    assert refused(facts=FIRST, lists=unfounded).field == "lists[0].article"


def test_a_first_offence_contradicted_by_the_history_is_refused() -> None:
    refusal = refused(facts={"first_time": True}, earlier_violations=2)
    assert refusal.field == "facts.first_time"


def test_the_higher_fine_applies_and_a_tie_is_written_down() -> None:
    both = [fixed(1, 200_000, line="a"), fixed(2, 200_000, id="B", line="b")]
    proposal = propose(case(provisions=both))
    assert proposal.output("concurrence")["applies"] == "B"  # type: ignore[index]
    tie = propose(case(provisions=[both[0], both[0] | {"id": "B", "line": "b"}]))
    assert tie.output("concurrence")["tie"] == ["A", "B"]  # type: ignore[index]


def test_a_fine_waits_for_the_order_to_correct_where_the_law_says_so() -> None:
    slow = [fixed(1, 2, requires_prior_correction=True)]
    assert propose(case(provisions=slow)).outcome is Outcome.CORRECT_FIRST
    ignored = case(provisions=slow, facts={"ignored_order": True})
    assert propose(ignored).outcome is Outcome.PUNISH


@pytest.mark.parametrize(
    ("days", "tier"), [(9, "较轻"), (10, "一般"), (29, "一般"), (30, "严重")]
)
def test_an_edge_belongs_to_one_tier(days: int, tier: str) -> None:
    asked = case(benchmark=benchmark(TIERS), facts={"days": days})
    assert propose(asked).tier == tier


def test_no_tier_two_tiers_and_a_missing_fact_are_for_a_person() -> None:
    assert refused(benchmark=benchmark(TIERS)).field == "facts.days"
    gap = {**TIERS, "tiers": TIERS["tiers"][1:]}  # type: ignore[index]
    assert "任何一个" in refused(benchmark=benchmark(gap), facts={"days": 1}).reason
    twice = {**TIERS, "tiers": [*TIERS["tiers"], TIERS["tiers"][0]]}  # type: ignore[misc,index]
    assert "几个阶次" in refused(benchmark=benchmark(twice), facts={"days": 1}).reason


def test_a_fact_without_evidence_does_not_count() -> None:
    facts = [{"code": "removed_harm", "value": True, "evidence": []}]
    proposal = propose(case(facts=facts))
    assert proposal.direction == "normal"
    assert proposal.set_aside == ("removed_harm",)


def test_two_values_of_one_fact_are_a_contradiction() -> None:
    facts = [{"code": "days", "value": value, "evidence": ["证1"]} for value in (1, 2)]
    assert refused(facts=facts).field == "facts.days"
    both = {"no_harm": True, "slight_harm": True}
    assert "矛盾" in refused(facts=both).reason


def test_a_benchmark_not_in_force_is_refused() -> None:
    ended = benchmark(TIERS, until="2025-06-01")
    assert "没有生效" in refused(benchmark=ended, facts={"days": 1}).reason


def test_an_older_benchmark_counts_only_where_lighter_and_allowed() -> None:
    mild = {**WEIGHTS, "start": "0.10", "factors": []}
    old = benchmark(WEIGHTS | {"factors": WEIGHTS["factors"][:1]}, until="2025-06-01")
    new = benchmark(
        {**mild, "start": "0.50", "factors": WEIGHTS["factors"][:1]},
        id="N",
        **{"from": "2025-06-01"},
    )
    asked = case(benchmarks=[new, old], facts={"place": "a"})
    assert propose(asked).fine_fen == 50_000 * YUAN
    allowed = asked | {"parameters": {"old_benchmark_if_lighter": True}}
    assert propose(allowed).fine_fen == 10_000 * YUAN
