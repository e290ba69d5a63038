"""The sources of a law's versions, and where a second one says something else."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.lawbase.models import Version
from faheng.web import parts
from faheng.web.present.lawbook import places
from faheng.web.present.lawbook import sources as present
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.lawbook.asked import Asked, asked_for, number_of


@require_safe
@staff
def sources(request: StaffRequest, title: str) -> HttpResponse:
    """Show the files held of a version, what they claim, and where they differ."""
    asked = asked_for(request, title)
    told = present.with_others(asked.stand.versions)
    version = _version(asked, number_of(request, "version"), told)
    later = asked.stand.versions[asked.stand.versions.index(version) + 1 :]
    found = present.sources(version, later, number_of(request, "start") or 0)
    back, more = found.previous_start, found.next_start
    here = f"?version={version.pk}&start="
    context = {
        "work": asked.work,
        "versions": asked.stand.versions,
        "with_others": told,
        "found": found,
        "pager": parts.Pager(
            "",
            "" if back is None else f"{here}{back}#differences",
            "" if more is None else f"{here}{more}#differences",
        ),
        "crumbs": asked.crumbs(
            parts.Link(asked.work.title, places.article_url(asked.work.full_title, "")),
            parts.Link(gettext("来源")),
        ),
    }
    return render(request, "web/law/sources.html", context)


def _version(asked: Asked, wanted: int | None, told: set[int]) -> Version:
    """The version asked for; else one with two sources, else the one shown."""
    versions = asked.stand.versions
    if not versions:
        raise Http404
    meant = next((one for one in versions if one.pk == wanted), None)
    double = next((one for one in reversed(versions) if one.pk in told), None)
    return meant or double or asked.stand.shown or versions[-1]
