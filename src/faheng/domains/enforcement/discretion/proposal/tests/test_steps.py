"""Every step of a proposal, and what stops it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from faheng.domains.enforcement.discretion.answers import answer
from faheng.domains.enforcement.discretion.proposal.declare import Outcome, canonical
from faheng.domains.enforcement.discretion.proposal.run import STEPS, propose, replay
from faheng.domains.enforcement.discretion.proposal.tests.invented import (
    RANGES,
    TIERS,
    WEIGHTS,
    YUAN,
    benchmark,
    case,
    fixed,
)
from faheng.domains.enforcement.discretion.proposal.what_if import what_if
from faheng.domains.enforcement.discretion.reading import Unanswerable


def refused(**more: Any) -> Unanswerable:
    with pytest.raises(Unanswerable) as caught:
        propose(case(**more))
    assert caught.value.reason
    return caught.value


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


def person(age: int, capacity: str = "full", **more: Any) -> dict[str, Any]:
    return case(party="person", age=age, capacity=capacity, **more)


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


def test_mandatory_lightening_allows_nothing_heavier() -> None:
    facts = {"removed_harm": True}
    assert propose(case(facts=facts)).direction == "lighten"
    for direction in ("normal", "heavier"):
        refusal = refused(facts=facts, choices={"direction": direction})
        assert "32" in refusal.article
    assert "没有" in refused(choices={"direction": "mitigate"}).reason
    assert "没有" in refused(choices={"direction": "heavier"}).reason


def test_an_emergency_and_a_lightening_fact_are_for_a_person() -> None:
    facts = {"emergency": True, "merit": True}
    assert refused(facts=facts).field == "choices.direction"
    chosen = case(facts=facts, choices={"direction": "heavier", "reason": "危害大"})
    assert propose(chosen).direction == "heavier"
    assert propose(case(facts={"emergency": True})).direction == "heavier"


def test_mitigation_goes_below_the_minimum_and_to_review_and_panel() -> None:
    asked = case(
        facts={"merit": True},
        choices={"direction": "mitigate"},
        parameters={"floor_ratio": "0.1"},
    )
    proposal = propose(asked)
    assert 1_000 * YUAN <= proposal.fine_fen < 10_000 * YUAN
    assert proposal.gates["review"]
    assert proposal.gates["panel"]


def test_from_nothing_only_a_lighter_kind_is_left() -> None:
    upto = [fixed(0, 100)]
    asked: dict[str, Any] = {
        "facts": {"merit": True},
        "choices": {"direction": "mitigate"},
    }
    proposal = propose(case(provisions=upto, **asked))
    assert (proposal.fine_fen, proposal.kinds) == (0, ("warning",))
    bare = [fixed(0, 100, kinds=["fine"])]
    assert "较轻的种类" in refused(provisions=bare, **asked).reason


def test_a_fine_is_rounded_down_but_not_out_of_its_part() -> None:
    odd = [fixed(10_050, 10_090)]
    assert propose(case(provisions=odd)).fine_fen == 10_070 * YUAN
    even = [fixed(10_000, 20_090)]
    assert propose(case(provisions=even)).fine_fen == 15_000 * YUAN


def test_weights_add_up_to_the_cap() -> None:
    facts = {"place": "b", "times": "2"}
    asked = case(benchmark=benchmark(WEIGHTS), facts=facts)
    assert propose(asked).fine_fen == 100_000 * YUAN
    assert propose(asked).output("tier")["capped"] is True  # type: ignore[index]


def test_a_factor_not_established_counts_lowest_where_the_document_says() -> None:
    lowest = benchmark(WEIGHTS, rules={"missing": "lowest"})
    assert propose(case(benchmark=lowest)).fine_fen == 10_000 * YUAN
    assert refused(benchmark=benchmark(WEIGHTS)).field == "facts.place"
    lowest = benchmark(RANGES, rules={"missing": "lowest"})
    assert propose(case(benchmark=lowest, facts={"place": "a"})).tier == "1"
    assert refused(benchmark=benchmark(RANGES), facts={"place": "a"}).reason
    strange = refused(benchmark=benchmark(RANGES), facts={"place": "z"})
    assert strange.field == "facts.place"


def test_the_mean_is_the_usual_fine_where_the_document_says() -> None:
    by_mean = benchmark(RANGES, rules={"by_mean": True})
    facts = {"place": "a", "mended": "no"}
    assert propose(case(benchmark=by_mean, facts=facts)).fine_fen == 40_000 * YUAN
    light = propose(case(benchmark=by_mean, facts=facts | {"merit": True}))
    assert 30_000 * YUAN <= light.fine_fen < 40_000 * YUAN


def test_one_limit_only_takes_the_share_that_the_document_sets() -> None:
    table = {**RANGES, "bands": [{"id": "1", "when": {}, "high_fen": 50_000 * YUAN}]}
    rules = {"one_sided": {"max_only": {"normal": "0.5", "lighten": "0.2"}}}
    asked = case(benchmark=benchmark(table, rules=rules), provisions=[fixed(0, 50_000)])
    assert propose(asked).fine_fen == 25_000 * YUAN
    assert propose(asked | {"facts": {"merit": True}}).fine_fen == 10_000 * YUAN


def test_a_benchmark_beyond_the_law_is_refused() -> None:
    refusal = refused(
        benchmark=benchmark(RANGES),
        facts={"place": "b"},
        provisions=[fixed(1_000, 90_000)],
    )
    assert "突破法律" in refusal.reason


def test_a_defence_makes_no_fine_heavier() -> None:
    asked = case(notified_fen=20_000 * YUAN)
    proposal = propose(asked)
    assert proposal.fine_fen == 20_000 * YUAN
    assert "45" in proposal.rows[9]["article"]
    assert propose(asked | {"new_facts": True}).fine_fen > 20_000 * YUAN


def test_an_amount_may_be_chosen_inside_and_left_only_with_a_reason() -> None:
    inside = case(choices={"fine_fen": 60_000 * YUAN})
    assert propose(inside).fine_fen == 60_000 * YUAN
    assert "偏离" in refused(choices={"fine_fen": 99_000 * YUAN}).reason
    assert refused(choices={"deviation": {"fine_fen": 99_000 * YUAN}}).reason
    deviation = {"fine_fen": 99_000 * YUAN, "reason": "社会影响大"}
    left = propose(case(choices={"deviation": deviation}))
    assert left.fine_fen == 99_000 * YUAN
    assert left.gates["review"]
    assert left.gates["panel"]
    beyond = deviation | {"fine_fen": 100_001 * YUAN}
    assert "突破" in refused(choices={"deviation": beyond}).reason


def test_gains_must_be_told_where_they_are_confiscated() -> None:
    rule = [fixed(1, 2, kinds=["fine", "confiscate_gains"])]
    assert refused(provisions=rule).field == "gains"
    gains = {"receipts_fen": 500, "refunds_fen": 200}
    assert propose(case(provisions=rule, gains=gains)).confiscate_fen == 300
    worse = {"receipts_fen": 1, "refunds_fen": 2}
    assert refused(provisions=rule, gains=worse).field == "gains.refunds_fen"


def threshold(**more: Any) -> dict[str, Any]:
    return {
        "id": "T",
        "gate": "hearing",
        "subject": "organisation",
        "measure": "fine",
        "amount_fen": 55_000 * YUAN,
        "inclusive": True,
        "from": "2020-01-01",
        "until": None,
    } | more


def test_the_most_special_and_newest_threshold_speaks() -> None:
    asked = case(choices={"fine_fen": 55_000 * YUAN})
    heard = asked | {"thresholds": [threshold()]}
    assert propose(heard).gates["hearing"]
    over = asked | {"thresholds": [threshold(inclusive=False)]}
    assert not propose(over).gates["hearing"]
    special = threshold(depth=2, amount_fen=90_000 * YUAN)
    assert not propose(asked | {"thresholds": [threshold(), special]}).gates["hearing"]


def test_the_simple_procedure_and_collection_on_the_spot() -> None:
    small = person(30, provisions=[fixed(50, 200)], parameters={"round_to_fen": 100})
    most = propose(
        small | {"choices": {"deviation": {"fine_fen": 20_000, "reason": "x"}}}
    )
    assert most.gates["simple"] is True
    assert most.gates["collect_on_the_spot"] is None
    least = small | {"choices": {"deviation": {"fine_fen": 10_000, "reason": "x"}}}
    assert propose(least).gates["collect_on_the_spot"]
    assert propose(case()).gates["simple"] is False


def test_a_court_that_fined_leaves_no_fine_to_impose() -> None:
    sentenced = propose(case(judgment={"criminal_fine_fen": 500}))
    assert sentenced.fine_fen == 0
    earlier = case(judgment={"criminal_fine_fen": 500, "paid_fine_fen": 900})
    after = propose(earlier).output("afterwards")
    assert after is not None
    assert after["set_off"] == {"paid_fine_fen": 500}


def test_what_if_shows_what_timely_correction_would_do() -> None:
    asked = case(facts={"minor": True, "no_harm": True, "corrected_in_time": False})
    changes = what_if(asked, propose(asked))
    found = next(one for one in changes if one.fact == "corrected_in_time")
    assert found.outcome is Outcome.NO_PENALTY
    assert found.less_fen == propose(asked).fine_fen


def test_a_proposal_is_a_question_among_the_others() -> None:
    answered = answer(case(id="p", kind="proposal", what_if=True))
    assert answered["id"] == "p"
    assert answered["fine_fen"]
    assert len(answered["steps"]) == 14
    json.dumps(answered)
    wrong = answer(case(id="p", kind="proposal", party="robot"))
    assert wrong["error"]["field"] == "party"


def test_nothing_is_asked_of_a_fine_in_parts_of_a_fen() -> None:
    assert refused(provisions=[fixed(1, 2, max_fen=20.5)]).field.endswith("max_fen")
