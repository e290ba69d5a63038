"""Questions of discretion and their answers."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.domains.enforcement.discretion.answers import KINDS, answer

EXAMPLES = Path("../shared/domain/enforcement/discretion_examples.json")
BRACKETS = [
    {
        "base_from_fen": 0,
        "base_below_fen": 1000,
        "mode": "fixed",
        "min_fen": 100,
        "max_fen": 900,
    },
    {
        "base_from_fen": 1000,
        "base_below_fen": None,
        "mode": "multiple",
        "min_times": 1,
        "max_times": 3,
    },
]


def ask(kind: str, **fields: Any) -> dict[str, Any]:
    return answer({"id": "q", "kind": kind, **fields})


@pytest.mark.skipif(
    not EXAMPLES.exists(), reason="the examples are not beside this checkout"
)
def test_every_given_example_is_answered_as_expected() -> None:
    for question in json.loads(EXAMPLES.read_text(encoding="utf-8")):
        answered = answer(question)
        assert {k: answered.get(k) for k in question["expect"]} == question["expect"]


def test_a_base_on_the_edge_belongs_to_the_bracket_it_opens() -> None:
    rule = {"brackets": BRACKETS}
    assert ask("range", fine_rule=rule, base_fen=999)["max_fen"] == 900
    assert ask("range", fine_rule=rule, base_fen=1000)["max_fen"] == 3000


def test_an_unknown_base_takes_the_range_that_the_law_gives_for_it() -> None:
    rule = {
        "brackets": BRACKETS,
        "base_unknown": {"mode": "fixed", "min_fen": 1, "max_fen": 5},
    }
    assert ask("range", fine_rule=rule, base_fen=None)["max_fen"] == 5
    refused = ask("range", fine_rule={"brackets": BRACKETS}, base_fen=None)
    assert refused["error"]["field"] == "base_fen"


@pytest.mark.parametrize(
    ("kind", "fields", "at_fault"),
    [
        ("range", {"fine_rule": {"brackets": BRACKETS}, "base_fen": 1.5}, "base_fen"),
        (
            "range",
            {"fine_rule": {"brackets": BRACKETS + BRACKETS}, "base_fen": 5},
            "fine_rule.brackets",
        ),
        ("range", {"fine_rule": {"brackets": BRACKETS[1:]}, "base_fen": 5}, "base_fen"),
        (
            "gains",
            {"receipts_fen": 1, "refunds_fen": 2, "deduct_costs": False},
            "refunds_fen",
        ),
        (
            "weights",
            {"start": "0.1", "factors": ["0.05"], "base_fen": 1, "cap": "1"},
            "base_fen",
        ),
        (
            "hearing_notice",
            {"notice_on": "2026-06-15", "hearing_on": "2026-06-14"},
            "hearing_on",
        ),
        (
            "limitation",
            {"act_end": "2026-02-30", "discovered_on": "2026-03-01"},
            "act_end",
        ),
        (
            "score",
            {"min_fen": 1, "max_fen": 9, "weights": {"a": "0.5"}, "scores": {"a": "1"}},
            "weights",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_names_the_field(
    kind: str, fields: dict[str, Any], at_fault: str
) -> None:
    error = ask(kind, **fields)["error"]
    assert error["field"] == at_fault
    assert error["article"]


@pytest.mark.parametrize("question", [None, 3, [], {}, {"kind": []}, {"kind": "x"}])
def test_rubbish_is_answered_with_an_error(question: Any) -> None:
    assert "error" in answer(question)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_question_without_its_fields_is_no_crash(kind: str) -> None:
    assert ask(kind)["error"]["reason"]


def test_the_new_law_applies_when_it_is_lighter() -> None:
    old = {
        "id": "old",
        "from": "2010-01-01",
        "until": "2024-07-01",
        "min_fen": 5,
        "max_fen": 9,
    }
    new = {"id": "new", "from": "2024-07-01", "until": None, "min_fen": 4, "max_fen": 9}
    dates = {
        "act_start": "2024-03-01",
        "act_end": "2024-03-05",
        "decision_on": "2025-01-10",
    }
    assert ask("law_choice", provisions=[old, new], **dates)["applies"] == "new"
    assert ask("law_choice", provisions=[old], **dates)["applies"] is None


def test_overlapping_suspensions_count_once() -> None:
    twice = [["2026-03-25", "2026-04-05"], ["2026-04-01", "2026-04-10"]]
    fields = {
        "fine_fen": 2000000,
        "served_on": "2026-03-02",
        "pay_days": 15,
        "paid_on": "2026-04-20",
    }
    assert ask("surcharge", suspensions=twice, **fields)["days"] == 17


@given(
    low=st.integers(0, 10**9),
    width=st.integers(0, 10**9),
    score=st.decimals(0, 1, places=3),
    step=st.integers(1, 10**6),
)
def test_a_score_never_leaves_the_range(
    low: int, width: int, score: Any, step: int
) -> None:
    fine = ask(
        "score",
        min_fen=low,
        max_fen=low + width,
        weights={"a": "1"},
        scores={"a": str(score)},
        round_to_fen=step,
    )["fine_fen"]
    assert low <= fine <= low + width


@given(days=st.integers(0, 400), more=st.integers(0, 50))
def test_a_surcharge_grows_with_delay_and_never_passes_the_fine(
    days: int, more: int
) -> None:
    def owed(late: int) -> int:
        paid_on = (date(2024, 3, 2) + timedelta(days=late)).isoformat()
        return int(
            ask(
                "surcharge",
                fine_fen=100_00,
                served_on="2024-03-02",
                pay_days=15,
                paid_on=paid_on,
                suspensions=[],
            )["surcharge_fen"]
        )

    assert owed(days) <= owed(days + more) <= 100_00
