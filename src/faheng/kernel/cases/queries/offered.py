"""What may be done in a case now, by whom, and why what cannot be done cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from faheng.kernel.cases.actions.checking import role_for, unmet
from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import Case, CaseOfficer, Course
from faheng.kernel.cases.situation import Situation
from faheng.kernel.cases.taking_part import organ_ids_as
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.kernel.parties.queries import Viewer, valid_on
from faheng.kernel.procedures.declare import (
    PROCEDURES,
    Condition,
    Part,
    Procedure,
    Step,
    Track,
)

FEW = 3
Held = Mapping[str, list[tuple[int, str]]]
"""Who holds each role in the organ of a case: key and name, by role."""


@dataclass(frozen=True)
class Possible:
    """A step that might be taken now, and what speaks against it.

    Attributes:
        yours: the viewer holds the role.
        who: titles of the roles, and names where few hold them.
        unmet: conditions that do not hold yet.
        track: the track that it would begin, if any.
    """

    step: Step
    course: Course | None
    yours: bool
    who: str
    unmet: list[Problem] = field(default_factory=list)
    track: Track | None = None

    @property
    def now(self) -> bool:
        """Tell whether the viewer may take it now."""
        return self.yours and not self.unmet


def possible(
    viewer: Viewer,
    of: Case,
    at: datetime,
    courses: Sequence[Course] | None = None,
) -> list[Possible]:
    """Return the steps of every open course of a case, and tracks that may begin.

    Args:
        viewer: who asks.
        of: the case.
        at: the moment of asking.
        courses: all courses of the case, where they were read already.
    """
    main: type[Procedure] = PROCEDURES[of.procedure]
    if courses is None:
        courses = list(Course.objects.filter(case=of).order_by("id"))
    open_courses = [one for one in courses if one.ended_at is None]
    if not open_courses and main.stages()[of.stage].final:
        return []
    handlers = _handlers(of)
    found: list[Possible] = []
    held: Held = {}
    for one in open_courses:
        one.case = of
        situation = Situation(of, one, at)
        held = held or _held([of.organ_id], situation.on)
        found += _steps(viewer, situation, held, handlers)
    open_now = {one.track for one in open_courses}
    return found + _tracks(viewer, of, open_now)


def _steps(
    viewer: Viewer, situation: Situation, held: Held, handlers: Mapping[int, str]
) -> list[Possible]:
    course = situation.course
    procedure = PROCEDURES[course.procedure]
    known: dict[str, bool] = {}
    return [
        Possible(
            step,
            course,
            role_for(viewer, course, step, handlers) is not None,
            _who(step, _held_for(situation, step, held), handlers),
            looking(situation, step, known),
        )
        for step in procedure.steps_at(procedure.stages()[course.stage])
    ]


def looking(
    situation: Situation, step: Step, known: dict[str, bool] | None = None
) -> list[Problem]:
    """Return the conditions that fail whatever the form is given.

    Args:
        situation: the case as it stands.
        step: what might be done.
        known: answers found for other steps of the same situation.
    """
    known = {} if known is None else known
    return [
        unmet(condition)
        for condition in step.requires
        if not condition.on_given and not _holds(condition, situation, known)
    ]


def _holds(condition: Condition, situation: Situation, known: dict[str, bool]) -> bool:
    if condition.key not in known:
        known[condition.key] = bool(condition.test(situation))
    return known[condition.key]


def _tracks(viewer: Viewer, of: Case, open_now: set[str]) -> list[Possible]:
    main: type[Procedure] = PROCEDURES[of.procedure]
    stage = main.stages()[of.stage]
    mine = {role for role, organ in viewer.roles if organ == of.organ_id}
    return [
        Possible(step, None, bool(mine & set(step.roles)), _roles(step), [], track)
        for track in main.tracks().values()
        if not stage.final and (not track.during or stage in track.during)
        if track.many or track.key not in open_now
        for step in track.procedure.opening()
    ]


def _roles(step: Step) -> str:
    return "、".join(role.title for role in step.roles)


def _who(step: Step, held: Held, handlers: Mapping[int, str]) -> str:
    """Name those who can, where they are few; officers are those of the case."""
    people: dict[int, str] = {}
    for role in step.roles:
        named = role is Role.OFFICER and handlers
        people.update(handlers if named else held.get(role, []))
    few = 0 < len(people) < FEW
    return f"{_roles(step)}{'、'.join(people.values())}" if few else _roles(step)


def _handlers(of: Case) -> dict[int, str]:
    rows = CaseOfficer.objects.filter(case=of, until_on__isnull=True)
    return dict(rows.order_by("-is_lead", "id").values_list("person", "person__name"))


def _held_for(situation: Situation, step: Step, held: Held) -> Held:
    """Return who holds the roles of a step, also where another organ takes it."""
    if step.part is Part.HANDLING:
        return held
    return _held(organ_ids_as(situation.case, step.part), situation.on)


def _held(organ_ids: Sequence[int], on: date) -> Held:
    rows = Appointment.objects.filter(valid_on(on), organ__in=organ_ids)
    found: dict[str, list[tuple[int, str]]] = {}
    for role, person, name in rows.values_list("role", "person", "person__name"):
        found.setdefault(role, []).append((person, name))
    return found
