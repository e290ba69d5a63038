"""No row of the list of procedures that is supervision's is forgotten."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from faheng.domains.supervision.not_steps import NOT_STEPS
from faheng.kernel.procedures.declare import PROCEDURES

LIST = Path(__file__).resolve().parents[6] / "shared/domain/enforcement/procedures.csv"


def test_each_row_is_a_step_or_says_why_not() -> None:
    if not LIST.exists():
        pytest.skip("the list of procedures is not on this machine")
    with LIST.open(encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        listed = {f"P36.{row['step_no']}" for row in rows if row["proc_code"] == "P36"}
    carried = {
        row
        for key, procedure in PROCEDURES.items()
        if key.startswith("supervision.")
        for step in procedure.steps().values()
        for row in step.rows
    }
    assert listed == carried | set(NOT_STEPS)
    assert not carried & set(NOT_STEPS)
