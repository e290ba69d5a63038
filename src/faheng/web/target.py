"""What a step form is for: a step of an open course, a new track, or a new case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.cases import queries
from faheng.kernel.cases.actions import (
    Moment,
    enter_afterwards,
    open_case,
    open_track,
    take,
)
from faheng.kernel.cases.actions.checking import role_for
from faheng.kernel.cases.errors import NotYours, Unseen
from faheng.kernel.cases.models import Act, Case, Course, Door
from faheng.kernel.pages.names import titled
from faheng.kernel.parties.declare import Ability, Role
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Step, Track
from faheng.web.stepform import Asked


@dataclass(frozen=True)
class Target:
    """A step somebody wants to take, and where.

    Attributes:
        case: the case; unsaved while it is being opened.
        course: None where the step begins one.
        afterwards: what happened is being recorded, not done.
    """

    viewer: Viewer
    now: datetime
    procedure: type[Procedure]
    step: Step
    case: Case
    course: Course | None = None
    track: Track | None = None
    afterwards: bool = False

    @property
    def asked(self) -> Asked:
        """For what the form is made."""
        on = timezone.localdate(self.now)
        return Asked(self.procedure, self.step, self.case, on)

    @property
    def draft(self) -> str:
        """The name under which what is typed is kept on the computer."""
        where = self.course.pk if self.course else (self.track and self.track.key)
        case = self.case.pk or f"new-{self.case.organ_id}"
        who = self.viewer.person_id
        late = "-afterwards" if self.afterwards else ""
        return (
            f"{who}-{case}-{where or 'main'}-{self.procedure.key}.{self.step.key}{late}"
        )

    @property
    def back_url(self) -> str:
        """Where to go without signing."""
        return reverse("case", args=[self.case.pk]) if self.case.pk else reverse("work")

    def sign(
        self,
        values: Mapping[str, Any],
        happened_at: datetime | None,
        version: int | None,
    ) -> Act:
        """Take the step by the door that fits.

        Raises:
            CaseError: the door stays shut.
        """
        moment = Moment(self.now, happened_at)
        entrance = Door.AFTERWARDS if self.afterwards else Door.TAKE
        if self.course is not None:
            course, step = self.course.pk, self.step.key
            if self.afterwards:
                return enter_afterwards(self.viewer, course, step, values, moment)
            return take(self.viewer, course, step, values, moment, version)
        if self.track is not None:
            return open_track(
                self.viewer,
                self.case.pk,
                self.track.key,
                self.step.key,
                values,
                moment,
                entrance=entrance,
            )
        return open_case(
            self.viewer,
            self.procedure.key,
            self.step.key,
            self.case.organ_id,
            values,
            moment,
            entrance=entrance,
        )


def records_afterwards(viewer: Viewer, organ_id: int) -> bool:
    """Whether somebody may enter what happened: who handles or keeps its cases."""
    able = {Ability.HANDLE, Ability.KEEP}
    return any(organ == organ_id and role.may & able for role, organ in viewer.roles)


def on_course(
    viewer: Viewer, case_id: int, course_id: int, step: str, now: datetime
) -> Target:
    """The step of an open course, if the viewer sees it."""
    course = queries.course(viewer, course_id)
    procedure = PROCEDURES[course.procedure]
    declared = procedure.steps().get(step)
    if course.case_id != case_id or declared is None or declared.opens:
        raise Unseen
    return Target(viewer, now, procedure, declared, course.case, course)


def on_track(
    viewer: Viewer, case_id: int, track: str, step: str, now: datetime
) -> Target:
    """The first step of a track that would begin."""
    case = queries.case(viewer, case_id)
    declared = PROCEDURES[case.procedure].tracks().get(track)
    first = declared.procedure.steps().get(step) if declared else None
    if declared is None or first is None or not first.opens:
        raise Unseen
    return Target(viewer, now, declared.procedure, first, case, track=declared)


def on_new_case(
    viewer: Viewer, procedure: str, step: str, organ_id: int, now: datetime
) -> Target:
    """The opening step of a case that is not there yet."""
    declared = PROCEDURES.get(procedure)
    first = declared.steps().get(step) if declared else None
    organ = Organ.objects.select_related("division").filter(pk=organ_id).first()
    seen = organ is not None and viewer.sees(organ.pk, organ.division.path)
    if declared is None or first is None or not first.opens or not seen:
        raise Unseen
    case = Case(
        organ=organ,
        procedure=declared.key,
        title=declared.title,
        division_path=organ.division.path if organ else "",
    )
    return Target(viewer, now, declared, first, case)


def must_be_theirs(target: Target) -> None:
    """Refuse a form to somebody who could not sign it.

    Raises:
        NotYours: the viewer holds none of its roles here.
    """
    if target.afterwards:
        if not records_afterwards(target.viewer, target.case.organ_id):
            raise NotYours
        return
    roles = "、".join(titled(role) for role in target.step.roles)
    message = gettext("“%(step)s”应当由%(roles)s办理。") % {
        "step": titled(target.step),
        "roles": roles,
    }
    if target.course is not None:
        if role_for(target.viewer, target.course, target.step) is None:
            raise NotYours(message)
    elif not _holds_one(target.viewer, target.step.roles, target.case.organ_id):
        raise NotYours(message)


def _holds_one(viewer: Viewer, roles: tuple[Role, ...], organ_id: int) -> bool:
    return any(viewer.has(role, organ_id) for role in roles)
