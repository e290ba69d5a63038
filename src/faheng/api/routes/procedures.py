"""Reading declarations: procedures, their steps and what these ask for."""

from __future__ import annotations

from typing import Annotated

from django.utils import timezone
from ninja import Query, Router

from faheng.api import telling
from faheng.api.answers import Named, ProcedureOut, StepOut
from faheng.api.auth import Asked
from faheng.api.shapes import shape_of
from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ
from faheng.kernel.procedures.declare import PROCEDURES, Procedure

router = Router(tags=["程序"])

Key = Annotated[int | None, Query(ge=1, lt=2**63)]


@router.get("/procedures", response=list[Named], summary="全部程序")
def list_procedures(request: Asked) -> list[Named]:
    """Every declared procedure."""
    return [telling.procedure_named(key) for key in sorted(PROCEDURES)]


@router.get("/procedures/{key}", response=ProcedureOut, summary="一个程序")
def read_procedure(request: Asked, key: str) -> ProcedureOut:
    """Stages, tracks and steps, each with its article, roles and fields."""
    procedure = _found(key)
    on = timezone.localdate()
    return ProcedureOut(
        key=key,
        title=procedure.title,
        basis=str(procedure.basis),
        stages=[telling.named(stage) for stage in procedure.stages().values()],
        tracks=[telling.named(track) for track in procedure.tracks().values()],
        steps=[
            telling.step_out(step, shape_of(procedure, step, None, on))
            for step in procedure.steps().values()
        ],
    )


@router.get("/procedures/{key}/steps/{step}", response=StepOut, summary="一个步骤")
def read_step(request: Asked, key: str, step: str, organ_id: Key = None) -> StepOut:
    """A step; with `organ_id`, also what may be chosen in a new case of that organ."""
    procedure = _found(key)
    found = procedure.steps().get(step)
    if found is None:
        raise Unseen
    case = _imagined(request, organ_id) if organ_id else None
    shape = shape_of(procedure, found, case, timezone.localdate())
    return telling.step_out(found, shape)


def _imagined(request: Asked, organ_id: int) -> Case:
    """Make a case that is not kept, so that choices narrow to its organ."""
    organ = Organ.objects.select_related("division").filter(pk=organ_id).first()
    if organ is None or not request.auth.sees(organ.pk, organ.division.path):
        raise Unseen
    return Case(organ=organ, division_path=organ.division.path)


def _found(key: str) -> type[Procedure]:
    procedure = PROCEDURES.get(key)
    if procedure is None:
        raise Unseen
    return procedure
