"""Turning what the kernel returns into answers."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from faheng.api.answers import (
    ActOut,
    CaseOut,
    ClockOut,
    ConditionOut,
    CourseOut,
    DefectOut,
    FactOut,
    FindingOut,
    Named,
    OrganOut,
    PaperOut,
    PossibleOut,
    ProblemOut,
    StepOut,
)
from faheng.api.refusals import plain
from faheng.kernel.alerts.queries import Told
from faheng.kernel.cases.models import Act, Case, Clock, Course, Defect, Paper
from faheng.kernel.cases.queries import Possible
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Stage, Step


def case_out(case: Case) -> CaseOut:
    """Tell a case as a list does."""
    return CaseOut(
        id=case.pk,
        number=case.number,
        title=case.title,
        procedure=procedure_named(case.procedure),
        stage=stage_named(case.procedure, case.stage),
        organ=OrganOut(id=case.organ_id, name=case.organ.name),
        party=case.party_name,
        matter=case.matter,
        opened_on=case.opened_on,
        ended_on=case.ended_on,
    )


def course_out(course: Course) -> CourseOut:
    """Tell a course."""
    return CourseOut(
        id=course.pk,
        track=course.track,
        ordinal=course.ordinal,
        procedure=procedure_named(course.procedure),
        stage=stage_named(course.procedure, course.stage),
        opened_at=local(course.opened_at),
        ended_at=local(course.ended_at) if course.ended_at else None,
        version=course.version,
    )


def clock_out(clock: Clock) -> ClockOut:
    """Tell a clock."""
    return ClockOut(**clock_values(clock))


def clock_values(clock: Clock) -> dict[str, Any]:
    """Return what is told of a clock by name."""
    same = ("id", "term", "title", "of", "basis", "state", "start_on", "due_on")
    more = ("provisional", "stopped_on", "lapse")
    values = {name: getattr(clock, name) for name in (*same, *more)}
    due_at = local(clock.due_at) if clock.due_at else None
    return values | {"course": clock.course_id, "due_at": due_at}


def paper_out(paper: Paper) -> PaperOut:
    """Tell a paper."""
    return PaperOut(**paper_values(paper))


def paper_values(paper: Paper) -> dict[str, Any]:
    """Return what is told of a paper by name."""
    same = ("id", "document", "code", "title", "number", "made_on", "state")
    values = {name: getattr(paper, name) for name in same}
    return values | {
        "course": paper.course_id,
        "must_serve": paper.must_serve,
        "served_on": paper.served_on,
        "pdf": address("paper_pdf", paper.pk),
    }


def finding_out(one: Told) -> FindingOut:
    """Tell a finding with its facts."""
    same = ("code", "title", "says", "basis", "mend", "about", "row")
    values = {name: getattr(one, name) for name in same}
    return FindingOut(
        **values,
        id=one.pk,
        severity=one.severity.key,
        state=one.state.value,
        facts=[FactOut(title=title, value=value) for _, title, value in one.facts],
        raised_at=local(one.raised_at),
    )


def defect_out(defect: Defect) -> DefectOut:
    """Tell a defect."""
    same = ("id", "condition", "sentence", "basis", "mend", "watch", "field")
    values = {name: getattr(defect, name) for name in same}
    return DefectOut(
        **values,
        act=defect.act.seq,
        mended_by=defect.mended.seq if defect.mended else None,
        raised_at=local(defect.raised_at),
    )


def act_out(act: Act) -> ActOut:
    """Tell an act with the version that its course has now."""
    step = PROCEDURES[act.course.procedure].steps().get(act.step)
    same = ("id", "seq", "role", "stage_from", "stage_to")
    values = {name: getattr(act, name) for name in same}
    return ActOut(
        **values,
        case=act.case_id,
        course=act.course_id,
        door=str(act.door),
        step=Named(key=act.step, title=step.title if step else act.step),
        actor=act.actor.name,
        occurred_at=local(act.occurred_at),
        recorded_at=local(act.recorded_at),
        number=act.case.number,
        version=act.course.version,
    )


def possible_out(found: Possible) -> PossibleOut:
    """Tell a step that might be taken."""
    return PossibleOut(
        step=named(found.step),
        course=found.course.pk if found.course else None,
        track=found.track.key if found.track else "",
        basis=str(found.step.basis),
        who=found.who,
        yours=found.yours,
        now=found.now,
        unmet=[ProblemOut(**plain(problem)) for problem in found.unmet],
    )


def step_values(step: Step, shape: dict[str, Any]) -> dict[str, Any]:
    """Return what is told of a declared step by name."""
    return {
        "key": step.key,
        "title": step.title,
        "basis": str(step.basis),
        "roles": [Named(key=role.value, title=role.title) for role in step.roles],
        "at": _stages(step),
        "to": step.to.key if step.to else "",
        "opens": step.opens,
        "aside": step.aside,
        "note": step.note,
        "conditions": [
            ConditionOut(key=c.key, says=c.says, basis=str(c.basis), mend=c.mend)
            for c in step.requires
        ],
        "issues": [Named(key=d.key(), title=d.title) for d in step.issues],
        "serves": [Named(key=d.key(), title=d.title) for d in step.serves],
        "starts": [named(term) for term in step.starts],
        "stops": [named(term) for term in step.stops],
        "input": shape,
    }


def step_out(step: Step, shape: dict[str, Any]) -> StepOut:
    """Tell a declared step."""
    return StepOut(**step_values(step, shape))


def named(thing: Any) -> Named:
    """Return key and title of something declared."""
    return Named(key=thing.key, title=thing.title)


def procedure_named(key: str) -> Named:
    """Return key and title of a procedure."""
    return Named(key=key, title=PROCEDURES[key].title)


def stage_named(procedure: str, key: str) -> Named:
    """Return key and title of a stage."""
    declared: type[Procedure] = PROCEDURES[procedure]
    stage = declared.stages().get(key)
    return Named(key=key, title=stage.title if stage else key)


def address(name: str, pk: int) -> str:
    """Return a page's address; empty while that page does not stand."""
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""


def local(moment: Any) -> Any:
    """Tell a moment in the country's time."""
    return timezone.localtime(moment)


def _stages(step: Step) -> list[str]:
    if isinstance(step.at, Stage):
        return [step.at.key]
    if isinstance(step.at, tuple):
        return [stage.key for stage in step.at]
    return ["*"] if step.at is not None else []
