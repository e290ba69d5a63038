"""The law for everyone: the statutes held, and each as of a day."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.lawbase.models import Work
from faheng.lawbase.queries import UnitView, standing, units, versions_of
from faheng.lawbase.status.declare import Status

PAGE = 50
LONGEST = 200


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the statutes whose text is held."""
    words = _typed(request, "q")
    start = _number(_typed(request, "start"))
    rows = Work.objects.filter(versions__held=True)
    for word in words.strip("《》").split():
        rows = rows.filter(names__name__icontains=word)
    found = rows.distinct().order_by("title")
    count = found.count()
    context = {
        "words": words,
        "works": found[start : start + PAGE],
        "count": count,
        "next": start + PAGE if start + PAGE < count else None,
    }
    return render(request, "portal/laws.html", context)


@require_safe
def law(request: HttpRequest, title: str) -> HttpResponse:
    """Show a statute as it stood on a day, whole."""
    name = title[:LONGEST].replace("\x00", "")
    today = timezone.localdate()
    on = _day(request, today)
    known = [one for one in versions_of(name) if one.held]
    if not known:
        raise Http404
    found = standing(name, on)
    version = found.version if found.status is Status.IN_FORCE else None
    context = {
        "title": known[-1].full_title,
        "on": on,
        "is_today": on == today,
        "found": found,
        "version": version,
        "versions": known,
        "lines": _lines(version.id) if version else (),
    }
    return render(request, "portal/law.html", context)


def _lines(version: int) -> list[UnitView]:
    """Headings, articles, and what stands in them, in reading order."""
    return [one for top in units(version) for one in top.walk()]


def _typed(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "").strip()[:80]


def _number(text: str) -> int:
    good = text.isascii() and text.isdigit() and len(text) < 7
    return int(text) if good else 0


def _day(request: HttpRequest, today: date) -> date:
    text = _typed(request, "on")
    try:
        return parse_day(text) if text else today
    except BadCell:
        return today
