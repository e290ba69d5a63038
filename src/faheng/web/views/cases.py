"""The list of cases, the case page, and its clocks."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.kernel.cases import queries
from faheng.kernel.cases.errors import NotYours, Unseen
from faheng.kernel.cases.models import Case
from faheng.kernel.pages.names import named
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.web import parts
from faheng.web.present import caselist, clocks, papers
from faheng.web.present.case import folder
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of
from faheng.web.target import records_afterwards


@require_safe
@staff
def case_list(request: StaffRequest, *, mine: bool = False) -> HttpResponse:
    """The cases in scope, or those the reader handles; read by cursor."""
    search = queries.Search(
        words=words_of(request),
        stage=words_of(request, "stage"),
        procedure=words_of(request, "procedure"),
        mine=mine,
        open_only=request.GET.get("open") == "1",
    )
    page = queries.cases(request.viewer, search, cursor(request))
    context = {
        "mine": mine,
        "search": search,
        "columns": caselist.COLUMNS,
        "rows": caselist.rows(page.rows, queries.handlers(page.rows)),
        "procedures": caselist.procedures(),
        "stages": caselist.stages(search.procedure),
        "pager": _pager(request, page),
        "empty": caselist.nothing(search),
    }
    return render(request, "web/cases/list.html", context)


def _pager(request: StaffRequest, page: queries.Page) -> parts.Pager:
    kept = {k: v for k, v in request.GET.items() if k != "after" and v}
    follows = urlencode({**kept, "after": page.after}) if page.after else ""
    first = f"?{urlencode(kept)}" if "after" in request.GET else ""
    return parts.Pager(
        gettext("本页 %(rows)s 件") % {"rows": len(page.rows)},
        previous_url=first,
        next_url=f"?{follows}" if follows else "",
    )


@require_safe
@staff
def case(request: StaffRequest, case_id: int) -> HttpResponse:
    """Where a case stands, what may be done, and what lies in its folder."""
    of = queries.case(request.viewer, case_id)
    context = {
        "folder": folder(request.viewer, of, request.now),
        "crumbs": crumbs(of),
        "paper_columns": papers.COLUMNS,
        "afterwards": records_afterwards(request.viewer, of.organ_id),
    }
    return render(request, "web/cases/case.html", context)


def crumbs(of: Case, *more: parts.Link) -> tuple[parts.Link, ...]:
    """The way to a case, and from there."""
    said = of.number or gettext("未编号")
    here = parts.Link(said, reverse("case", args=[of.pk]) if more else "")
    return (parts.Link(gettext("案件"), reverse("case_list")), here, *more)


@require_safe
@staff
def clock(request: StaffRequest, case_id: int, clock_id: int) -> HttpResponse:
    """How one date was computed, line by line and day by day."""
    found = queries.clock(request.viewer, clock_id)
    if found.case_id != case_id:
        raise Unseen
    term = PROCEDURES[found.course.procedure].terms().get(found.term)
    context = {
        "clock": clocks.face(found, request.now, opened=True),
        "row": found,
        "term": term,
        "length": clocks.length_of(found),
        "started": named(found.started_by.step, queries.title_of(found.started_by)),
        "regime": clocks.regime_of(found),
        "crumbs": crumbs(found.case, parts.Link(named(found.term, found.title))),
        "today": today_of(request),
    }
    return render(request, "web/cases/clock.html", context)


@require_safe
@staff
def afterwards(request: StaffRequest, case_id: int) -> HttpResponse:
    """Choose which step that already happened is to be entered."""
    of = queries.case(request.viewer, case_id)
    if not records_afterwards(request.viewer, of.organ_id):
        raise NotYours
    context = {
        "case": of,
        "courses": caselist.enterable(of, queries.courses(of)),
        "crumbs": crumbs(of, parts.Link(gettext("补录"))),
    }
    return render(request, "web/cases/afterwards.html", context)
