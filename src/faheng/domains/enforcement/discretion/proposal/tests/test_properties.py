"""What holds whatever the numbers are."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from faheng.domains.enforcement.discretion.proposal.declare import Proposal, canonical
from faheng.domains.enforcement.discretion.proposal.run import propose, replay
from faheng.domains.enforcement.discretion.proposal.spans import Span
from faheng.domains.enforcement.discretion.proposal.tests.invented import (
    TIERS,
    WEIGHTS,
    benchmark,
    case,
    fixed,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable

DIRECTIONS = ("mitigate", "lighten", "normal", "heavier")
ranges = st.tuples(st.integers(1, 10**6), st.integers(0, 10**7)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
units = st.sampled_from([1, 100, 10_000, 1_000_000])


def weighed(bounds: tuple[int, int], direction: str, **more: Any) -> Proposal:
    facts: dict[str, Any] = dict(more.pop("facts", {}))
    chosen: dict[str, Any] = {"direction": direction}
    if direction in {"mitigate", "lighten"}:
        facts["merit"] = True
    if direction == "heavier":
        facts["emergency"] = True
    return propose(
        case(provisions=[fixed(*bounds)], facts=facts, choices=chosen, **more)
    )


@given(ranges, st.sampled_from(DIRECTIONS), units, st.integers(0, 40))
def test_a_fine_never_leaves_the_range_but_by_mitigation(
    bounds: tuple[int, int], direction: str, unit: int, days: int
) -> None:
    for more in (
        {},
        {"benchmark": benchmark(TIERS), "facts": {"days": days}},
        {"benchmark": benchmark(WEIGHTS), "facts": {"place": "b", "times": "1"}},
    ):
        asked: dict[str, Any] = {"parameters": {"round_to_fen": unit}, **more}
        try:
            proposal = weighed(bounds, direction, **asked)
        except Unanswerable as refusal:
            # A part so thin that no whole fen lies in it.
            assert "整分" in refusal.reason
            continue
        low, high = bounds[0] * 100, bounds[1] * 100
        if direction == "mitigate":
            assert 0 <= proposal.fine_fen < low
        else:
            assert low <= proposal.fine_fen <= high


@given(ranges, units)
def test_a_heavier_direction_never_comes_to_less(
    bounds: tuple[int, int], unit: int
) -> None:
    fines = []
    for direction in DIRECTIONS:
        try:
            proposal = weighed(bounds, direction, parameters={"round_to_fen": unit})
        except Unanswerable:
            continue
        fines.append(proposal.fine_fen)
    assert fines == sorted(fines)


@given(ranges, st.integers(0, 60), st.integers(0, 60))
def test_a_worse_fact_never_comes_to_less(
    bounds: tuple[int, int], first: int, second: int
) -> None:
    mild, grave = sorted((first, second))
    low, high = (
        weighed(bounds, "normal", benchmark=benchmark(TIERS), facts={"days": days})
        for days in (mild, grave)
    )
    assert low.fine_fen <= high.fine_fen


@given(st.integers(0, 100), st.integers(0, 100), ranges)
def test_more_weight_never_comes_to_less(
    first: int, second: int, bounds: tuple[int, int]
) -> None:
    def fine(percent: int) -> int:
        option = {"code": "x", "weight": f"{percent / 100:.2f}"}
        table = {**WEIGHTS, "factors": [{"code": "place", "options": [option]}]}
        asked = {"benchmark": benchmark(table), "facts": {"place": "x"}}
        return weighed(bounds, "normal", **asked).fine_fen

    mild, grave = sorted((first, second))
    assert fine(mild) <= fine(grave)


@given(ranges, st.data())
def test_every_amount_belongs_to_one_band_and_one_tier(
    bounds: tuple[int, int], data: st.DataObject
) -> None:
    low, high = bounds[0] * 100, bounds[1] * 100
    amount = data.draw(st.integers(low, high))
    edges = [low + Fraction(n, 10) * (high - low) for n in (0, 3, 7, 10)]
    bands = [
        Span(edges[0], edges[1]),
        Span(edges[1], edges[2], low_open=True, high_open=True),
        Span(edges[2], edges[3]),
    ]
    if low < high:
        assert sum(band.holds(amount) for band in bands) == 1
    tiers = [Span(one, two, high_open=two < high) for one, two in pairwise(edges)]
    if low < high:
        assert sum(tier.holds(amount) for tier in tiers) == 1


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    units,
    st.booleans(),
    st.booleans(),
    st.fractions(0, 1),
)
def test_rounding_goes_down_and_stays_inside(
    low: int, width: int, unit: int, low_open: bool, high_open: bool, share: Fraction
) -> None:
    part = Span(low, low + width, low_open, high_open)
    exact = part.at(share)
    rounded = part.rounded(exact, unit)
    if rounded is None:
        assert width == 1
        return
    assert part.holds(rounded)
    assert rounded <= exact or rounded == low + low_open


@given(ranges, st.sampled_from(DIRECTIONS), st.integers(0, 40))
def test_every_run_replays_byte_for_byte(
    bounds: tuple[int, int], direction: str, days: int
) -> None:
    asked: dict[str, Any] = {"benchmark": benchmark(TIERS), "facts": {"days": days}}
    try:
        first = weighed(bounds, direction, **asked)
    except Unanswerable:
        return
    second = weighed(bounds, direction, **asked)
    assert (
        canonical(first.rows) == canonical(second.rows) == canonical(replay(first.rows))
    )
