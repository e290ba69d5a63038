"""What a change of a law touches, and what people say of its suggested lineage."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.domains.enforcement.law_changes import tell_owners
from faheng.kernel.registers.exports import as_xlsx
from faheng.lawbase.actions import confirm_lineage, reject_lineage
from faheng.lawbase.errors import NotThere
from faheng.lawbase.models import Lineage, Version
from faheng.web import parts
from faheng.web.present.lawbook import impact as present
from faheng.web.present.lawbook import places
from faheng.web.present.lawbook.history import changes_made
from faheng.web.present.lawbook.versions import begins
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.lawbook.asked import Asked, asked_for, number_of
from faheng.web.views.lawbook.confirming import by, may_confirm
from faheng.web.views.registers import attachment


@require_safe
@staff
def impact(request: StaffRequest, title: str) -> HttpResponse:
    """Show what a version of a law changed, and what rests on it, by owners."""
    asked, version = _asked(request, title)
    context = {
        **asked.head(),
        "version": version,
        "others": _later(asked),
        "found": _found(asked, version),
        "made": changes_made(version),
        "may_confirm": may_confirm(request.viewer),
        "crumbs": asked.crumbs(
            parts.Link(asked.work.title, places.article_url(asked.work.full_title, "")),
            parts.Link(gettext("修改影响")),
        ),
    }
    return render(request, "web/law/impact.html", context)


@require_safe
@staff
def impact_file(request: StaffRequest, title: str) -> HttpResponse:
    """Give the list of what a version touches."""
    asked, version = _asked(request, title)
    content = as_xlsx(*present.sheet(_found(asked, version)))
    name = f"{asked.work.title} {begins(version)} 修改影响.xlsx"
    return attachment(content, "xlsx", name)


@require_POST
@staff
def lineage(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep what a person says of where an article comes from."""
    row = Lineage.objects.select_related("later__work").filter(pk=pk).first()
    if row is None:
        raise Http404
    _said(request, pk)
    tell_owners(row.later, reverse("law_change", args=[row.later_id]), request.now)
    title = row.later.work.full_title
    return redirect(f"{places.article_url(title, '')}impact/?to={row.later_id}#lineage")


@require_safe
@staff
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Lead from the number of a version to what it touches."""
    version = Version.objects.select_related("work").filter(pk=pk).first()
    if version is None:
        raise Http404
    url = reverse("law_impact", args=[version.work.full_title])
    return redirect(f"{url}?to={pk}")


def _said(request: StaffRequest, pk: int) -> None:
    answer = request.POST.get("answer")
    try:
        if answer == "confirm":
            confirm_lineage(pk, by(request))
        elif answer == "reject":
            reject_lineage(pk, by(request))
    except NotThere as gone:
        raise Http404 from gone


def _asked(request: StaffRequest, title: str) -> tuple[Asked, Version]:
    """The law, and the version meant: the one asked for, else the newest."""
    asked = asked_for(request, title)
    later = _later(asked)
    wanted = number_of(request, "to")
    version = next((one for one in later if one.pk == wanted), None)
    if version is None and not later:
        raise Http404
    return asked, version or later[-1]


def _later(asked: Asked) -> list[Version]:
    """The versions that have another one before them, or end another law."""
    held = [one for one in asked.stand.versions if one.held]
    ends = set(asked.work.repeals.values_list("repealed_on", flat=True))
    return [one for n, one in enumerate(held) if n or one.valid_from in ends]


def _found(asked: Asked, version: Version) -> present.Impact:
    return present.impact(version, asked.work.full_title, asked.names, asked.today)
