"""What the items cover: penal provisions without one, items without a provision."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from faheng.web.present.lawbook import coverage as present
from faheng.web.reader import StaffRequest, staff, today_of, words_of
from faheng.web.views.lawbook.asked import number_of

PAGE = 100
SHOWN = ("missing", "covered", "all", "astray")


@require_safe
@staff
def coverage(request: StaffRequest) -> HttpResponse:
    """Show how many penal provisions in force have an item, and the rows behind."""
    today = today_of(request)
    law, level = words_of(request, "law", 200), words_of(request, "level", 40)
    asked = words_of(request, "show", 10)
    show = asked if asked in SHOWN else "missing"
    found = present.coverage(today)
    lost, lost_count = present.astray(today)
    rows = () if show == "astray" else found.opened(law, level, show)
    start = number_of(request, "start") or 0
    context = {
        "found": found,
        "law": law,
        "level": level,
        "show": show,
        "rows": rows[start : start + PAGE],
        "count": lost_count if show == "astray" else len(rows),
        "more": start + PAGE if start + PAGE < len(rows) else None,
        "lost": lost,
        "lost_count": lost_count,
    }
    return render(request, "web/law/coverage.html", context)
