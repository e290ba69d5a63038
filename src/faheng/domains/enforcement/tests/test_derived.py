"""What follows from the declarations is found on every engine, to the day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from faheng.domains.enforcement.tests.cast import CN
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.kernel.questions.planting import Scene
from faheng.kernel.questions.tests.engines import ENGINES, answers, organs

CASE = {"division_path": "44/4403/440301", "field": "city"}
AT = datetime(2026, 6, 1, 10, tzinfo=CN)
COURSE = {"id": 1, "procedure": "enforcement.ordinary_penalty", "stage": "decided"}


def scene(**rows):
    return Scene("", {"courses": [COURSE], "cases": [CASE], **rows}, AT)


def told(name, value, field="", division="44/4403", since=date(2020, 1, 1)):
    """Give what a division set for a number, for a field or for all."""
    place = {"division_path": division, "rank": 2 * (division.count("/") + 1) + 1}
    row = {"name": name, "value": value, "field": field, "valid_from": since}
    return row | place | {"rank": place["rank"] + bool(field)}


def clock(due_on, **more):
    row = {"term": "deciding", "of": "organ", "state": "running", "due_on": due_on}
    place = {"division_path": CASE["division_path"]}
    return scene(clocks=[row | place | more])


def paper(**more):
    row = {
        "document": "penalty_decision",
        "must_serve": True,
        "state": "issued",
        "made_on": date(2026, 5, 24),
    }
    return scene(papers=[row | more])


LATE, SOON = {("SX-04", 1, 1)}, {("SX-03", 1, 1)}
UNSERVED, MISSED = {("WS-09", 1, 1)}, {("WS-01", 1, 1)}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("planted", "found"),
    [
        (clock(date(2026, 5, 31)), LATE),
        (clock(date(2026, 6, 6)), SOON),
        (clock(date(2026, 6, 7)), set()),
        (clock(date(2026, 5, 31), state="paused"), set()),
        (clock(date(2026, 5, 20), state="stopped", stopped_on=date(2026, 5, 21)), LATE),
        (
            clock(date(2026, 5, 20), state="stopped", stopped_on=date(2026, 5, 20)),
            set(),
        ),
    ],
    ids=[
        "day after",
        "five days left",
        "six days left",
        "paused",
        "stopped late",
        "met",
    ],
)
def test_a_deadline_is_told_to_the_day(planted, found, engine, request):
    assert answers("deadlines", planted, engine, request) == found


@pytest.mark.parametrize("engine", ENGINES)
def test_the_end_of_a_term_in_working_days_nears_by_working_days(engine, request):
    friday = datetime(2026, 6, 5, 10, tzinfo=CN)
    nears = {("SX:enforcement.ordinary_penalty.verifying:soon", 1, 1)}
    fifteen = {"term": "verifying", "length": 15, "unit": "working_day"}

    for due_on, found in [(date(2026, 6, 10), nears), (date(2026, 6, 11), set())]:
        rows = clock(due_on, **fifteen).rows
        planted = Scene("", rows, friday)
        assert answers("deadlines", planted, engine, request) == found


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("planted", "found"),
    [
        (paper(), UNSERVED),
        (paper(made_on=date(2026, 5, 25)), set()),
        (paper(served_on=date(2026, 5, 30)), set()),
        (paper(state="void"), set()),
    ],
    ids=["eight days", "seven days", "served", "void"],
)
def test_a_paper_that_nobody_served_is_missed(planted, found, engine, request):
    assert answers("papers_not_served", planted, engine, request) == found


@pytest.mark.parametrize("engine", ENGINES)
def test_a_step_without_its_paper_is_missed(engine, request):
    acts = [{"step": "decide"}]
    step = PROCEDURES[COURSE["procedure"]].steps()["decide"]
    made = [{"document": one.key(), "state": "issued"} for one in step.issues]
    void = [{**made[0], "state": "void"}, *made[1:]]

    for papers, found in [([], MISSED), (made, set()), (void, MISSED)]:
        planted = scene(acts=acts, papers=papers)
        assert answers("papers_not_made", planted, engine, request) == found


@pytest.mark.parametrize("engine", ENGINES)
def test_a_defect_bears_the_code_of_its_condition_or_of_the_door(engine, request):
    defects = [
        {"condition": "two_certified", "watch": "RY-01"},
        {"condition": "role"},
        {"condition": "one_lead"},
    ]

    found = answers("unmet", scene(defects=defects), engine, request)

    assert found == {
        ("RY-01", 1, 1),
        ("RY-13", 1, 2),
        ("LC:enforcement.one_lead", 1, 3),
    }


SET_LATER = told("service_days", 9, since=date(2026, 5, 25))
OTHERS = [
    told("service_days", 9, field="food"),
    told("service_days", 9, division="44/4404"),
    SET_LATER,
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (OTHERS, UNSERVED),
        ([told("service_days", 9)], set()),
        ([told("service_days", 9, field="city")], set()),
        ([told("service_days", 9, field="city"), told("service_days", 6)], set()),
        ([told("service_days", 6, division="44/4403/440301", field="city")], UNSERVED),
    ],
    ids=["another's", "the city's", "the field's", "field first", "nearest first"],
)
def test_days_of_service_are_those_of_place_field_and_day(
    numbers, found, engine, request
):
    rows = paper().rows | {"parameters": numbers}
    planted = Scene("", rows, AT)

    assert answers("papers_not_served", planted, engine, request) == found


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([told("soon_days", 4)], set()),
        ([told("soon_days", 5, field="food")], SOON),
        ([told("soon_percent", 4)], set()),
    ],
    ids=["at most so many days", "of another field", "a smaller share"],
)
def test_how_early_is_warned_is_set_by_place_and_field(numbers, found, engine, request):
    rows = clock(date(2026, 6, 6)).rows | {"parameters": numbers}

    assert answers("deadlines", Scene("", rows, AT), engine, request) == found


LAPSED = {("SX:enforcement.ordinary_penalty.waiting:lapsed", 1, 1)}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("due_on", "numbers", "found"),
    [
        (date(2026, 5, 27), [], LAPSED),
        (date(2026, 5, 26), [], set()),
        (date(2026, 5, 26), [told("lapsed_days", 6, field="city")], LAPSED),
        (date(2026, 5, 27), [told("lapsed_days", 4)], set()),
    ],
    ids=["five days", "six days", "six of the field", "four of the city"],
)
def test_that_a_party_let_its_period_pass_is_told_for_some_days(
    due_on, numbers, found, engine, request
):
    rows = clock(due_on, term="waiting", of="party").rows | {"parameters": numbers}

    assert answers("deadlines", Scene("", rows, AT), engine, request) == found


@pytest.mark.parametrize("engine", ENGINES)
def test_the_end_of_a_term_is_a_matter_of_whose_clock_it_is(engine, request):
    rows = clock(date(2026, 5, 31), organ_id=7).rows
    planted = Scene("", rows | {"cases": [CASE | {"organ_id": 3}]}, AT)

    assert organs("deadlines", planted, engine, request) == {7}
