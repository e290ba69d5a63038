"""Carrying the demo's cases through the door, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from random import Random
from typing import Any

from faheng.cli.demo.cases import matters, staff
from faheng.cli.demo.cases.filling import values
from faheng.cli.demo.cases.matters import Matter
from faheng.cli.demo.cases.placing import When
from faheng.cli.demo.cases.plans import Line, Plan
from faheng.cli.demo.cases.scene import Scene
from faheng.cli.demo.cases.staff import holder
from faheng.kernel.cases.actions import (
    Moment,
    enter_afterwards,
    open_case,
    open_track,
    take,
)
from faheng.kernel.cases.errors import CaseError
from faheng.kernel.cases.models import Act, Case, Door
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Person
from faheng.kernel.parties.queries import Viewer, viewer_of
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Step
from faheng.lib.workdays import WorkCalendar

DOMAIN = "enforcement"
LOOKING = "examine_scene"


class Refused(RuntimeError):
    """The door did not take a line: the plan or a procedure has changed."""


@dataclass
class Running:
    """One case under way.

    Attributes:
        name: plan and place, for messages.
        day: the day the demo is about.
        case: once it is open.
        courses: key and procedure of what runs, by track; "" is the main line.
    """

    name: str
    plan: Plan
    matter: Matter
    lines: list[Line]
    times: list[When]
    luck: Random
    day: date
    case: Case | None = None
    courses: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key of the procedure the main line begins with."""
        return f"{DOMAIN}.{self.plan.procedure}"

    @property
    def seen(self) -> datetime:
        """When officers saw what the case is about: at the scene, or at once."""
        pairs = zip(self.lines, self.times, strict=True)
        found = (when.happened for line, when in pairs if line.step == LOOKING)
        return next(found, self.times[0].happened)


def carry(running: Running, place: int, number: int, calendar: WorkCalendar) -> Act:
    """Carry one line of a case through the door.

    Raises:
        Refused: it was not taken.
    """
    line, when = running.lines[place], running.times[place]
    course, procedure, step = _where(running, line)
    scene = Scene(
        running.matter,
        procedure,
        step,
        running.case,
        when.happened,
        when.recorded,
        running.luck,
        calendar,
        number,
        running.day,
        running.seen,
    )
    try:
        act = _act(running, line, course, scene, values(scene, line))
    except CaseError as refused:
        message = f"{running.name}: {line.track}/{line.step} {refused}"
        raise Refused(message) from refused
    running.case = act.case
    running.courses[line.track] = (act.course.pk, act.course.procedure)
    return act


def _act(
    running: Running,
    line: Line,
    course: int | None,
    scene: Scene,
    given: dict[str, Any],
) -> Act:
    """Go through the one of the four doors that a line needs."""
    who = _who(running, line, scene.step)
    moment = Moment(now=scene.now, happened_at=scene.at)
    entrance = Door.TAKE if line.late is None else Door.AFTERWARDS
    key = scene.step.key
    if running.case is None:
        organ = running.matter.organ.pk
        return open_case(who, running.key, key, organ, given, moment, entrance=entrance)
    if course is None:
        return open_track(
            who, running.case.pk, line.track, key, given, moment, entrance=entrance
        )
    if entrance is Door.AFTERWARDS:
        return enter_afterwards(who, course, key, given, moment)
    return take(who, course, key, given, moment)


def _where(running: Running, line: Line) -> tuple[int | None, type[Procedure], Step]:
    """The course a line goes on, if it is open, and the step it takes there."""
    if running.case is None:
        procedure = PROCEDURES[running.key]
        return None, procedure, _step(procedure, line)
    main, key = running.courses[""]
    if not line.track:
        return main, PROCEDURES[key], _step(PROCEDURES[key], line)
    procedure = PROCEDURES[key].tracks()[line.track].procedure
    step = _step(procedure, line)
    course = None if step.opens else running.courses[line.track][0]
    return course, procedure, step


def _step(procedure: type[Procedure], line: Line) -> Step:
    """The step of a line."""
    step = procedure.steps().get(line.step)
    if step is None:
        message = f"{procedure.key} has no step {line.step}"
        raise Refused(message)
    return step


def _who(running: Running, line: Line, step: Step) -> Viewer:
    """Who takes a line: as the plan says, or the first holder of the step's role."""
    organ, officers = running.matter.organ.pk, running.matter.officers
    roles = [Role(line.by)] if line.by and line.by != "second" else list(step.roles)
    for role in roles:
        person: Person | None = holder(organ, role)
        if role is Role.OFFICER:
            person = officers[-1 if line.by == "second" else 0]
        if person is not None:
            return _viewer(person.pk, running)
    message = f"{running.name}: nobody takes {step.key}"
    raise Refused(message)


def _viewer(person_id: int, running: Running) -> Viewer:
    """The viewer of a person; nobody of the demo changes roles within a month."""
    return _known(person_id, running.times[0].happened.date().replace(day=1))


@cache
def _known(person_id: int, on: date) -> Viewer:
    """The viewer of a person on a day, read once."""
    return viewer_of(person_id, on)


def forget() -> None:
    """Drop what was read of people; another database may have others."""
    _known.cache_clear()
    matters.forget()
    staff.forget()
