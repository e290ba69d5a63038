"""The edges of every kind of question."""

from __future__ import annotations

from typing import Any

import pytest

from faheng.domains.enforcement.discretion.answers import answer

FIXED = {"mode": "fixed", "min_fen": 1000, "max_fen": 9000}


def ask(kind: str, **fields: Any) -> dict[str, Any]:
    return answer({"id": "q", "kind": kind, **fields})


def rule(*brackets: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"brackets": list(brackets), **more}


def bracket(start: int, end: int | None, **more: Any) -> dict[str, Any]:
    return {"base_from_fen": start, "base_below_fen": end, **more}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (bracket(0, None, **FIXED), (1000, 9000)),
        (bracket(0, None, mode="up_to", max_fen=500), (0, 500)),
        (bracket(0, None, mode="multiple", min_times="0.5", max_times=3), (500, 3000)),
        (bracket(0, None, mode="percent", min_percent=1, max_percent="5"), (10, 50)),
        (bracket(0, None, mode="multiple", max_times=3), (0, 3000)),
    ],
)
def test_every_mode_of_a_bracket(
    given: dict[str, Any], expected: tuple[int, int]
) -> None:
    answered = ask("range", fine_rule=rule(given), base_fen=1000)
    assert (answered["min_fen"], answered["max_fen"]) == expected


def test_a_single_fixed_range_needs_no_base_but_a_multiple_does() -> None:
    free = ask("range", fine_rule=rule(bracket(0, None, **FIXED)), base_fen=None)
    assert free["max_fen"] == 9000
    times = bracket(0, None, mode="multiple", min_times=1, max_times=2)
    bound = ask("range", fine_rule=rule(times), base_fen=None)
    assert bound["error"]["field"] == "base_fen"


def test_a_multiple_in_parts_of_a_fen_is_refused_however_many_places() -> None:
    times = bracket(
        0, None, mode="multiple", min_times="0.333333333333333", max_times=1
    )
    refused = ask("range", fine_rule=rule(times), base_fen=3)
    assert refused["error"]["field"] == "fine_rule.brackets[0].min_times"


@pytest.mark.parametrize("base", [-1, 1.0, "5", True, 10**30, [], {}])
def test_a_base_that_is_no_amount_is_refused(base: Any) -> None:
    refused = ask("range", fine_rule=rule(bracket(0, None, **FIXED)), base_fen=base)
    assert refused["error"]["field"] == "base_fen"


def test_bands_meet_at_the_edges_and_cover_the_range() -> None:
    bands = [
        ask(
            "band",
            fine_rule=rule(bracket(0, None, **FIXED)),
            base_fen=5,
            direction=direction,
            split=["0.25", "0.75"],
        )
        for direction in ("lighten", "normal", "heavier")
    ]
    edges = [(band["low_fen"], band["high_fen"]) for band in bands]
    assert edges == [(1000, 3000), (3000, 7000), (7000, 9000)]


@pytest.mark.parametrize(
    "split", [["0.7", "0.3"], ["0.3"], ["0.3", "1.1"], [0.3, 0.7], None, "0.3"]
)
def test_a_split_that_is_none_is_refused(split: Any) -> None:
    refused = ask(
        "band",
        fine_rule=rule(bracket(0, None, **FIXED)),
        base_fen=5,
        direction="normal",
        split=split,
    )
    assert refused["error"]["field"] == "split"


def mitigate(low: int, ratio: str) -> dict[str, Any]:
    given = bracket(0, None, mode="fixed", min_fen=low, max_fen=9000)
    return ask("mitigate", fine_rule=rule(given), base_fen=1, floor_ratio=ratio)


def test_mitigation_stays_below_the_minimum() -> None:
    found = mitigate(1000, "0")
    assert (found["low_fen"], found["high_fen"]) == (0, 1000)
    assert found["high_exclusive"] is True
    assert mitigate(1000, "1")["error"]["field"] == "floor_ratio"


def test_below_nothing_there_is_no_amount() -> None:
    error = mitigate(0, "0.1")["error"]
    assert "较轻的种类" in error["reason"]
    upto = bracket(0, None, mode="up_to", max_fen=9000)
    refused = ask("mitigate", fine_rule=rule(upto), base_fen=1, floor_ratio="0.1")
    assert "较轻的种类" in refused["error"]["reason"]


def score(**more: Any) -> dict[str, Any]:
    fields = {
        "min_fen": 550,
        "max_fen": 1550,
        "weights": {"a": "0.6", "b": "0.4"},
        "scores": {"a": "1", "b": "0.5"},
        "round_to_fen": 100,
    }
    return ask("score", **(fields | more))


def test_a_score_is_rounded_down_but_not_below_the_minimum() -> None:
    assert score()["fine_fen"] == 1300
    assert score()["score"] == "0.8"
    assert score(scores={"a": "0", "b": "0"})["fine_fen"] == 550
    assert score(scores={"a": "1", "b": "1"})["score"] == "1"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"weights": {"a": "0.6", "b": "0.3"}}, "weights"),
        ({"scores": {"a": "1"}}, "scores"),
        ({"scores": {"a": "1.1", "b": "0"}}, "scores.a"),
        ({"round_to_fen": 0}, "round_to_fen"),
        ({"max_fen": 1}, "max_fen"),
    ],
)
def test_a_contradictory_score_is_refused(more: dict[str, Any], field: str) -> None:
    assert score(**more)["error"]["field"] == field


def test_weights_stop_at_the_cap_and_may_be_none() -> None:
    asked: dict[str, Any] = {"base_fen": 1000, "cap": "1"}
    capped = ask("weights", start="0.5", factors=["0.4", "0.3"], **asked)
    assert (capped["share"], capped["fine_fen"]) == ("1", 1000)
    assert ask("weights", start="0.2", factors=[], **asked)["fine_fen"] == 200


@pytest.mark.parametrize(
    ("party", "kinds", "fine", "allowed"),
    [
        ("person", ["warning"], None, True),
        ("person", ["warning", "fine"], 20_000, True),
        ("organisation", ["fine"], 300_000, True),
        ("organisation", ["fine"], 300_001, False),
        ("organisation", ["fine", "confiscate_gains"], 100, False),
        ("person", ["criticism"], 0, False),
    ],
)
def test_the_simple_procedure_includes_its_limits(
    party: str, kinds: list[str], fine: int | None, *, allowed: bool
) -> None:
    found = ask("simple_procedure", party=party, kinds=kinds, fine_fen=fine)
    assert found["allowed"] is allowed


@pytest.mark.parametrize(
    ("kinds", "fine", "field"),
    [([], 1, "kinds"), ([{}], 1, "kinds"), (["warning"], 5, "fine_fen")],
)
def test_kinds_that_contradict_the_fine_are_refused(
    kinds: list[Any], fine: int, field: str
) -> None:
    refused = ask("simple_procedure", party="person", kinds=kinds, fine_fen=fine)
    assert refused["error"]["field"] == field


@pytest.mark.parametrize(
    ("fine", "inclusive", "right"),
    [(99, True, False), (100, True, True), (100, False, False), (101, False, True)],
)
def test_a_hearing_at_the_very_amount(fine: int, inclusive: bool, right: bool) -> None:
    asked = {"party": "person", "fine_fen": fine, "threshold_fen": 100}
    assert ask("hearing", inclusive=inclusive, **asked)["right"] is right


@pytest.mark.parametrize(
    ("notice", "hearing", "days"),
    [
        ("2026-06-15", "2026-06-25", 7),
        ("2026-06-15", "2026-06-24", 6),
        ("2026-06-15", "2026-06-15", 0),
        ("2026-09-28", "2026-10-09", 4),
        ("2026-02-10", "2026-02-28", 9),
    ],
)
def test_working_days_before_a_hearing_skip_holidays_but_not_made_up_ones(
    notice: str, hearing: str, days: int
) -> None:
    found = ask("hearing_notice", notice_on=notice, hearing_on=hearing)
    assert (found["working_days"], found["ok"]) == (days, days >= 7)
