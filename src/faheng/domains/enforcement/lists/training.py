"""Register of officers' training; parties keeps the rows."""

from __future__ import annotations

from datetime import datetime

from faheng.kernel.parties import actions
from faheng.kernel.parties.declare import NewTraining
from faheng.kernel.parties.models import Person, Training
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers.columns import Column, Day, Number, Reference
from faheng.kernel.registers.declare import REGISTERS, Register, Row

MOST_HOURS = 1_000


def _enter_training(row: Row, by: Viewer, at: datetime) -> None:
    actions.record_training(
        NewTraining(
            person_id=row["person"].pk,
            held_on=row["held_on"],
            hours=row["hours"],
            subject=row["subject"],
            source=row["source"],
        ),
        by=by,
        at=at,
    )


TRAININGS = REGISTERS.add(
    "trainings",
    Register(
        key="trainings",
        title="执法人员培训记录",
        model=Training,
        basis="各地行政执法人员培训规定",
        columns=(
            Reference(
                "person", "人员编号", required=True, model=Person, by="officer_no"
            ),
            Day("held_on", "培训日期", required=True),
            Number("hours", "学时", required=True, most=MOST_HOURS),
            Column("subject", "培训内容", required=True, limit=200),
            Column("source", "来源", limit=200),
        ),
        code_field="subject",
        from_field="held_on",
        until_field="",
        searched=("subject", "person__name", "person__officer_no"),
        related=("person__organ",),
        organ="person__organ",
        is_organ_own=True,
        writer=_enter_training,
    ),
)
