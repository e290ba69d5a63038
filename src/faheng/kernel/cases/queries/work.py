"""What waits for whom: work lists, what was done, notices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.models import (
    Act,
    Case,
    Clock,
    ClockState,
    Defect,
    Notice,
    Task,
)
from faheng.kernel.cases.queries.scope import visible
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES


@dataclass(frozen=True)
class Waiting:
    """A task with the clock that presses it and what is wrong beside it.

    Attributes:
        clock: the running clock of the course whose last day is the task's.
        defect: the newest defect of the case.
    """

    task: Task
    clock: Clock | None = None
    defect: Defect | None = None
    running: list[Clock] = field(default_factory=list)


def tasks(viewer: Viewer, on: date, most: int = 200) -> list[Task]:
    """Return what waits for the viewer, the earliest last day first."""
    return _ordered(Task.objects.filter(_mine(viewer)), most)


def waiting_count(viewer: Viewer) -> int:
    """Count what waits for the viewer."""
    return Task.objects.filter(_mine(viewer)).count()


def tasks_of(of: Case) -> list[Task]:
    """Return what a case waits for, the earliest last day first."""
    rows = Task.objects.filter(case=of).select_related("person", "course", "organ")
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "course", "id"))


def others(viewer: Viewer, most: int = 200) -> list[Task]:
    """Return what waits for somebody else in the cases the viewer handles."""
    handled = Case.objects.filter(
        caseofficer_rows__person=viewer.person_id,
        caseofficer_rows__until_on__isnull=True,
    )
    rows = Task.objects.filter(case__in=handled.values("pk"))
    return _ordered(rows.exclude(_mine(viewer)).select_related("person"), most)


def first_task(viewer: Viewer, task_id: int) -> Task:
    """Return one task of a case in scope.

    Raises:
        Unseen: it is done already, or outside the viewer's scope.
    """
    rows = Task.objects.select_related("case__organ", "course", "organ", "person")
    found = rows.filter(pk=task_id).first()
    if found is None or not viewer.sees(found.organ_id, found.case.division_path):
        raise Unseen
    return found


def waiting(found: list[Task]) -> list[Waiting]:
    """Put the pressing clock and the newest defect beside each task."""
    cases = {task.case_id for task in found}
    running: dict[int, list[Clock]] = {}
    open_clocks = Clock.objects.filter(case__in=cases)
    for clock in open_clocks.exclude(state=ClockState.STOPPED).order_by("due_on"):
        running.setdefault(clock.course_id, []).append(clock)
    wrong = {
        defect.case_id: defect
        for defect in Defect.objects.filter(case__in=cases).order_by("id")
    }
    return [
        Waiting(
            task,
            _pressing(task, running.get(task.course_id, [])),
            wrong.get(task.case_id),
            running.get(task.course_id, []),
        )
        for task in found
    ]


def _pressing(task: Task, running: list[Clock]) -> Clock | None:
    step = PROCEDURES[task.course.procedure].steps().get(task.step)
    stopped = {term.key for term in step.stops} if step else set()
    due = [clock for clock in running if clock.due_on == task.due_on]
    own = [clock for clock in due if clock.term in stopped]
    return next(iter(own or due), None)


def done(viewer: Viewer, most: int = 50) -> list[Act]:
    """Return the viewer's latest acts in cases still in scope."""
    seen = Case.objects.filter(visible(viewer)).values("pk")
    rows = Act.objects.filter(actor=viewer.person_id, case__in=seen)
    return list(rows.select_related("case", "course").order_by("-id")[:most])


def notices(viewer: Viewer, most: int = 50) -> list[Notice]:
    """Return the viewer's notices, the newest first."""
    rows = Notice.objects.filter(person=viewer.person_id).select_related("case")
    return list(rows.order_by("-id")[:most])


def unread(viewer: Viewer) -> int:
    """Count the notices not yet read."""
    return Notice.objects.filter(person=viewer.person_id, read_at=None).count()


def read_notices(viewer: Viewer, at: datetime, notice_id: int | None = None) -> int:
    """Mark the viewer's notices read, or one of them; return how many were new."""
    rows = Notice.objects.filter(person=viewer.person_id, read_at=None)
    if notice_id is not None:
        rows = rows.filter(pk=notice_id)
    return rows.update(read_at=at)


def _mine(viewer: Viewer) -> Q:
    mine = Q(person=viewer.person_id) & Q(person__isnull=False)
    for role, organ_id in viewer.roles:
        mine |= Q(person__isnull=True, role=role, organ=organ_id)
    return mine


def _ordered(rows: QuerySet[Task], most: int) -> list[Task]:
    found = rows.select_related("case", "course", "organ")
    return list(found.order_by(F("due_on").asc(nulls_last=True), "id")[:most])
