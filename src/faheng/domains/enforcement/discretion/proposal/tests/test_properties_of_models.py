"""What holds for every model of a benchmark and every base of a fine."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faheng.domains.enforcement.discretion.proposal.run import (
    propose,
    reckon,
    run_step,
)
from faheng.domains.enforcement.discretion.proposal.tests.invented import (
    benchmark,
    case,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable

YUAN = 100
BASE = "goods_value_fen"
DIRECTIONS = ("mitigate", "lighten", "normal", "heavier")
MODES = ("fixed", "up_to", "multiple", "percent", "two_brackets", "units")
MODELS = ("none", "tiers", "weights", "weights_of_base", "ranges", "score")
GRADES = ("g0", "g1", "g2", "g3")
FLOOR = "0.1"

amounts = st.integers(1, 10**6).map(lambda yuan: yuan * YUAN)
lows = st.integers(1, 20)
widths = st.integers(0, 30)
cuts = st.lists(st.integers(1, 99), min_size=3, max_size=3).map(sorted)
units = st.sampled_from([1, 100, 10_000])


def provision(mode: str, low: int, width: int) -> dict[str, Any]:
    """A provision whose range counts from another base by each mode."""
    own: dict[str, Any] = {"id": "P", "from": "2020-01-01", "until": None}
    own["kinds"] = ["warning", "fine"]
    fixed = {"min_fen": low * 10_000 * YUAN, "max_fen": (low + width) * 10_000 * YUAN}
    if mode == "fixed":
        return own | fixed
    if mode == "units":
        return own | fixed | {"units": "台数"}
    times = {"mode": "multiple", "min_times": low, "max_times": low + width}
    per_cent = {"mode": "percent", "min_percent": low, "max_percent": low + width}
    whole = {"base_from_fen": 0, "base_below_fen": None}
    edge = 10_000 * YUAN
    brackets = {
        "up_to": [whole | {"mode": "up_to", "max_fen": fixed["max_fen"]}],
        "multiple": [whole | times],
        "percent": [whole | per_cent],
        "two_brackets": [
            whole | {"base_below_fen": edge, "mode": "fixed"} | fixed,
            whole | {"base_from_fen": edge} | times,
        ],
    }
    return own | {"fine_rule": {"base": BASE, "brackets": brackets[mode]}}


def bounds(plain: dict[str, Any]) -> tuple[int, int]:
    given = {"provision": plain["provisions"][0], "amounts": plain["amounts"]}
    found = run_step("bracket", given)["output"]
    return found["min_fen"], found["max_fen"]


def asked(mode: str, low: int, width: int, base: int, **more: Any) -> dict[str, Any]:
    sums = {BASE: base, "台数": 3}
    return case(provisions=[provision(mode, low, width)], amounts=sums, **more)


def table(model: str, edges: list[int], low: int, high: int) -> dict[str, Any]:
    """A table of four grades, each worse than the one before."""
    if model.startswith("weights"):
        of = {"of": BASE} if model == "weights_of_base" else {"of": "maximum"}
        options = [
            {"code": grade, "weight": f"0.{cut:02d}"}
            for grade, cut in zip(GRADES, [0, *edges], strict=True)
        ]
        factors = [{"code": "grade", "options": options}]
        rest = {"start": "0.10", "cap": "1", "formula": of, "factors": factors}
        return {"code": "", "model": "weights"} | rest
    if model == "score":
        factors = [{"code": "mark", "weight": "1"}]
        return {"code": "", "model": "score", "factors": factors}
    shares = [Decimal(0), *(Decimal(cut) / 100 for cut in edges), Decimal(1)]
    if model == "tiers":
        rows = [
            {
                "name": grade,
                "when": {"fact": "grade", "is": grade},
                "mode": "percent",
                "low": str(first),
                "high": str(last),
            }
            for grade, (first, last) in zip(GRADES, pairwise(shares), strict=True)
        ]
        return {"code": "", "model": "tiers", "tiers": rows}
    points = [low + int(share * (high - low)) for share in shares]
    rows = [
        {
            "id": grade,
            "when": {"grade": grade},
            "low_fen": first,
            "high_fen": last,
            "high_open": last < high,
        }
        for grade, (first, last) in zip(GRADES, pairwise(points), strict=True)
    ]
    return {"code": "", "model": "ranges", "bands": rows}


def weighed(model: str, grade: int, edges: list[int], plain: dict[str, Any]) -> Any:
    """Put the benchmark and the facts of a grade into a question."""
    facts = dict(plain.get("facts") or {})
    if model == "none":
        return plain | {"facts": facts}
    own = table(model, edges, *bounds(plain))
    facts |= {"grade": GRADES[grade], "mark": f"0.{grade * 3}"}
    return plain | {"facts": facts, "benchmark": benchmark(own)}


def directed(direction: str, unit: int) -> dict[str, Any]:
    facts = {"merit": direction in DIRECTIONS[:2], "emergency": direction == "heavier"}
    choices: dict[str, Any] = {"direction": direction}
    return {
        "facts": facts,
        "choices": choices,
        "parameters": {"round_to_fen": unit, "floor_ratio": FLOOR},
    }


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None, max_examples=40)
@given(
    low=lows,
    width=widths,
    base=amounts,
    edges=cuts,
    grade=st.integers(0, 3),
    direction=st.sampled_from(DIRECTIONS),
    unit=units,
)
def test_no_fine_leaves_the_law_but_by_mitigation(
    mode: str,
    model: str,
    low: int,
    width: int,
    base: int,
    edges: list[int],
    grade: int,
    direction: str,
    unit: int,
) -> None:
    plain = asked(mode, low, width, base, facts={"merit": True, "emergency": False})
    least, most = bounds(plain)
    question = weighed(model, grade, edges, plain) if model != "none" else plain
    question = question | directed(direction, unit)
    question["facts"] = {**weighed_facts(model, grade), **question["facts"]}
    try:
        proposal = propose(question)
    except Unanswerable as refusal:
        # So thin a part that no whole fen lies in it.
        assert "整分" in refusal.reason or "为零" in refusal.reason, refusal
        return
    assert reckon(question) == (proposal.outcome, proposal.fine_fen)
    if direction == "mitigate":
        assert least == 0 or Decimal(FLOOR) * least <= proposal.fine_fen < least
    else:
        assert least <= proposal.fine_fen <= most


def weighed_facts(model: str, grade: int) -> dict[str, Any]:
    return {} if model == "none" else {"grade": GRADES[grade], "mark": f"0.{grade * 3}"}


@pytest.mark.parametrize("model", MODELS[1:])
@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None, max_examples=40)
@given(low=lows, width=widths, base=amounts, edges=cuts, unit=units)
def test_a_worse_grade_never_comes_to_less(
    mode: str,
    model: str,
    low: int,
    width: int,
    base: int,
    edges: list[int],
    unit: int,
) -> None:
    plain = asked(mode, low, width, base, parameters={"round_to_fen": unit})
    fines = []
    for grade in range(4):
        try:
            fines.append(propose(weighed(model, grade, edges, plain)).fine_fen)
        except Unanswerable as refusal:
            assert "整分" in refusal.reason, refusal
    assert fines == sorted(fines)


@pytest.mark.parametrize("model", ["tiers", "ranges"])
@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None, max_examples=40)
@given(low=lows, width=widths, base=amounts, edges=cuts, share=st.integers(0, 1000))
def test_every_lawful_amount_may_be_chosen_in_exactly_one_grade(
    mode: str,
    model: str,
    low: int,
    width: int,
    base: int,
    edges: list[int],
    share: int,
) -> None:
    plain = asked(mode, low, width, base)
    least, most = bounds(plain)
    amount = least + (most - least) * share // 1000
    taken = 0
    for grade in range(4):
        question = weighed(model, grade, edges, plain)
        try:
            found = propose(question | {"choices": {"fine_fen": amount}})
        except Unanswerable:
            continue
        taken += found.fine_fen == amount
    assert taken == 1 or least == most


@settings(deadline=None, max_examples=40)
@given(low=lows, width=widths, first=amounts, second=amounts)
@pytest.mark.parametrize("mode", ["multiple", "percent", "two_brackets"])
def test_a_greater_base_never_comes_to_less(
    mode: str, low: int, width: int, first: int, second: int
) -> None:
    if mode == "two_brackets" and (first < 1_000_000) != (second < 1_000_000):
        # At the edge of brackets the law itself may jump either way.
        return
    fines = []
    for base in sorted((first, second)):
        try:
            fines.append(propose(asked(mode, low, width, base)).fine_fen)
        except Unanswerable as refusal:
            assert "整分" in refusal.reason, refusal
    assert fines == sorted(fines)


@settings(deadline=None, max_examples=40)
@given(
    base=st.integers(0, 10**9),
    days=st.integers(0, 60),
    start=st.integers(0, 27),
)
def test_a_daily_fine_grows_by_its_base_each_day(
    base: int, days: int, start: int
) -> None:
    ordered, again = f"2026-06-{start + 1:02d}", f"2026-06-{start + 1:02d}"
    question = asked("fixed", 1, 1, base)
    none = propose(question | {"daily": {"ordered_on": ordered, "recheck_on": again}})
    after = none.output("afterwards")
    assert after is not None
    assert after["daily"] == {"days": 0, "fine_fen": 0}
    later = f"2026-07-{days % 31 + 1:02d}"
    grown = propose(question | {"daily": {"ordered_on": ordered, "recheck_on": later}})
    after = grown.output("afterwards")
    assert after is not None
    assert after["daily"]["fine_fen"] == after["daily"]["days"] * grown.fine_fen
