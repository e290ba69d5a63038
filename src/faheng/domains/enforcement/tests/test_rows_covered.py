"""No row of the list of procedures is forgotten."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from faheng.domains.enforcement.not_steps import NOT_STEPS
from faheng.kernel.procedures.declare import PROCEDURES

LIST = Path(__file__).resolve().parents[6] / "shared/domain/enforcement/procedures.csv"
OURS = {
    *(f"P{number:02}" for number in range(1, 13)),
    *("P15", "P17", "P18", "P19", "P20", "P26", "P29", "P30", "P31", "P32"),
}


def carried_out() -> set[str]:
    return {
        row
        for key, procedure in PROCEDURES.items()
        if key.startswith("enforcement.")
        for step in procedure.steps().values()
        for row in step.rows
    }


@pytest.fixture(scope="module")
def listed() -> set[str]:
    if not LIST.exists():
        pytest.skip("the list of procedures is not on this machine")
    with LIST.open(encoding="utf-8-sig") as file:
        rows = {f"{r['proc_code']}.{r['step_no']}" for r in csv.DictReader(file)}
    return {row for row in rows if row.split(".")[0] in OURS}


def test_each_row_is_a_step_or_says_why_not(listed: set[str]) -> None:
    assert sorted(listed - carried_out() - set(NOT_STEPS)) == []


def test_no_row_is_made_up(listed: set[str]) -> None:
    ours = {row for row in carried_out() if row.split(".")[0] in OURS}
    assert sorted((ours | set(NOT_STEPS)) - listed) == []


def test_a_row_is_not_both() -> None:
    assert sorted(carried_out() & set(NOT_STEPS)) == []


def test_each_reason_is_a_sentence() -> None:
    assert all(reason.endswith("。") for reason in NOT_STEPS.values())
