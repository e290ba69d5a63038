"""Confirming what was read in a penal paragraph: a form beside the text."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from faheng.lawbase.actions import confirm_penalty
from faheng.lawbase.models import PenaltyReading, ReadingState
from faheng.web import parts
from faheng.web.penal_forms import FineForms, PenaltyForm, fine_initial, given
from faheng.web.present.lawbook import penal as present
from faheng.web.present.lawbook.places import article_url, said
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.lawbook.asked import CRUMB, number_of
from faheng.web.views.lawbook.confirming import by, may_confirm


@require_safe
@staff
def queue(request: StaffRequest) -> HttpResponse:
    """List the versions with penal paragraphs; lead into one of them."""
    version = number_of(request, "version")
    first = present.first_open(version) if version else None
    if first:
        return redirect("law_penalty", first.pk)
    context = {"rows": present.progress(), "may_confirm": may_confirm(request.viewer)}
    return render(request, "web/law/penalties.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def penalty(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a reading beside its text; take what a person makes of it."""
    reading = (
        PenaltyReading.objects
        .select_related("unit__version__work", "by")
        .prefetch_related("terms", "fines")
        .filter(pk=pk)
        .first()
    )
    if reading is None:
        raise Http404
    before = present.penalty_of(reading)
    if request.method == "POST":
        return _taken(request, reading, before)
    fines = FineForms(initial=fine_initial(before), prefix="fines")
    return _shown(request, reading, PenaltyForm.of(before), fines)


def _taken(request: StaffRequest, reading: PenaltyReading, before: Any) -> HttpResponse:
    signed = by(request)
    form = PenaltyForm(request.POST)
    fines = FineForms(request.POST, prefix="fines")
    if not (form.is_valid() and fines.is_valid()):
        return _shown(request, reading, form, fines, status=422)
    after = given(form, fines, before)
    confirm_penalty(reading.pk, signed, None if after == before else after)
    messages.success(
        request,
        gettext("%(place)s已确认。") % {"place": said(reading.unit.address)}
        if after == before
        else gettext("%(place)s已更正并确认。") % {"place": said(reading.unit.address)},
    )
    rows = present.readings(reading.unit.version_id)
    at = next(n for n, one in enumerate(rows) if one.pk == reading.pk)
    onward = [*rows[at + 1 :], *rows[:at]]
    waiting = (one for one in onward if one.state == ReadingState.SUGGESTED)
    following = next(waiting, None)
    return redirect("law_penalty", following.pk if following else reading.pk)


def _shown(
    request: StaffRequest,
    reading: PenaltyReading,
    form: PenaltyForm,
    fines: Any,
    status: int = 200,
) -> HttpResponse:
    rows = present.readings(reading.unit.version_id)
    at = next(n for n, one in enumerate(rows) if one.pk == reading.pk)
    work = reading.unit.version.work
    context = {
        "reading": reading,
        "work": work,
        "place": said(reading.unit.address),
        "url": article_url(
            work.full_title, reading.unit.address, reading.unit.version.valid_from
        ),
        "lines": present.text_lines(reading.unit, present.penalty_of(reading)),
        "form": form,
        "fines": fines,
        "number": at + 1,
        "total": len(rows),
        "open": sum(one.state == ReadingState.SUGGESTED for one in rows),
        "before": rows[at - 1].pk if at else None,
        "after": rows[at + 1].pk if at + 1 < len(rows) else None,
        "may_confirm": may_confirm(request.viewer),
        "crumbs": (
            parts.Link(CRUMB, reverse("law_index")),
            parts.Link(gettext("罚则要素"), reverse("law_penalties")),
            parts.Link(work.title),
        ),
    }
    return render(request, "web/law/penalty.html", context, status=status)
