"""Each written rule finds what is planted and leaves the nearest alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from faheng.domains.supervision import rules
from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.planting import planted
from faheng.kernel.questions.tests.engines import ENGINES, answers

FOLDER = Path(rules.__file__).parent / "planted"
CODES = sorted(
    question.key
    for question in QUESTIONS
    if question.ask.__module__.startswith(rules.__name__)
)


def test_every_rule_of_the_room_is_planted_and_nothing_else_is():
    assert [path.stem for path in sorted(FOLDER.glob("*.toml"))] == CODES


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("code", CODES)
def test_the_planted_row_is_found_and_the_nearest_left_alone(code, engine, request):
    case = planted(FOLDER / f"{code}.toml")
    assert len(answers(code, case.found, engine, request)) == 1, case.found.rows
    for scene in case.left:
        assert answers(code, scene, engine, request) == set(), scene.name
