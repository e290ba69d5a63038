"""The board of those who watch: counts by organ, and the rows behind each count."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.cases.queries import board as queries
from faheng.kernel.cases.queries.board import Watch
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.parties.queries import Viewer
from faheng.web import parts
from faheng.web.present import board as present
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of

SOON = 3
"""Working days within which a last day presses."""


@require_safe
@staff
def board(request: StaffRequest) -> HttpResponse:
    """Show how the organs watched over stand, and the rows of the figure opened."""
    watcher = queries.watching(request.viewer)
    if watcher is None:
        raise NotYours(
            gettext("监督台给执法监督人员看；机关负责人和办案机构负责人看本机关的。")
        )
    watch, show = _watch(request), _show(request)
    whole = replace(watch, organ_id=None)
    counts = queries.by_organ(watcher, whole)
    context = {
        "totals": present.totals(counts),
        "organs": present.organ_rows(counts, show, watch.organ_id),
        "organ": next((c for c in counts if c.organ_id == watch.organ_id), None),
        "choices": counts,
        "conditions": queries.by_condition(watcher, watch),
        "watch": watch,
        "show": show,
        "title": present.TITLES[show],
        "kinds": present.TITLES,
        **_rows(request, watcher, watch, show),
    }
    return render(request, "web/supervision/board.html", context)


def _watch(request: StaffRequest) -> Watch:
    today = today_of(request)
    organ = words_of(request, "organ", 18)
    return Watch(
        today,
        calendar().add_workdays(today, SOON),
        int(organ) if organ.isascii() and organ.isdigit() else None,
        words_of(request, "condition"),
    )


def _show(request: StaffRequest) -> present.What:
    asked = words_of(request, "show")
    return next((what for what in present.TITLES if what == asked), "late")


def _rows(
    request: StaffRequest, watcher: Viewer, watch: Watch, show: present.What
) -> dict[str, object]:
    if show == "defects":
        found = queries.defects_found(watcher, watch)
        page = queries.row_page(
            found.select_related("case__organ", "act__actor"), cursor(request)
        )
        rows = {"defects": present.defect_rows(page.rows)}
        return {**rows, "pager": _pager(request, watch, show, page.after)}
    if show == "open":
        cases = queries.open_cases(watcher, watch).select_related("organ")
        page = queries.row_page(cases, cursor(request))
        lines = {"cases": present.case_lines(page.rows)}
        return {**lines, "pager": _pager(request, watch, show, page.after)}
    late = show == "late"
    clocks = queries.late_clocks if late else queries.pressing_clocks
    page_rows, after = queries.clock_page(
        clocks(watcher, watch), words_of(request, "after")
    )
    shown = present.clock_rows(page_rows, watch.today, calendar())
    return {"clocks": shown, "pager": _pager(request, watch, show, after)}


def _pager(
    request: StaffRequest, watch: Watch, show: present.What, after: object
) -> parts.Pager:
    kept = {"show": show, "organ": watch.organ_id, "condition": watch.condition}
    first = f"?{query(**kept)}#rows" if "after" in request.GET else ""
    more = f"?{query(**kept, after=after)}#rows" if after else ""
    return parts.Pager("", first, more)
