"""Complaints about enforcement: told by anyone, followed by whoever holds the code."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from faheng.domains.supervision.intake.actions import TooMany, count_use, receive
from faheng.domains.supervision.intake.form import SlipForm
from faheng.domains.supervision.intake.queries import progress
from faheng.portal.visitors import source_of

LONGEST = 40


class ComplaintForm(SlipForm):
    """The public form: programs fill in every field they find, people do not."""

    homepage = forms.CharField(required=False, widget=forms.HiddenInput)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    """Take a complaint and tell its code, once."""
    now = timezone.now()
    form = ComplaintForm(
        request.POST if request.method == "POST" else None, timezone.localdate(now)
    )
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "portal/complaint.html", {"form": form}, status=status)
    try:
        count_use("slip", source_of(request), now)
    except TooMany as stop:
        context = {"form": form, "stop": stop}
        return render(request, "portal/complaint.html", context, status=429)
    if form.cleaned_data["homepage"]:
        return render(request, "portal/complaint.html", {"form": form}, status=422)
    slip, code = receive(form.told, now)
    context = {"code": code, "received_on": timezone.localdate(slip.received_at)}
    return render(request, "portal/complaint_received.html", context, status=201)


@never_cache
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a complaint."""
    return render(request, "portal/complaint_ask.html", {})


@never_cache
@require_http_methods(["POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Tell where a complaint stands; the code travels in no address."""
    code = request.POST.get("code", "").replace("\x00", "").strip()[:LONGEST]
    source, now = source_of(request), timezone.now()
    found = progress(code)
    if found is None:
        return _wrong(request, source, now)
    response = render(request, "portal/complaint_state.html", {"found": found})
    response["X-Robots-Tag"] = "noindex"
    return response


def _wrong(request: HttpRequest, source: str, now: datetime) -> HttpResponse:
    """Count a wrong code, so that codes cannot be tried one after the other."""
    try:
        count_use("try", source, now)
    except TooMany as stop:
        context = {"stop": stop}
        return render(request, "portal/complaint_ask.html", context, status=429)
    return render(request, "portal/complaint_ask.html", {"wrong": True}, status=404)
