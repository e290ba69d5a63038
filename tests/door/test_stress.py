"""Two people at once, and a process that dies in the middle of a step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.database


@pytest.fixture(scope="module")
def drill():
    """What the drill tells, on the engine that the tests run on."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.door.drill"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "faheng.config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout.splitlines()[-1])


def test_two_at_once_and_a_killed_process_leave_one_act_and_no_gap(drill):
    """One test, so that the drill is held once whichever workers there are."""
    _of_two_people_at_one_step_one_wins_and_the_other_is_told(drill)
    _without_a_version_the_second_finds_the_stage_gone(drill)
    _a_killed_process_leaves_nothing_and_no_gap_in_the_numbers(drill)


def _of_two_people_at_one_step_one_wins_and_the_other_is_told(drill):
    told = drill["versioned"]

    assert told["outcomes"] == [200, 409]
    assert (told["acts"], told["papers"], told["faults"]) == (1, 1, [])


def _without_a_version_the_second_finds_the_stage_gone(drill):
    told = drill["unversioned"]

    assert told["outcomes"] == [200, 422]
    assert (told["acts"], told["papers"], told["faults"]) == (1, 1, [])


def _a_killed_process_leaves_nothing_and_no_gap_in_the_numbers(drill):
    assert len(drill["killed"]) == 5
    for told in drill["killed"]:
        assert told["exit"] == 9, told
        assert told["left"], told
        assert told["numbers"], told
