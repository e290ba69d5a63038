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

PAGE = 50
SHOWING = {"cases": False, "found": True}
"""Cases that the page lists: all, or those in which something was found."""

ASKED = ("GET", "HEAD", "POST")


@require_safe
@staff
def campaigns(request: StaffRequest) -> HttpResponse:
    """Show the campaigns of the reader's divisions."""
    _must_supervise(request)
    rows, after = queries.campaigns(request.viewer), cursor(request)
    some = list((rows.filter(pk__lt=after) if after else rows)[: PAGE + 1])
    more = f"?{query(after=some[PAGE - 1].pk)}" if len(some) > PAGE else ""
    context = {
        "lines": present.lines(some[:PAGE]),
        "pager": parts.Pager("", "?" if after else "", more),
    }
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
        **(
            _cases(request, found)
            if words_of(request, "show", 8) in SHOWING
            else _rows(request, found)
        ),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return render(request, "web/supervision/campaign.html", context, status=status)


def _rows(request: StaffRequest, found: Campaign) -> dict[str, object]:
    """The findings of the figure opened, or of all."""
    asked = {
        name: words_of(request, name, most)
        for name, most in (("code", 120), ("organ", 18), ("case", 18), ("became", 12))
    }
    became = asked["became"]
    known = became in {*queries.BECAME, queries.SETTLED}
    rows = queries.findings(found, became=became if known else "")
    if asked["code"]:
        rows = rows.filter(code=asked["code"])
    for name in ("organ", "case"):
        if asked[name].isascii() and asked[name].isdigit():
            rows = rows.filter(**{name: int(asked[name])})
    page = board.page(rows, cursor(request))
    count, more = board.capped(rows)
    return {
        "rows": finding_rows(
            [(one, tell(one)) for one in page.rows], today_of(request)
        ),
        "count": f"{count:,}+" if more else f"{count:,}",
        "pager": _pager(request, asked, page.after),
        "narrowed": any(asked.values()),
    }


def _cases(request: StaffRequest, found: Campaign) -> dict[str, object]:
    """The cases looked at, or those in which something was found."""
    show, after = words_of(request, "show", 8), cursor(request)
    rows = queries.cases(found).select_related("organ").order_by("-pk")
    if SHOWING[show]:
        rows = rows.filter(pk__in=queries.findings(found).values("case"))
    some = list((rows.filter(pk__lt=after) if after else rows)[: PAGE + 1])
    more = some[PAGE - 1].pk if len(some) > PAGE else None
    return {
        "cases": present.case_rows(found, some[:PAGE]),
        "count": f"{rows.count():,}",
        "only_found": SHOWING[show],
        "shows_cases": True,
        "pager": _pager(request, {"show": show}, more),
        "narrowed": True,
    }


def _pager(
    request: StaffRequest, asked: dict[str, str], after: int | None
) -> parts.Pager:
    first = f"?{query(**asked)}#rows" if "after" in request.GET else ""
    more = f"?{query(**asked, after=after)}#rows" if after else ""
    return parts.Pager("", first, more)


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
