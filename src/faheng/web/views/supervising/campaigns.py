"""专项监督: begun, followed and closed."""

from __future__ import annotations

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from faheng.domains.supervision.campaigns import queries
from faheng.domains.supervision.campaigns.actions import close, start
from faheng.domains.supervision.campaigns.models import Campaign
from faheng.kernel.alerts import board
from faheng.kernel.alerts.queries import tell
from faheng.kernel.cases.errors import NotYours, StepRefused, Unseen
from faheng.kernel.parties.declare import Role
from faheng.web import parts
from faheng.web.present.registers import query
from faheng.web.present.supervising import campaigns as present
from faheng.web.present.supervising.campaigning import CampaignForm
from faheng.web.present.supervising.escalating import supervising_organ
from faheng.web.present.supervising.rows import finding_rows
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of

MOST = 100
ASKED = ("GET", "HEAD", "POST")


@require_safe
@staff
def campaigns(request: StaffRequest) -> HttpResponse:
    """Show the campaigns of the reader's divisions."""
    _must_supervise(request)
    found = list(queries.campaigns(request.viewer)[:MOST])
    context = {"lines": present.lines(found), "today": today_of(request)}
    return render(request, "web/supervision/campaigns.html", context)


@require_http_methods(ASKED)
@staff
def campaign_new(request: StaffRequest) -> HttpResponse:
    """Choose rules, organs and a period; begin."""
    organ_id = _must_supervise(request)
    form = CampaignForm(request.POST or None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        try:
            begun = start(form.new(organ_id), request.viewer, request.now)
        except StepRefused as refused:
            _beside(form, refused)
        else:
            messages.success(request, gettext("专项监督已经开始。"))
            return redirect("campaign", begun.pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form}
    return render(request, "web/supervision/campaign_new.html", context, status=status)


@require_http_methods(ASKED)
@staff
def campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """Show how far a campaign has come, with the rows of the figure opened; close it."""
    _must_supervise(request)
    found = _campaign(request, pk)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        words = request.POST.get("conclusion", "").replace("\x00", "").strip()[:2000]
        try:
            close(found.pk, words, request.viewer, request.now)
        except StepRefused as refused:
            problems = tuple(map(str, refused.problems))
        else:
            messages.success(request, gettext("专项监督已经结束，结果已经留存。"))
            return redirect("campaign", found.pk)
    context = {
        "campaign": found,
        "result": present.result(found),
        "may_close": found.closed_at is None
        and request.viewer.has(Role.SUPERVISOR, found.organ_id),
        "problems": problems,
        "today": today_of(request),
        **_rows(request, found),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return render(request, "web/supervision/campaign.html", context, status=status)


def _rows(request: StaffRequest, found: Campaign) -> dict[str, object]:
    """The findings of the figure opened, or of all."""
    code, organ = words_of(request, "code", 120), words_of(request, "organ", 18)
    rows = queries.findings(found)
    if code:
        rows = rows.filter(code=code)
    if organ.isascii() and organ.isdigit():
        rows = rows.filter(organ_id=int(organ))
    page = board.page(rows, cursor(request))
    asked = {"code": code, "organ": organ}
    first = f"?{query(**asked)}#rows" if "after" in request.GET else ""
    more = f"?{query(**asked, after=page.after)}#rows" if page.after else ""
    shown = finding_rows([(one, tell(one)) for one in page.rows], today_of(request))
    return {
        "rows": shown,
        "pager": parts.Pager("", first, more),
        "narrowed": bool(code or organ),
    }


def _campaign(request: StaffRequest, pk: int) -> Campaign:
    found = queries.campaigns(request.viewer).filter(pk=pk).first()
    if found is None:
        raise Unseen
    return found


def _must_supervise(request: StaffRequest) -> int:
    organ_id = supervising_organ(request.viewer)
    if organ_id is None:
        raise NotYours(gettext("专项监督给执法监督人员用。"))
    return organ_id


def _beside(form: forms.Form, refused: StepRefused) -> None:
    for problem in refused.problems:
        field = problem.field if problem.field in form.fields else None
        form.add_error(field, str(problem))
