"""The form of a step: shown, previewed, signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from faheng.kernel.cases.actions.checking import out_of_order
from faheng.kernel.cases.errors import Problem, SomebodyWasFirst, StepRefused
from faheng.kernel.cases.forms import row_name
from faheng.kernel.cases.models import CaseOfficer, Upload
from faheng.kernel.cases.queries import (
    files,
    latest_act,
    made_by,
    title_of,
    uploads,
)
from faheng.kernel.documents.declare import Serve
from faheng.kernel.pages.names import named, titled
from faheng.web import parts, words
from faheng.web.middleware import refusal
from faheng.web.present import step as shown
from faheng.web.present import warned, weighing, worksheet
from faheng.web.present.supervising.escalating import PROCEDURE, prefilled
from faheng.web.preview import draft
from faheng.web.reader import StaffRequest, staff, today_of
from faheng.web.signing import LONGEST, REASON, sign
from faheng.web.stepform import StepForm, WhenForm, given, sent, unsent
from faheng.web.target import (
    Target,
    must_be_theirs,
    on_course,
    on_new_case,
    on_track,
    records_afterwards,
)
from faheng.web.views.cases import crumbs
from faheng.web.views.evidence import with_uploads

POST_OR_GET = ["GET", "HEAD", "POST"]


@require_http_methods(POST_OR_GET)
@staff
def step(
    request: StaffRequest, case_id: int, course_id: int, step: str
) -> HttpResponse:
    """A step of an open course."""
    return _answer(
        request, on_course(request.viewer, case_id, course_id, step, request.now)
    )


@require_http_methods(POST_OR_GET)
@staff
def track_step(
    request: StaffRequest, case_id: int, track: str, step: str
) -> HttpResponse:
    """The first step of a track that would begin."""
    return _answer(request, on_track(request.viewer, case_id, track, step, request.now))


@require_http_methods(POST_OR_GET)
@staff
def opening(
    request: StaffRequest, organ_id: int, procedure: str, step: str
) -> HttpResponse:
    """The opening step of a new case."""
    return _answer(
        request, on_new_case(request.viewer, procedure, step, organ_id, request.now)
    )


def _answer(request: StaffRequest, plain: Target) -> HttpResponse:
    target = replace(plain, afterwards="afterwards" in request.GET)
    must_be_theirs(target)
    if request.method == "POST":
        return _signed(request, target)
    if target.course is not None and not target.afterwards:
        problems = out_of_order(target.course, target.step)
        if problems:
            raise StepRefused(problems)
    known = _initial(request, target)
    form = unsent(target.asked, known, request.now)
    return _page(request, target, form, (), known)


def _initial(request: StaffRequest, target: Target) -> dict[str, Any]:
    """What the record and the way here already tell."""
    known: dict[str, Any] = {}
    for name in (*target.step.asks, *target.step.optional):
        if name in request.GET:
            known[name] = request.GET[name]
    if target.procedure.key == PROCEDURE and "findings" in request.GET:
        known |= prefilled(request.viewer, request.GET["findings"])
    if target.course is not None:
        kept = files(target.course)
        names = (*target.step.asks, *target.step.optional)
        known |= {
            name: getattr(kept, f"{name}_id", None) or getattr(kept, name)
            for name in names
            if getattr(kept, name, None) not in (None, "", False)
        }
    reader = {"person": request.viewer.person_id, "is_lead": True}
    return {row_name(CaseOfficer): [reader], **weighing.begun(target), **known}


def _signed(request: StaffRequest, target: Target) -> HttpResponse:
    if "citations" in request.POST:
        return _citations(request, target)
    when = WhenForm(request.POST)
    values, refused = with_uploads(request, _typed(request, target))
    if when.is_valid() and not refused:
        happened_at = when.cleaned_data["occurred_at"]
        try:
            return _done(request, target, values, happened_at)
        except SomebodyWasFirst as first:
            return _too_late(request, target, first)
        except StepRefused as shut:
            refused = weighing.plainly(shut.problems)
    form = sent(target.asked, request.POST, values, request.now)
    return _page(request, target, form, refused, values)


def _typed(request: StaffRequest, target: Target) -> dict[str, Any]:
    return given(target.asked, request.POST, set(request.FILES))


def _done(
    request: StaffRequest,
    target: Target,
    values: dict[str, Any],
    happened_at: datetime | None,
) -> HttpResponse:
    if "preview" in request.POST:
        return draft(target, values, happened_at, request.POST["preview"])
    form = sent(target.asked, request.POST, values, request.now)
    told = (warned.typed(form, values), _reason(request))
    act = sign(target, values, happened_at, _version(request), told)
    said = gettext("已补录") if target.afterwards else gettext("已办理")
    numbers = "、".join(filter(None, (p.number for p in made_by(act))))
    papers = gettext("，制作%(numbers)s") % {"numbers": numbers} if numbers else ""
    messages.success(request, f"{said}“{titled(target.step)}”{papers}。")
    return redirect("case", act.case_id)


def _reason(request: StaffRequest) -> str:
    return request.POST.get(REASON, "").replace("\x00", "").strip()[:LONGEST]


def _citations(request: StaffRequest, target: Target) -> HttpResponse:
    """What is cited so far and cannot be a right basis, as a part of the page."""
    values = _typed(request, target)
    form = sent(target.asked, request.POST, values, request.now)
    context = _cited(request, target, form, values)
    return render(request, "web/cases/citations.html", context)


def _cited(
    request: StaffRequest, target: Target, form: StepForm, values: Mapping[str, Any]
) -> dict[str, object]:
    kept = warned.file_of(target)
    texts = [*warned.typed(form, values), *warned.item_text(kept)]
    issued = target.step.issues
    return {
        "cited": warned.warned(texts, warned.days(target, kept)),
        "reason": _reason(request),
        "must_reason": any(one.serve_on is Serve.PARTY for one in issued),
        "basis": warned.BASIS,
    }


def _version(request: StaffRequest) -> int | None:
    version = request.POST.get("version", "")
    return int(version) if version.isascii() and version.isdigit() else None


def _too_late(
    request: StaffRequest, target: Target, first: SomebodyWasFirst
) -> HttpResponse:
    """Say who was first and when; what was typed stays on the computer."""
    act = latest_act(target.course) if target.course else None
    reason = str(first)
    if act is not None:
        when = words.moment(act.recorded_at, today_of(request))
        reason = gettext("%(name)s已于 %(when)s 办了“%(act)s”。") % {
            "name": act.actor.name,
            "when": when,
            "act": named(act.step, title_of(act)),
        }
    return refusal(request, first, reason=reason, draft=target.draft)


def _page(
    request: StaffRequest,
    target: Target,
    form: StepForm,
    problems: Sequence[Problem],
    values: Mapping[str, Any],
) -> HttpResponse:
    today = today_of(request)
    faults = shown.faults(form, problems, today) if request.method == "POST" else ()
    context = {
        "target": target,
        "form": form,
        "faults": faults,
        "sections": shown.sections(form),
        "then": shown.then(target.step),
        "gates": shown.gates(target),
        "crumbs": _crumbs(target),
        "may_enter": records_afterwards(request.viewer, target.case.organ_id),
        "uploads": _uploads(form),
        "pairs": shown.about(target),
        **_weighing(request, target),
        **_cited(request, target, form, values),
    }
    if any(one.key == warned.KEY for one in problems):
        context["must_reason"] = True
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return render(request, "web/cases/step.html", context, status=status)


def _weighing(request: StaffRequest, target: Target) -> dict[str, Any]:
    """The worksheet, where the step is the one that weighs a penalty."""
    values = given(target.asked, request.POST) if request.method == "POST" else None
    return {
        "weighing": weighing.panel(target, values),
        "by_hand": weighing.BY_HAND,
        "of_persons": weighing.OF_PERSONS,
        "weighed": worksheet.link_from(target),
    }


def _uploads(form: StepForm) -> dict[int, Upload]:
    """The files that rows already hold."""
    held = [
        row["upload"].value()
        for rows in form.rows
        if rows.takes_files
        for row in rows.forms
    ]
    return uploads([int(pk) for pk in held if str(pk or "").isdigit()])


def _crumbs(target: Target) -> tuple[parts.Link, ...]:
    here = parts.Link(titled(target.step))
    if target.case.pk:
        return crumbs(target.case, here)
    return (parts.Link(gettext("新建案件"), reverse("case_new")), here)
