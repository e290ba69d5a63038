"""The two entrances to a case, and the ways of beginning one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from faheng.kernel.cases.actions.carrying import carry_out
from faheng.kernel.cases.actions.moment import Moment, Request
from faheng.kernel.cases.errors import Problem, StepRefused, Unseen
from faheng.kernel.cases.models import Act, Case, Course, Door
from faheng.kernel.cases.taking_part import in_scope
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Step, Track

__all__ = ["Moment", "enter_afterwards", "open_case", "open_track", "take"]


@dataclass(frozen=True)
class _Opening:
    procedure: type[Procedure]
    step: Step


def open_case(  # noqa: PLR0913 - the whole of a request
    viewer: Viewer,
    procedure: str,
    step: str,
    organ_id: int,
    values: Mapping[str, Any],
    moment: Moment,
    *,
    entrance: Door = Door.TAKE,
) -> Act:
    """Begin a case of an organ by an opening step of its procedure.

    Args:
        viewer: who acts.
        procedure: key of the procedure, as "enforcement.ordinary_penalty".
        step: name of an opening step.
        organ_id: the organ that handles the case.
        values: what the step asks for; see `forms.clean`.
        moment: when it happened and when it is recorded.
        entrance: `AFTERWARDS` records what already happened.

    Returns:
        The act; `act.case` is the new case.

    Raises:
        Unseen: the organ is outside the viewer's scope (404).
        NotYours: the viewer does not hold the role (403).
        StepRefused: the law forbids it, each problem with its article (422).
    """
    opening = _opening(procedure, step)
    organ = Organ.objects.select_related("division").filter(pk=organ_id).first()
    if organ is None or not viewer.sees(organ.pk, organ.division.path):
        raise Unseen
    with transaction.atomic():
        case = Case.objects.create(
            title=opening.procedure.title,
            procedure=opening.procedure.key,
            organ=organ,
            division_path=organ.division.path,
            stage="",
            opened_on=timezone.localdate(moment.occurred_at),
        )
        course = _new_course(case, opening.procedure, "", 1, moment.occurred_at)
        return carry_out(_opened(viewer, course, opening, values, moment, entrance))


def open_track(  # noqa: PLR0913 - the whole of a request
    viewer: Viewer,
    case_id: int,
    track: str,
    step: str,
    values: Mapping[str, Any],
    moment: Moment,
    *,
    entrance: Door = Door.TAKE,
) -> Act:
    """Begin a track beside the main line of a case.

    Raises:
        Unseen, NotYours, StepRefused: as `open_case`.
    """
    with transaction.atomic():
        case = _locked(viewer, case_id)
        main = PROCEDURES[case.procedure]
        declared = main.tracks().get(track)
        if declared is None:
            raise Unseen
        opening = _opening(declared.procedure.key, step)
        if entrance == Door.TAKE:
            _refuse_track(case, main, declared)
        ordinal = Course.objects.filter(case=case, track=track).count() + 1
        course = _new_course(
            case, declared.procedure, track, ordinal, moment.occurred_at
        )
        return carry_out(_opened(viewer, course, opening, values, moment, entrance))


def take(  # noqa: PLR0913 - the whole of a request
    viewer: Viewer,
    course_id: int,
    step: str,
    values: Mapping[str, Any],
    moment: Moment,
    version: int | None = None,
) -> Act:
    """Take a step: what the law forbids is refused, with its article.

    Args:
        viewer: who acts.
        course_id: the main line or a track.
        step: name of a step of its procedure that does not open it.
        values: what the step asks for; see `forms.clean`.
        moment: when it happened and when it is recorded.
        version: the course's version that the viewer saw; a newer one means that
            somebody else acted in between.

    Raises:
        Unseen: outside the viewer's scope, or no such course or step (404).
        NotYours: seen, but not this viewer's to do (403).
        SomebodyWasFirst: the course has moved since (409).
        StepRefused: the law forbids it now (422).
    """
    return _enter(viewer, course_id, step, values, moment, version, Door.TAKE)


def enter_afterwards(
    viewer: Viewer,
    course_id: int,
    step: str,
    values: Mapping[str, Any],
    moment: Moment,
) -> Act:
    """Record what already happened, as it happened.

    Refuses only a wrong identity or jurisdiction and what cannot be read; whatever
    the law would have refused is kept as a defect with its article.
    """
    return _enter(viewer, course_id, step, values, moment, None, Door.AFTERWARDS)


def _enter(  # noqa: PLR0913 - the whole of a request
    viewer: Viewer,
    course_id: int,
    step: str,
    values: Mapping[str, Any],
    moment: Moment,
    version: int | None,
    entrance: Door,
) -> Act:
    with transaction.atomic():
        course = _locked_course(viewer, course_id)
        declared = PROCEDURES[course.procedure].steps().get(step)
        if declared is None or declared.opens:
            raise Unseen
        request = Request(viewer, course, declared, values, moment, entrance)
        return carry_out(replace(request, version=version))


def _locked_course(viewer: Viewer, course_id: int) -> Course:
    """Lock a course and its case; both are read as they are once the lock is held."""
    courses = Course.objects.select_for_update(of=("self", "case"))
    course = courses.select_related("case__organ").filter(pk=course_id).first()
    case = course.case if course else None
    if course is None or not _sees(viewer, case):
        raise Unseen
    return course


def _sees(viewer: Viewer, case: Case | None) -> bool:
    return case is not None and in_scope(viewer, case)


def _locked(viewer: Viewer, case_id: int) -> Case:
    """Lock the case's row: two people at one case are served one after the other."""
    cases = Case.objects.select_for_update(of=("self",)).select_related("organ")
    case = cases.filter(pk=case_id).first()
    if case is None or not _sees(viewer, case):
        raise Unseen
    return case


def _opening(procedure: str, step: str) -> _Opening:
    declared = PROCEDURES.get(procedure)
    found = declared.steps().get(step) if declared else None
    if declared is None or found is None or not found.opens:
        raise Unseen
    return _Opening(declared, found)


def _new_course(
    case: Case, procedure: type[Procedure], track: str, ordinal: int, at: datetime
) -> Course:
    return Course.objects.create(
        case=case,
        procedure=procedure.key,
        track=track,
        ordinal=ordinal,
        stage="",
        opened_at=at,
    )


def _opened(  # noqa: PLR0913 - the whole of a request
    viewer: Viewer,
    course: Course,
    opening: _Opening,
    values: Mapping[str, Any],
    moment: Moment,
    entrance: Door,
) -> Request:
    """Ask for the step that opens a course; it also writes the file for the first."""
    file = opening.procedure.file(course=course)
    step = opening.step
    return Request(viewer, course, step, values, moment, entrance, file=file)


def _refuse_track(case: Case, main: type[Procedure], track: Track) -> None:
    stage = main.stages()[case.stage]
    if track.during and stage not in track.during:
        now = f"案件现在处于“{stage.title}”阶段，不能开始{track.title}"
        raise StepRefused([Problem(now, basis=str(track.procedure.basis), key="order")])
    open_now = Course.objects.filter(case=case, track=track.key, ended_at=None)
    if not track.many and open_now.exists():
        raise StepRefused([
            Problem(f"{track.title}正在进行，不能重复开始", key="order")
        ])
