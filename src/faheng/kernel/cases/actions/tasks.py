"""Tasks and notices: who is waited for, derived from the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from faheng.kernel.cases.models import (
    Case,
    CaseOfficer,
    Clock,
    ClockState,
    Course,
    Notice,
    Task,
)
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.kernel.parties.queries import valid_on
from faheng.kernel.procedures.declare import PROCEDURES, Duty, Stage, Step


def renew(case: Case, at: datetime, on: date, actor_id: int | None) -> None:
    """Derive the tasks of a case anew, and tell those for whom one is new."""
    old = Task.objects.filter(case=case)
    before = {(t.course_id, t.step, t.role, t.person_id): t.since for t in old}
    tasks = [task for course in _open(case) for task in _tasks(case, course, at)]
    new = []
    for task in tasks:
        who = (task.course_id, task.step, task.role, task.person_id)
        task.since = before.get(who, at)
        if who not in before:
            new.append(task)
    old.delete()
    Task.objects.bulk_create(tasks)
    notices = [notice for task in new for notice in _notices(task, at, on, actor_id)]
    Notice.objects.bulk_create(notices)


def expected(course: Course, running: set[str]) -> list[Step]:
    """Return the steps that are waited for where a course stands.

    Those come first that stop a running clock, then those that lead on.
    """
    procedure = PROCEDURES[course.procedure]
    stage = procedure.stages()[course.stage]
    steps = [step for step in procedure.steps_at(stage) if not step.aside]
    pressed = [s for s in steps if running & {term.key for term in s.stops}]
    return pressed + [s for s in steps if s not in pressed and _leads_on(s, stage)]


def _leads_on(step: Step, stage: Stage) -> bool:
    return step.to is not None and step.to is not stage


def _open(case: Case) -> list[Course]:
    return list(Course.objects.filter(case=case, ended_at__isnull=True))


def _tasks(case: Case, course: Course, at: datetime) -> Iterator[Task]:
    clocks = list(Clock.objects.filter(course=course).exclude(state=ClockState.STOPPED))
    running = {clock.term for clock in clocks}
    told: set[tuple[Role, int | None]] = set()
    for step in expected(course, running):
        presses = bool(running & {term.key for term in step.stops})
        for role, person in _waited_for(case, step):
            if (role, person) in told and not presses:
                continue
            told.add((role, person))
            yield Task(
                case=case,
                course=course,
                step=step.key,
                title=step.title,
                role=role,
                organ=case.organ,
                person_id=person,
                since=at,
                due_on=_pressing(step, clocks),
            )


def _waited_for(case: Case, step: Step) -> Iterator[tuple[Role, int | None]]:
    for role in step.roles:
        officers = _officers(case) if role is Role.OFFICER else []
        if not officers:
            yield role, None
        yield from ((role, person) for person in officers)


def _officers(case: Case) -> list[int]:
    rows = CaseOfficer.objects.filter(case=case, until_on__isnull=True)
    return list(rows.values_list("person", flat=True).distinct())


def _pressing(step: Step, clocks: list[Clock]) -> date | None:
    stopped = {term.key for term in step.stops}
    own = [clock.due_on for clock in clocks if clock.term in stopped]
    organ = Duty.ORGAN.name.lower()
    others = [clock.due_on for clock in clocks if clock.of == organ]
    return min(own or others, default=None)


def _notices(
    task: Task, at: datetime, on: date, actor_id: int | None
) -> Iterator[Notice]:
    text = f"{task.case.title}：等您{task.title}"[:300]
    people = [task.person_id] if task.person_id else _holders(task, on)
    for person in people:
        if person != actor_id:
            yield Notice(person_id=person, case=task.case, text=text, created_at=at)


def _holders(task: Task, on: date) -> list[int]:
    held = Appointment.objects.filter(valid_on(on), role=task.role, organ=task.organ)
    return list(held.values_list("person", flat=True).distinct())
