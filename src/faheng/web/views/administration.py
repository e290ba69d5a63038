"""The administrator's overview: organs, people, and what needs attention."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.clocks.queries import known_years, missing_year
from faheng.kernel.pages.names import titled
from faheng.kernel.parties import rosters
from faheng.kernel.parties.declare import Level, OrganKind, Role
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import administered
from faheng.kernel.parties.refusals import NotAdministrator
from faheng.web import parts
from faheng.web.present import administration as present
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, staff, today_of, words_of

CRUMB = gettext_lazy("管理")


@dataclass(frozen=True)
class Fact:
    """Something about an organ, left out where it is empty."""

    title: str
    text: str


def must_administer(request: StaffRequest) -> None:
    """Refuse whoever keeps up no division.

    Raises:
        NotYours: the reader is no administrator.
    """
    if not request.viewer.holds(Role.ADMINISTRATOR):
        raise NotYours(str(NotAdministrator.__doc__))


def home() -> parts.Link:
    """Give the way back to the overview."""
    return parts.Link(CRUMB, reverse("administration"))


@require_safe
@staff
def overview(request: StaffRequest) -> HttpResponse:
    """Show the tree of organs and what an administrator should see to."""
    must_administer(request)
    today = today_of(request)
    lacking, must = present.unprotected(request.viewer, today)
    context = {
        "branches": present.tree(rosters.organs(request.viewer)),
        "lacking": lacking,
        "must": must,
        "demo": settings.FAHENG_DEMO,
        "years": known_years(),
        "missing": missing_year(today),
        "api_url": _api(),
    }
    return render(request, "web/administration/overview.html", context)


def _api() -> str:
    try:
        return reverse("api_reference")
    except NoReverseMatch:
        return ""


@require_safe
@staff
def people(request: StaffRequest) -> HttpResponse:
    """List the people kept up, by officer number."""
    must_administer(request)
    search, after = words_of(request), words_of(request, "after")
    found = rosters.people(
        request.viewer, search=search, after=after, limit=rosters.PAGE + 1
    )
    shown = found[: rosters.PAGE]
    more = shown[-1].officer_no if len(found) > rosters.PAGE else ""
    first = f"?{query(q=search)}" if after else ""
    context = {
        "search": search,
        "people": shown,
        "pager": parts.Pager(
            gettext("这一页 %(shown)s 人") % {"shown": len(shown)},
            first,
            f"?{query(q=search, after=more)}" if more else "",
        ),
        "crumbs": (home(), parts.Link(gettext("人员"))),
    }
    return render(request, "web/administration/people.html", context)


@require_safe
@staff
def organ(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an organ and the people who work there."""
    must_administer(request)
    rows: QuerySet[Organ] = Organ.objects.filter(administered(request.viewer, ""))
    one = rows.select_related("division", "parent", "deciding_organ").filter(pk=pk)
    found = one.first()
    if found is None:
        raise Http404
    context = {
        "organ": found,
        "facts": [fact for fact in _facts(found) if fact.text],
        "people": found.people.select_related("user").order_by("officer_no"),
        "crumbs": (home(), parts.Link(found.short_name)),
    }
    return render(request, "web/administration/organ.html", context)


def _facts(organ: Organ) -> tuple[Fact, ...]:
    fields = "、".join(str(one) for one in organ.fields.all())
    return (
        Fact(gettext("主体代码"), organ.code),
        Fact(gettext("主体性质"), titled(OrganKind(organ.kind))),
        Fact(gettext("层级"), titled(Level(organ.level))),
        Fact(gettext("行政区划"), organ.division.name),
        Fact(gettext("机关代字"), organ.mark),
        Fact(gettext("上级机关"), organ.parent.name if organ.parent else ""),
        Fact(
            gettext("决定机关"),
            organ.deciding_organ.name if organ.deciding_organ else "",
        ),
        Fact(gettext("执法领域"), fields),
        Fact(gettext("复议机关"), organ.remedy_recon_organ),
        Fact(gettext("管辖法院"), organ.remedy_court),
        Fact(gettext("资格起始日"), organ.qualified_from.isoformat()),
        Fact(
            gettext("资格截止日"),
            organ.qualified_until.isoformat() if organ.qualified_until else "",
        ),
    )
