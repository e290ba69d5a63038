"""投诉来件: the tray of those who supervise, and what one complaint says."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from faheng.domains.supervision.intake import queries
from faheng.domains.supervision.intake.actions import receive, reveal
from faheng.domains.supervision.intake.form import WrittenDownForm
from faheng.domains.supervision.intake.models import Channel, ComplaintSlip
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.web import parts
from faheng.web.reader import StaffRequest, cursor, staff, today_of

PAGE = 50
PROCEDURE = "supervision.enforcement_complaint"


@require_safe
@staff
def tray(request: StaffRequest) -> HttpResponse:
    """Show the complaints that wait to be registered, the oldest first."""
    _must_supervise(request.viewer)
    rows, after = queries.waiting(request.viewer).order_by("pk"), cursor(request)
    today = today_of(request)
    some = list((rows.filter(pk__gt=after) if after else rows)[: PAGE + 1])
    more = f"?{urlencode({'after': some[PAGE - 1].pk})}" if len(some) > PAGE else ""
    slips = [
        (slip, (today - timezone.localdate(slip.received_at)).days)
        for slip in some[:PAGE]
    ]
    context = {
        "slips": slips,
        "count": rows.count(),
        "pager": parts.Pager("", "?" if after else "", more),
    }
    return render(request, "web/supervision/complaints.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff
def slip(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one complaint; who sent it only when asked for, which is recorded."""
    _must_supervise(request.viewer)
    found = queries.slip(request.viewer, pk)
    if found is None:
        raise Http404
    sender = None
    if request.method == "POST":
        sender = reveal(found, request.viewer, request.now)
    context = {
        "slip": found,
        "file": getattr(found, "file", None),
        "sender": sender,
        "today": today_of(request),
        "register_url": _register_url(request.viewer, found),
    }
    return render(request, "web/supervision/complaint.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff
def write_down(request: StaffRequest) -> HttpResponse:
    """Write down a complaint that came by telephone, letter or visit."""
    _must_supervise(request.viewer)
    posted = request.POST if request.method == "POST" else None
    form = WrittenDownForm(posted, today_of(request))
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form}
        return render(
            request, "web/supervision/complaint_new.html", context, status=status
        )
    channel = Channel(form.cleaned_data["channel"])
    made, code = receive(form.told, request.now, channel, request.viewer)
    messages.success(
        request, gettext("已记下，查询码 %(code)s，请告诉投诉人。") % {"code": code}
    )
    if queries.slip(request.viewer, made.pk) is None:
        return redirect("complaints")
    return redirect("complaint", made.pk)


def _must_supervise(viewer: Viewer) -> None:
    if not viewer.holds(Role.SUPERVISOR):
        raise NotYours(gettext("投诉来件由执法监督人员办理。"))


def _register_url(viewer: Viewer, found: ComplaintSlip) -> str:
    """Lead to the first step of the case, what is known already filled in."""
    organs = sorted(organ for role, organ in viewer.roles if role is Role.SUPERVISOR)
    known = {
        "slip": found.pk,
        "about_organ": found.organ_id or "",
        "received_on": timezone.localdate(found.received_at).isoformat(),
    }
    return f"{reverse('case_open', args=[organs[0], PROCEDURE, 'register'])}?{urlencode(known)}"
