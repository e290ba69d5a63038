"""Tasks and notices: who is waited for, derived from the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from faheng.kernel.cases.models import (
    Case,
    CaseOfficer,
    Clock,
    ClockState,
    Course,
    Notice,
    Task,
)
from faheng.kernel.cases.taking_part import organ_ids_as
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.kernel.parties.queries import valid_on
from faheng.kernel.procedures.declare import PROCEDURES, Duty, Stage, Step

Holders = dict[tuple[int, str], list[int]]
"""Keys of the people who hold a role in an organ."""


class _Running(NamedTuple):
    """What tasks read of a clock that runs."""

    course: int
    term: str
    of: str
    due_on: date


def renew(course: Course, at: datetime, on: date, actor_id: int | None) -> None:
    """Derive the tasks of a case anew, and tell those for whom one is new.

    Args:
        course: the one that has just moved; its case is derived anew as a whole.
        at: when that was recorded.
        on: the day on which it happened.
        actor_id: who did it, and need not be told.
    """
    case = course.case
    rows = Task.objects.filter(case=case) if case.acts > 1 else ()
    old = {_who(task): task for task in rows}
    tasks = {_who(task): task for task in _derived(course, at)}
    for who, task in tasks.items():
        task.since = old[who].since if who in old else at
    if [_shown(task) for task in old.values()] != [_shown(t) for t in tasks.values()]:
        if old:
            Task.objects.filter(pk__in=[task.pk for task in old.values()]).delete()
        Task.objects.bulk_create(tasks.values())
    new = [task for who, task in tasks.items() if who not in old]
    holders = _holders(new, on)
    notices = [one for task in new for one in _notices(task, holders, at, actor_id)]
    Notice.objects.bulk_create(notices)


def _who(task: Task) -> tuple[int, str, int, str, int | None]:
    return task.course_id, task.step, task.organ_id, task.role, task.person_id


def _shown(task: Task) -> tuple[object, ...]:
    return (*_who(task), task.due_on, task.ripe_on, task.title)


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


def _derived(moved: Course, at: datetime) -> Iterator[Task]:
    case = moved.case
    courses = _open_courses(moved)
    if not courses:
        return
    officers = _officers(case)
    clocks = _running(case)
    for course in courses:
        own = [clock for clock in clocks if clock.course == course.pk]
        yield from _tasks(case, course, at, own, officers)


def _open_courses(moved: Course) -> list[Course]:
    if moved.version == moved.case.acts:
        # Every act of the case was taken on this course: there is no other.
        return [] if moved.ended_at else [moved]
    return list(Course.objects.filter(case=moved.case_id, ended_at__isnull=True))


def _running(case: Case) -> list[_Running]:
    rows = Clock.objects.filter(case=case).exclude(state=ClockState.STOPPED)
    return [_Running(*row) for row in rows.values_list(*_Running._fields)]


def _tasks(
    case: Case,
    course: Course,
    at: datetime,
    clocks: list[_Running],
    officers: list[int],
) -> Iterator[Task]:
    running = {clock.term for clock in clocks}
    told: set[tuple[int, Role, int | None]] = set()
    for step in expected(course, running):
        presses = bool(running & {term.key for term in step.stops})
        for who in _waited_for(case, step, officers):
            if who in told and not presses:
                continue
            told.add(who)
            organ, role, person = who
            yield Task(
                case=case,
                course=course,
                step=step.key,
                title=step.title,
                role=role,
                organ_id=organ,
                person_id=person,
                since=at,
                due_on=_pressing(step, clocks),
                ripe_on=_ripe(step, clocks),
            )


def _waited_for(
    case: Case, step: Step, officers: list[int]
) -> Iterator[tuple[int, Role, int | None]]:
    for organ in organ_ids_as(case, step.part):
        for role in step.roles:
            named = officers if role is Role.OFFICER else []
            if not named:
                yield organ, role, None
            yield from ((organ, role, person) for person in named)


def _officers(case: Case) -> list[int]:
    rows = CaseOfficer.objects.filter(case=case, until_on__isnull=True)
    return list(dict.fromkeys(rows.order_by("id").values_list("person", flat=True)))


def _pressing(step: Step, clocks: list[_Running]) -> date | None:
    stopped = {term.key for term in step.stops}
    organ = [clock for clock in clocks if clock.of == Duty.ORGAN.name.lower()]
    own = [clock.due_on for clock in organ if clock.term in stopped]
    if _ripe(step, clocks) is not None:
        # It waits for the party; other duties of the course are not its own.
        return min(own, default=None)
    return min(own or [clock.due_on for clock in organ], default=None)


def _ripe(step: Step, clocks: list[_Running]) -> date | None:
    stopped = {term.key for term in step.stops}
    party = Duty.PARTY.name.lower()
    waited = [c.due_on for c in clocks if c.of == party and c.term in stopped]
    return max(waited, default=None)


def _notices(
    task: Task, holders: Holders, at: datetime, actor_id: int | None
) -> Iterator[Notice]:
    text = f"{task.case.title}：等您{task.title}"[:300]
    people = (
        [task.person_id]
        if task.person_id
        else holders.get((task.organ_id, task.role), [])
    )
    for person in people:
        if person != actor_id:
            yield Notice(person_id=person, case=task.case, text=text, created_at=at)


def _holders(tasks: list[Task], on: date) -> Holders:
    """Return who holds the roles that tasks of nobody in particular wait for."""
    waited = [task for task in tasks if task.person_id is None]
    if not waited:
        return {}
    roles, organs = {t.role for t in waited}, {t.organ_id for t in waited}
    rows = Appointment.objects.filter(valid_on(on), role__in=roles, organ__in=organs)
    found: Holders = {}
    for organ, role, person in rows.order_by("id").values_list(
        "organ", "role", "person"
    ):
        holders = found.setdefault((organ, role), [])
        if person not in holders:
            holders.append(person)
    return found
