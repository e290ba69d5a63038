"""Carrying a step out: check, write, compute, make the papers, record."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from faheng.kernel.cases.actions import clocks, papers, tasks
from faheng.kernel.cases.actions.checking import before, requirements, role_of
from faheng.kernel.cases.actions.mending import mend
from faheng.kernel.cases.actions.moment import Request
from faheng.kernel.cases.actions.remarks import remark
from faheng.kernel.cases.actions.uploads import foreign_files
from faheng.kernel.cases.errors import Problem, StepRefused
from faheng.kernel.cases.forms import Cleaned, adds_of, clean, row_name
from faheng.kernel.cases.models import (
    Act,
    ActDetail,
    CaseFile,
    CaseOrgan,
    CaseParty,
    Paper,
    Service,
)
from faheng.kernel.cases.situation import Situation
from faheng.kernel.cases.stored import stored
from faheng.kernel.cases.watching import watched
from faheng.kernel.documents.actions import next_number
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import PROCEDURES, Stage, Step, WorkedOut
from faheng.kernel.record.actions import append


def carry_out(request: Request) -> Act:
    """Carry out one step inside the caller's transaction; the case is locked."""
    course, step, moment = request.course, request.step, request.moment
    role, problems = role_of(request)
    problems += before(request)
    on = timezone.localdate(moment.occurred_at)
    procedure = PROCEDURES[course.procedure]
    cleaned = clean(procedure, step, course.case, on, request.values)
    cleaned.problems += foreign_files(request.viewer, course.case, cleaned.rows)
    unreadable = [p for p in cleaned.problems if p.key != "missing"]
    if unreadable or (cleaned.problems and not request.lenient):
        raise StepRefused(cleaned.problems + ([] if request.lenient else problems))
    problems += cleaned.problems
    act = _write_act(request, role, on)
    situation = Situation(
        course.case,
        course,
        moment.occurred_at,
        request.actor_id,
        cleaned.given,
        act.seq,
    )
    _write_file(situation, cleaned, request.file)
    _join(situation, request.step, act)
    delivery = _write_rows(request, act, cleaned)
    worked = step.works_out(situation, act) if step.works_out else WorkedOut()
    problems += worked.problems
    problems += requirements(situation, step)
    problems += _follow(situation, request, act, delivery)
    _settle(request, act, cleaned, problems)
    _finish(situation, request, act, cleaned)
    _record(request, act, stored({**cleaned.given, **worked.kept}), situation.made)
    watched(act, moment.now)
    return act


def _write_act(request: Request, role: Role, on: date) -> Act:
    course, case, step = request.course, request.course.case, request.step
    case.acts += 1
    return Act.objects.create(
        case=case,
        course=course,
        seq=case.acts,
        step=step.key,
        actor_id=request.actor_id,
        role=role,
        door=request.entrance,
        stage_from=course.stage,
        stage_to=(step.to.key if step.to else course.stage),
        occurred_at=request.moment.occurred_at,
        occurred_on=on,
        client_at=request.moment.client_at,
        recorded_at=request.moment.now,
    )


def _write_file(situation: Situation, cleaned: Cleaned, new: CaseFile | None) -> None:
    if new is not None:
        situation.file = new
    elif not cleaned.file:
        return
    for name, value in cleaned.file.items():
        setattr(situation.file, name, value)
    if new is None:
        situation.file.save(update_fields=list(cleaned.file))
    else:
        situation.file.save(force_insert=True)


def _join(situation: Situation, step: Step, act: Act) -> None:
    """Bring in the organs that the file names."""
    for join in step.joins:
        organ_id = getattr(situation.file, f"{join.by}_id")
        if organ_id is not None:
            CaseOrgan.objects.get_or_create(
                case=act.case,
                organ_id=organ_id,
                part=join.part,
                defaults={"course": act.course, "act": act},
            )


def _write_rows(request: Request, act: Act, cleaned: Cleaned) -> Service | None:
    delivery = None
    for adds in adds_of(request.step):
        for given in cleaned.rows.get(row_name(adds.model), []):
            row = adds.model.built(given, request.viewer, request.moment.now)
            row.case, row.course, row.act = act.case, act.course, act
            if isinstance(row, Service):
                delivery = row
            else:
                row.save()
    return delivery


def _follow(
    situation: Situation, request: Request, act: Act, delivery: Service | None
) -> list[Problem]:
    """Deliver papers, move the stage, run the clocks, make the other papers."""
    step = request.step
    problems = papers.issue(situation, step, act, at_once=True)
    if delivery is not None:
        problems += papers.deliver(situation, step, delivery)
    if step.numbers and not act.case.number:
        organ = situation.organ
        act.case.number = next_number(
            organ.pk, organ.mark, step.numbers, act.occurred_on.year
        )
    _move(request, act)
    from_on = delivery.served_on if delivery else None
    clocks.run(situation, step, act, from_on or act.occurred_on)
    situation.forget()
    return problems + papers.issue(situation, step, act, at_once=False)


def _move(request: Request, act: Act) -> None:
    course, case = request.course, act.case
    course.stage = act.stage_to
    course.version += 1
    if request.step.becomes is not None:
        course.procedure = request.step.becomes.key
    stage: Stage = PROCEDURES[course.procedure].stages()[course.stage]
    course.ended_at = act.occurred_at if stage.final else None
    course.save(update_fields=["stage", "version", "procedure", "ended_at"])
    if not course.track:
        case.procedure = course.procedure
        case.stage = course.stage
        case.ended_on = act.occurred_on if stage.final else None


def _settle(
    request: Request, act: Act, cleaned: Cleaned, problems: list[Problem]
) -> None:
    """Refuse what a person at work may not do; keep what came in afterwards."""
    if problems and not request.lenient:
        raise StepRefused(problems)
    mend(act, cleaned)
    remark(act, problems, request.moment.now)


def _finish(situation: Situation, request: Request, act: Act, cleaned: Cleaned) -> None:
    case = act.case
    has_parties = row_name(CaseParty) in cleaned.rows
    if not request.course.track and _renames(
        situation, cleaned, has_parties=has_parties
    ):
        for name, value in situation.file.headline().items():
            setattr(case, name, value[:200])
    if has_parties:
        names = CaseParty.objects.filter(case=case).values_list("name", flat=True)
        case.party_name = "、".join(names)[:200]
    case.save(update_fields=_FOLLOWING)
    if request.course.ended_at:
        clocks.stop_all(act)
    tasks.renew(request.course, request.moment.now, act.occurred_on, request.actor_id)


def _renames(situation: Situation, cleaned: Cleaned, *, has_parties: bool) -> bool:
    """Tell whether what was given may change what the case is called."""
    if not cleaned.file:
        return has_parties
    named_after: frozenset[str] = situation.file.named_after
    return has_parties or not named_after or bool(named_after & cleaned.file.keys())


_FOLLOWING = (
    *("number", "title", "procedure", "stage", "party_name", "matter"),
    *("ended_on", "acts"),
)
"""Columns of a case that follow from its acts."""


def _record(
    request: Request, act: Act, given: dict[str, Any], made: list[Paper]
) -> None:
    ActDetail.objects.create(act=act, given=given)
    public: dict[str, Any] = {
        "course": str(request.course),
        "step": act.step,
        "role": act.role,
        "actor": act.actor_id,
        "door": str(act.door),
        "from": act.stage_from,
        "to": act.stage_to,
        "papers": [[paper.document, paper.number] for paper in made],
    }
    kind = f"{request.course.procedure}.{act.step}"
    append(act.case.chain, kind, public, given, request.moment.times)
