"""Lists of findings: those behind a figure of the board, and one's own."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.kernel.alerts import board as queries
from faheng.kernel.alerts.board import Narrow
from faheng.kernel.alerts.life import ANSWERING, Said
from faheng.kernel.alerts.precision import BECAME
from faheng.kernel.alerts.queries import tell
from faheng.kernel.alerts.seeing import see_all
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.questions.derived import told
from faheng.web import parts
from faheng.web.present.registers import query
from faheng.web.present.supervising.escalating import opening_url
from faheng.web.present.supervising.figures import (
    DIMENSIONS,
    PAST,
    SEVERITIES,
    STATES,
)
from faheng.web.present.supervising.rows import finding_rows
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of
from faheng.web.views.supervising.board import must_watch

MOST_PICKED = 200
"""So many findings are taken up at once."""


@require_safe
@staff
def findings(request: StaffRequest) -> HttpResponse:
    """Show the findings behind a figure; what narrows them stands in the address."""
    watcher = must_watch(request.viewer)
    narrow = narrowed(request)
    rows = queries.found(watcher, narrow)
    page = queries.page(rows, cursor(request))
    count, more = queries.capped(rows)
    rule = told(narrow.code) if narrow.code else None
    shown = finding_rows([(one, tell(one)) for one in page.rows], today_of(request))
    supervises = request.viewer.holds(Role.SUPERVISOR)
    answers = any(request.viewer.holds(role) for role in ANSWERING)
    context = {
        **_choices(),
        "narrow": narrow,
        "became": PAST.get(narrow.became, ""),
        "rows": shown,
        "picks": (supervises or answers) and any(row.live for row in shown),
        "count": f"{count:,}+" if more else f"{count:,}",
        "rule": rule,
        "place": _place(narrow),
        "organ": Organ.objects.filter(pk=narrow.organ_id or 0).first(),
        "pager": _pager(request, narrow, page.after),
        "asked": query(**kept(narrow)),
        "supervises": supervises,
        "answers": answers,
    }
    return render(request, "web/supervision/findings.html", context)


@require_safe
@staff
def mine(request: StaffRequest) -> HttpResponse:
    """Show what was found in the reader's own cases, what nobody saw first."""
    rows = queries.mine(request.viewer)
    page = queries.page(rows, cursor(request))
    count, more = queries.capped(rows)
    shown = finding_rows([(one, tell(one)) for one in page.rows], today_of(request))
    after = f"?{query(after=page.after)}" if page.after else ""
    context = {
        "rows": shown,
        "count": f"{count:,}+" if more else f"{count:,}",
        "fresh": sum(row.fresh for row in shown),
        "pager": parts.Pager("", "?" if "after" in request.GET else "", after),
    }
    return render(request, "web/supervision/mine.html", context)


@require_POST
@staff
def together(request: StaffRequest) -> HttpResponseRedirect:
    """Do one thing with the findings picked: mark them seen, or take them up."""
    picked = _picked(request)
    back = _back(request)
    if not picked:
        messages.warning(request, gettext("没有选中任何一条。"))
        return redirect(back)
    if request.POST.get("do") == "take_up":
        try:
            return redirect(opening_url(request.viewer, picked))
        except StepRefused as refused:
            messages.error(request, "".join(map(str, refused.problems)))
            return redirect(back)
    seen = see_all(picked, Said(request.viewer, request.now))
    messages.success(request, gettext("%(n)s 条标为已查看。") % {"n": seen})
    return redirect(back)


def narrowed(request: StaffRequest) -> Narrow:
    """Read what narrows a list; nonsense narrows nothing."""
    organ = words_of(request, "organ", 18)
    state = words_of(request, "state", 12)
    severity = words_of(request, "severity", 8)
    dimension = words_of(request, "dimension", 2)
    became = words_of(request, "became", 12)
    return Narrow(
        code=words_of(request, "code", 120),
        dimension=dimension if dimension in DIMENSIONS else "",
        organ_id=int(organ) if organ.isascii() and organ.isdigit() else None,
        division=words_of(request, "division", 120),
        exact=request.GET.get("exact") == "1",
        severity=severity if severity in SEVERITIES else "",
        state=state if state in STATES else queries.OPEN,
        since=_day(request, "since"),
        until=_day(request, "until"),
        became=became if became in BECAME else "",
    )


def kept(narrow: Narrow) -> dict[str, object]:
    """Write what narrows a list as it stands in an address."""
    return {
        "code": narrow.code,
        "dimension": narrow.dimension,
        "organ": narrow.organ_id,
        "division": narrow.division,
        "exact": "1" if narrow.exact else "",
        "severity": narrow.severity,
        "state": "" if narrow.state == queries.OPEN else narrow.state,
        "since": narrow.since,
        "until": narrow.until,
        "became": narrow.became,
    }


def _day(request: StaffRequest, name: str) -> date | None:
    try:
        found = date.fromisoformat(words_of(request, name, 10))
    except ValueError:
        return None
    farthest = today_of(request) + timedelta(days=366)
    return found if date(2000, 1, 1) <= found <= farthest else None


def _choices() -> dict[str, object]:
    return {"states": STATES, "severities": SEVERITIES, "dimensions": DIMENSIONS}


def _place(narrow: Narrow) -> str:
    rows = Division.objects.filter(path=narrow.division)
    name = rows.values_list("name", flat=True).first() if narrow.division else ""
    if not name:
        return narrow.division
    return gettext("%(place)s本级") % {"place": name} if narrow.exact else name


def _pager(request: StaffRequest, narrow: Narrow, after: int | None) -> parts.Pager:
    asked = kept(narrow)
    first = f"?{query(**asked)}" if "after" in request.GET else ""
    more = f"?{query(**asked, after=after)}" if after else ""
    return parts.Pager("", first, more)


def _picked(request: StaffRequest) -> list[int]:
    given = request.POST.getlist("finding")[:MOST_PICKED]
    return [int(pk) for pk in given if pk.isascii() and pk.isdigit() and len(pk) < 18]


def _back(request: StaffRequest) -> str:
    asked = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if own and asked.startswith("/") else reverse("findings")
