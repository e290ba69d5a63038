"""What follows from the declarations is found on every engine, to the day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from faheng.domains.enforcement.tests.cast import CN
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.kernel.questions.planting import Scene
from faheng.kernel.questions.tests.engines import ENGINES, answers

AT = datetime(2026, 6, 1, 10, tzinfo=CN)
COURSE = {"id": 1, "procedure": "enforcement.ordinary_penalty", "stage": "decided"}


def scene(**rows):
    return Scene("", {"courses": [COURSE], **rows}, AT)


def clock(due_on, **more):
    row = {"term": "deciding", "of": "organ", "state": "running", "due_on": due_on}
    return scene(clocks=[row | more])


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

    for due_on, found in [(date(2026, 6, 9), nears), (date(2026, 6, 10), set())]:
        rows = clock(due_on, term="verifying").rows
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
