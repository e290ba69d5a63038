"""Confirming which duty a penal provision punishes, at the speed of a keyboard."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.lawbase.actions import suggest_pairs
from faheng.lawbase.actions.choosing import choose_duty, reopen_duties
from faheng.lawbase.errors import Refused
from faheng.lawbase.models import Version
from faheng.lawbase.parser.reading import Unreadable
from faheng.web import parts
from faheng.web.present.lawbook import pairing as present
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.lawbook.asked import CRUMB, number_of
from faheng.web.views.lawbook.confirming import by, may_confirm

LAST = "law_pairs_done"
REMEMBERED = 50


@require_safe
@staff
def queue(request: StaffRequest) -> HttpResponse:
    """List the versions with suggested pairs, and how far each is."""
    context = {"rows": present.progress(), "may_confirm": may_confirm(request.viewer)}
    return render(request, "web/law/pairs.html", context)


@require_safe
@staff
def pairing(request: StaffRequest, version: int) -> HttpResponse:
    """Show one provision with the duties it may punish."""
    return _shown(request, version, number_of(request, "at"))


@require_POST
@staff
def suggestions(request: StaffRequest, version: int) -> HttpResponse:
    """Rank the duties that the provisions of a version may punish."""
    by(request)
    if not Version.objects.filter(pk=version).exists():
        raise Http404
    try:
        suggest_pairs(version)
    except (Refused, Unreadable) as refused:
        messages.error(request, str(refused))
    return redirect("law_pairing", version)


@require_POST
@staff
def choose(request: StaffRequest, version: int) -> HttpResponse:
    """Take a choice of 1 to 5, or none, or take the last one back; show the next."""
    signed, at = by(request), _posted(request, "at")
    asked = request.POST.get("choice", "")
    if asked == "undo":
        return _undone(request, version)
    found = present.provision(at) if at else None
    if found is None or found.unit.version_id != version:
        raise Http404
    chosen = next((one for one in found.candidates if str(one.rank) == asked), None)
    if chosen is None and asked != "0":
        raise Http404
    choose_duty(found.unit.pk, chosen.pk if chosen else None, signed)
    done = request.session.get(LAST, [])
    request.session[LAST] = [*done, [version, found.unit.pk]][-REMEMBERED:]
    walk = present.walk(version, found.unit.pk)
    onward = present.next_open(walk.places, walk.at)
    place = walk.places[onward].pk if onward is not None else found.unit.pk
    return _answered(request, version, place)


def _undone(request: StaffRequest, version: int) -> HttpResponse:
    """Take back the last choice of this sitting, then the one before it."""
    done = request.session.get(LAST, [])
    last = next((one for one in reversed(done) if one[0] == version), None)
    if last is None:
        return _answered(request, version, _posted(request, "at"))
    request.session[LAST] = [one for one in done if one is not last]
    reopen_duties(last[1])
    return _answered(request, version, last[1])


def _answered(request: StaffRequest, version: int, at: int | None) -> HttpResponse:
    if request.htmx:
        return _shown(request, version, at)
    url = reverse("law_pairing", args=[version])
    return redirect(f"{url}?at={at}" if at else url)


def _posted(request: StaffRequest, name: str) -> int | None:
    text = request.POST.get(name, "")
    good = text.isascii() and text.isdigit() and len(text) < 18
    return int(text) if good else None


def _shown(request: StaffRequest, version_id: int, at: int | None) -> HttpResponse:
    version = Version.objects.select_related("work").filter(pk=version_id).first()
    if version is None:
        raise Http404
    walk = present.walk(version_id, at)
    shown = walk.places[walk.at].pk if walk.places else None
    done = request.session.get(LAST, [])
    context = {
        "version": version,
        "work": version.work,
        "walk": walk,
        "provision": present.provision(shown) if shown else None,
        "can_undo": any(one[0] == version_id for one in done),
        "may_confirm": may_confirm(request.viewer),
        "crumbs": (
            parts.Link(CRUMB, reverse("law_index")),
            parts.Link(gettext("违则配对"), reverse("law_pairs")),
            parts.Link(version.work.title),
        ),
    }
    page = "web/law/pair.html" if request.htmx else "web/law/pairing.html"
    return render(request, page, context)
