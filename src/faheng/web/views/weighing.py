"""裁量: the proposal as facts are ticked, and the frozen worksheet computed again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.domains.enforcement.discretion.proposal.saying import (
    outcome_said,
    steps_said,
)
from faheng.domains.enforcement.rows.outcome import ProposedPenalty
from faheng.domains.enforcement.rows.weighing import WeighedFact, Worksheet
from faheng.domains.enforcement.weighing.asking import Told, told_of
from faheng.domains.enforcement.weighing.replaying import replayed
from faheng.kernel.cases import queries
from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.forms import clean, row_form
from faheng.kernel.cases.models import Case
from faheng.kernel.cases.situation import Situation
from faheng.web import parts
from faheng.web.controls import dress
from faheng.web.present import weighing as present
from faheng.web.reader import StaffRequest, staff
from faheng.web.stepform import given
from faheng.web.target import Target, must_be_theirs, on_course
from faheng.web.views.cases import crumbs


@require_POST
@staff
def proposal(request: StaffRequest, case_id: int, course_id: int) -> HttpResponse:
    """Show what follows from the facts as they stand in the form."""
    target = on_course(request.viewer, case_id, course_id, present.STEP, request.now)
    must_be_theirs(target)
    if not present.is_weighing(target) or target.course is None:
        raise Unseen
    asked = target.asked
    values = given(asked, request.POST)
    read = clean(asked.procedure, asked.step, asked.case, asked.on, values)
    told = told_of(read.given)
    s = Situation(target.case, target.course, target.now, request.viewer.person_id)
    shown = present.show(s, told)
    fill = _filled(target, told, shown)
    context = {"shown": shown, "fill": fill, "visible": _visible(request, shown)}
    return render(request, "web/cases/weighing/proposal.html", context)


def _filled(target: Target, told: Told, shown: Any) -> forms.BoundField | None:
    """Put the proposed fine where none was typed."""
    if told.fine is not None or shown is None or not shown.fine_fen:
        return None
    form = row_form(
        ProposedPenalty, target.case, target.asked.on, prefix="proposed_penalty-0"
    )
    dress(form)
    form.fields["amount"].widget.attrs["hx-swap-oob"] = "true"
    form.initial["amount"] = shown.fine_fen
    return form["amount"]


def _visible(request: StaffRequest, shown: Any) -> set[int]:
    """Give which of the nearest cases the reader may open."""
    if shown is None or shown.alike is None:
        return set()
    keys = list(shown.alike.cases.values())
    found = Case.objects.filter(queries.visible(request.viewer), pk__in=keys)
    return set(found.values_list("pk", flat=True))


@require_safe
@staff
def sheet(request: StaffRequest, case_id: int) -> HttpResponse:
    """Show the worksheets of a case, each computed again."""
    case = queries.case(request.viewer, case_id)
    rows = Worksheet.objects.filter(case=case).select_related("act__actor")
    sheets = [_sheet(row) for row in rows.order_by("-pk")]
    here = parts.Link(gettext("裁量适用说明"))
    context = {"case": case, "sheets": sheets, "crumbs": crumbs(case, here)}
    return render(request, "web/cases/weighing/sheet.html", context)


def _sheet(row: Worksheet) -> dict[str, Any]:
    again = replayed(row)
    facts = WeighedFact.objects.filter(act=row.act_id).select_related("evidence")
    return {
        "row": row,
        "outcome": outcome_said(row.outcome),
        "again": again,
        "steps": steps_said(again.rows),
        "facts": list(facts.order_by("id")),
    }
