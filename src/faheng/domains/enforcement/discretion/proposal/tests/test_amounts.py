"""Direction, amount, gains, gates, and what follows."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Outcome
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.tests.asking import person, refused
from faheng.domains.enforcement.discretion.proposal.tests.invented import (
    RANGES,
    WEIGHTS,
    YUAN,
    benchmark,
    case,
    fixed,
)
from faheng.domains.enforcement.discretion.proposal.what_if import what_if


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


def test_nothing_is_asked_of_a_fine_in_parts_of_a_fen() -> None:
    assert refused(provisions=[fixed(1, 2, max_fen=20.5)]).field.endswith("max_fen")
