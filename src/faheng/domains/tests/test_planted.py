"""Each written rule finds what is planted and leaves the nearest alone."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from faheng.kernel.questions.declare import QUESTIONS
from faheng.kernel.questions.planting import planted
from faheng.kernel.questions.tests.engines import ENGINES, answers


def _room(module: str) -> str:
    return module.rpartition(".")[0]


def _folder(room: str) -> Path:
    return Path(str(import_module(room).__file__)).parent / "planted"


WRITTEN = {
    question.key: _folder(_room(question.ask.__module__))
    for question in QUESTIONS
    if question.ask.__module__.startswith("faheng.domains.")
}


@pytest.mark.parametrize("folder", sorted(set(WRITTEN.values())))
def test_every_rule_of_a_room_is_planted_and_nothing_else_is(folder):
    written = sorted(code for code, lies in WRITTEN.items() if lies == folder)
    assert [path.stem for path in sorted(folder.glob("*.toml"))] == written


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("code", sorted(WRITTEN))
def test_the_planted_row_is_found_and_the_nearest_left_alone(code, engine, request):
    case = planted(WRITTEN[code] / f"{code}.toml")
    found = answers(code, case.found, engine, request)
    assert len(found) == 1, case.found.rows
    for scene in case.left:
        assert answers(code, scene, engine, request) == set(), scene.name
