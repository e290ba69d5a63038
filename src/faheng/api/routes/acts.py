"""Acting: open a case or a track, take a step, enter what already happened."""

from __future__ import annotations

from django.utils import timezone
from ninja import Router, Status

from faheng.api import telling
from faheng.api.answers import (
    REFUSED,
    ActOut,
    ReadyStepOut,
    Refusal,
)
from faheng.api.auth import Asked
from faheng.api.bodies import moment_of
from faheng.api.given import Given, Opening
from faheng.api.routes import cases
from faheng.api.shapes import refuse_strange, shape_of
from faheng.kernel.cases import queries
from faheng.kernel.cases.actions import (
    Moment,
    enter_afterwards,
    open_case,
    open_track,
    take,
)
from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.models import Act, Course, Door
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Step

router = Router(tags=["办理"])


# One address is one path of one router, so this stands beside the list of cases.
@cases.router.post(
    "/cases",
    response={201: ActOut, REFUSED: Refusal},
    tags=["办理"],
    summary="立一个案件",
)
def begin(request: Asked, given: Opening) -> Status[ActOut]:
    """Open a case of an organ by an opening step of its procedure."""
    procedure = PROCEDURES.get(given.procedure)
    _, step = _declared(procedure, given.step)
    refuse_strange(PROCEDURES[given.procedure], step, given.values)
    act = open_case(
        request.auth,
        given.procedure,
        given.step,
        given.organ_id,
        given.values,
        _moment(given),
        entrance=Door.AFTERWARDS if given.afterwards else Door.TAKE,
    )
    return Status(201, _told(act))


@router.post(
    "/cases/{int:case_id}/tracks/{track}/{step}",
    response={201: ActOut, REFUSED: Refusal},
    summary="开始并行程序",
)
def begin_track(
    request: Asked, case_id: int, track: str, step: str, given: Given
) -> Status[ActOut]:
    """Begin a track beside the main line of a case."""
    case = queries.case(request.auth, case_id)
    declared = PROCEDURES[case.procedure].tracks().get(track)
    procedure, found = _declared(declared.procedure if declared else None, step)
    refuse_strange(procedure, found, given.values)
    act = open_track(request.auth, case_id, track, step, given.values, _moment(given))
    return Status(201, _told(act))


@router.get(
    "/courses/{int:course_id}/steps/{step}",
    response=ReadyStepOut,
    summary="这一步要填什么",
)
def ready(request: Asked, course_id: int, step: str) -> ReadyStepOut:
    """A step of a course, with what may be chosen in its case."""
    course = queries.course(request.auth, course_id)
    procedure, found = _declared(PROCEDURES[course.procedure], step)
    shape = shape_of(procedure, found, course.case, timezone.localdate())
    return ReadyStepOut(
        **telling.step_values(found, shape), course=course.pk, version=course.version
    )


@router.post(
    "/courses/{int:course_id}/steps/{step}",
    response={201: ActOut, REFUSED: Refusal},
    summary="办理",
)
def go(request: Asked, course_id: int, step: str, given: Given) -> Status[ActOut]:
    """Take a step; what the law forbids is refused, with its article."""
    course = _ready(request, course_id, step, given)
    act = take(
        request.auth, course.pk, step, given.values, _moment(given), given.version
    )
    return Status(201, _told(act))


@router.post(
    "/courses/{int:course_id}/steps/{step}/afterwards",
    response={201: ActOut, REFUSED: Refusal},
    summary="补录",
)
def afterwards(
    request: Asked, course_id: int, step: str, given: Given
) -> Status[ActOut]:
    """Record what already happened; what was wrong with it is kept as defects."""
    course = _ready(request, course_id, step, given)
    act = enter_afterwards(request.auth, course.pk, step, given.values, _moment(given))
    return Status(201, _told(act))


def _ready(request: Asked, course_id: int, step: str, given: Given) -> Course:
    course = queries.course(request.auth, course_id)
    procedure, found = _declared(PROCEDURES[course.procedure], step)
    refuse_strange(procedure, found, given.values)
    return course


def _declared(
    procedure: type[Procedure] | None, step: str
) -> tuple[type[Procedure], Step]:
    found = procedure.steps().get(step) if procedure else None
    if procedure is None or found is None:
        raise Unseen
    return procedure, found


def _moment(given: Given) -> Moment:
    return Moment(
        timezone.now(),
        moment_of(given.occurred_at, "occurred_at"),
        moment_of(given.client_at, "client_at"),
    )


def _told(act: Act) -> ActOut:
    return telling.act_out(act)
