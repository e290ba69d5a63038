"""裁量: the proposal as facts are ticked, and the frozen worksheet computed again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.domains.enforcement.rows.outcome import ProposedPenalty
from faheng.domains.enforcement.weighing.asking import Told, told_of
from faheng.kernel.cases import queries
from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.forms import clean, row_form
from faheng.kernel.cases.models import Case
from faheng.kernel.cases.situation import Situation
from faheng.web import parts
from faheng.web.controls import dress
from faheng.web.present import weighing as present
from faheng.web.present.worksheet import by_hand, sheets_of
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
    told = _untouched(request, told_of(read.given))
    s = Situation(target.case, target.course, target.now, request.viewer.person_id)
    shown = present.show(s, told)
    fill = _filled(target, told, shown)
    context = {
        "shown": shown,
        "fill": fill,
        "filled": shown.fine_fen if fill and shown else "",
        "visible": _visible(request, shown),
    }
    return render(request, "web/cases/weighing/proposal.html", context)


def _untouched(request: StaffRequest, told: Told) -> Told:
    """Take a fine that was filled in for the officer, and left so, as not chosen.

    Otherwise it would stand in the way once other facts are ticked.
    """
    filled = request.POST.get("filled_fine", "")
    left = told.fine is not None and str(told.fine) == filled
    return replace(told, fine=None) if left and not told.deviation else told


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
    return _seen(request, set(shown.alike.cases.values()))


def _seen(request: StaffRequest, keys: set[int]) -> set[int]:
    found = Case.objects.filter(queries.visible(request.viewer), pk__in=keys)
    return set(found.values_list("pk", flat=True))


@require_safe
@staff
def sheet(request: StaffRequest, case_id: int) -> HttpResponse:
    """Show the worksheets of a case, each computed again."""
    case = queries.case(request.viewer, case_id)
    sheets = sheets_of(case, request.now)
    near = {key for one in sheets for key in one.cases}
    here = parts.Link(gettext("裁量适用说明"))
    context = {
        "case": case,
        "sheets": sheets,
        "by_hand": None if sheets else by_hand(case),
        "visible": _seen(request, near),
        "crumbs": crumbs(case, here),
    }
    return render(request, "web/cases/weighing/sheet.html", context)
