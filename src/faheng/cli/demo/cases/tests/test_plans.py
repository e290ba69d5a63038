from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from faheng.cli.demo.cases.pictures import picture
from faheng.cli.demo.cases.placing import place, spread
from faheng.cli.demo.cases.plans import Line, lines_of, lots, plans
from faheng.cli.demo.data import chance
from faheng.kernel.clocks.declare import shipped_calendar
from faheng.kernel.procedures.declare import PROCEDURES

DAY = date(2026, 11, 20)
EVE = date(2026, 11, 19)
CASES = range(290, 345)


def test_every_line_of_every_plan_is_a_step_of_its_procedure() -> None:
    for plan in plans().values():
        main = PROCEDURES[f"enforcement.{plan.procedure}"]
        for line in plan.lines:
            where = [main]
            if line.track:
                where = [main.tracks()[line.track].procedure]
            elif line.step not in main.steps():
                where = [PROCEDURES["enforcement.ordinary_penalty"]]
            assert line.step in where[0].steps(), (plan.key, line)


def test_every_plan_is_used_and_every_lot_names_a_plan_and_a_line() -> None:
    assert {lot.plan for lot in lots()} == set(plans())
    for lot in lots():
        assert lines_of(plans()[lot.plan], lot)


def test_there_are_some_three_hundred_cases_one_in_ten_of_them_flawed() -> None:
    count = {True: 0, False: 0}
    for lot in lots():
        count[plans()[lot.plan].flawed] += lot.count or len(lot.last)
    assert sum(count.values()) in CASES
    assert count[True] / sum(count.values()) == pytest.approx(0.1, abs=0.02)


def test_the_last_line_lies_as_far_back_as_it_is_told() -> None:
    lines = [Line("a"), Line("b", after=3), Line("c"), Line("d", days=8)]
    times = place(lines, DAY, 1, shipped_calendar(), chance("test"))
    happened = [when.happened for when in times]
    assert happened == sorted(happened)
    assert happened[-1].date() == EVE
    assert happened[1].date() == happened[2].date() == date(2026, 11, 11)
    assert happened[0].date() == date(2026, 11, 6)


def test_what_came_in_afterwards_is_recorded_later_and_never_on_the_day() -> None:
    lines = [Line("a", late=5), Line("b", after=1)]
    times = place(lines, DAY, 2, shipped_calendar(), chance("test"))
    assert times[0].recorded.date() == EVE
    assert times[1].recorded >= times[0].recorded


def test_no_two_cases_of_an_organ_are_on_record_at_once() -> None:
    calendar, lines = shipped_calendar(), [Line("examine_scene"), Line("question")]
    cases = [
        (1, lines, place(lines, DAY, 3, calendar, chance("test"))) for _ in range(4)
    ]
    spread(cases)
    spans = sorted((times[0].happened, times[-1].happened) for _, _, times in cases)
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_pictures_are_small_and_the_same_each_time() -> None:
    data = picture(chance("test"))
    assert data.startswith(b"\x89PNG")
    assert len(data) < 4096
    assert data == picture(chance("test"))
