"""What the declared procedures, papers and rules rest on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from faheng.web.present.lawbook import declared as present
from faheng.web.reader import StaffRequest, staff, today_of, words_of


@require_safe
@staff
def declared(request: StaffRequest) -> HttpResponse:
    """Show the provisions that declarations cite, those that no longer stand first."""
    asked = words_of(request, "show", 10)
    show = asked if asked in present.SHOWN else present.HIT
    found = present.grounds(today_of(request))
    context = {"found": found, "show": show, "rows": found.shown(show)}
    return render(request, "web/law/declared.html", context)
