"""The engine of the law base on the examples beside the checkout, where there are any."""

from __future__ import annotations

import pytest

from faheng.cli.bench.lawbase import BESIDE, STAGES, measure

LEAST = {
    "lawbase.structure": 0.97,
    "lawbase.structure.hard": 0.8,
    "lawbase.citations": 0.92,
    "lawbase.citations.other_half": 0.92,
    "lawbase.penalties": 0.9,
    "lawbase.penalties.fines": 0.92,
    "lawbase.items.first": 0.83,
    "lawbase.items.five": 0.9,
    "lawbase.in_force": 0.8,
}


@pytest.mark.skipif(not BESIDE.exists(), reason="no examples beside this checkout")
def test_the_engine_is_as_right_as_it_was():
    stages = []
    figures = {one.name: one for one in measure(BESIDE, lambda: stages.append(1))}

    assert len(stages) == STAGES
    assert {
        name: figures[name].value
        for name, least in LEAST.items()
        if figures[name].value < least
    } == {}
    assert figures["lawbase.parse"].value > 100
