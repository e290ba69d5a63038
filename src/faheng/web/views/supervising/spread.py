"""裁量: where organs differ in fining like cases, and how lists are used."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.domains.enforcement.benchmarks import queries as benchmarks
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.rows.weighing import DecidedFine
from faheng.domains.enforcement.weighing import spread as found
from faheng.domains.enforcement.weighing.spread import Period
from faheng.kernel.cases import queries
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer, scope
from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.web import parts
from faheng.web.present.registers import query
from faheng.web.present.supervising import spread as present
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of
from faheng.web.views.supervising.board import must_watch

YEAR = timedelta(days=365)
ITEMS, PAGE = 12, 50
"""So many items are shown at once, and so many decisions on a page."""


@require_safe
@staff
def spread(request: StaffRequest) -> HttpResponse:
    """Show fines by organ, item and tier beside each other."""
    watcher = must_watch(request.viewer)
    period, asked = _period(request), words_of(request)
    rows = found.decided(queries.visible(watcher), period)
    if asked:
        rows = rows.filter(_of_item(asked))
    items, count = found.frequent(rows, ITEMS)
    context = {
        "items": present.item_rows(found.groups(rows, items), period),
        "item_count": count,
        "asked": asked,
        "period": period,
        "uses": benchmarks.uses(period.since, period.until, _organs(watcher)),
        "coverage": _coverage(today_of(request)),
    }
    return render(request, "web/supervision/spread.html", context)


def _of_item(asked: str) -> Q:
    named = EnforcementItem.objects.filter(name__icontains=asked)
    return Q(item_code=asked) | Q(item_code__in=named.values("code"))


def _organs(watcher: Viewer) -> QuerySet[Any]:
    return Organ.objects.filter(scope(watcher, "")).values("pk")


def _coverage(today: date) -> list[tuple[str, benchmarks.Coverage]]:
    titles = dict(Field.pairs())
    rows = benchmarks.coverage(today)
    return [(titles.get(one.field, gettext("没有写明领域")), one) for one in rows]


def _period(request: StaffRequest) -> Period:
    """The days asked for; what cannot be read is the year until today."""
    today = today_of(request)
    until = _day(request, "until", today)
    since = _day(request, "since", today - YEAR)
    return Period(since, until)


def _day(request: StaffRequest, name: str, otherwise: date) -> date:
    try:
        return parse_day(words_of(request, name, 20))
    except BadCell:
        return otherwise


@require_safe
@staff
def decisions(request: StaffRequest) -> HttpResponse:
    """Show the decisions behind a number, the newest first."""
    watcher = must_watch(request.viewer)
    period = _period(request)
    code, tier = words_of(request, "item", 160), words_of(request, "tier", 200)
    alike = found.decided(queries.visible(watcher), period).filter(item_code=code)
    if tier or request.GET.get("hand") == "1":
        alike = alike.filter(tier=tier)
    around = found.fences(list(alike.values_list("fine", flat=True)))
    rows = _narrowed(request, alike, around)
    after = cursor(request)
    some = list((rows.filter(pk__lt=after) if after else rows)[: PAGE + 1])
    kept = {name: words_of(request, name, 200) for name in KEPT}
    more = query(**kept, after=some[PAGE - 1].pk) if len(some) > PAGE else ""
    context = {
        "rows": [(one, _is_far(one, around)) for one in some[:PAGE]],
        "name": present.item_names({code}).get(code, code),
        "tier": tier,
        "count": rows.count(),
        "period": period,
        "pager": parts.Pager(
            "", f"?{query(**kept)}" if after else "", f"?{more}" if more else ""
        ),
    }
    return render(request, "web/supervision/spread_decisions.html", context)


KEPT = ("item", "tier", "hand", "organ", "since", "until", "far")


def _narrowed(
    request: StaffRequest,
    alike: QuerySet[DecidedFine],
    around: found.Fences | None,
) -> QuerySet[DecidedFine]:
    """Keep to one organ, or to what stands far off, where that is asked for."""
    rows = alike.select_related("case", "organ").order_by("-pk")
    organ = words_of(request, "organ", 12)
    if organ:
        known = organ.isascii() and organ.isdigit()
        rows = rows.filter(organ=int(organ)) if known else rows.none()
    if request.GET.get("far") != "1":
        return rows
    if around is None:
        return rows.none()
    return rows.filter(Q(fine__lt=around.low) | Q(fine__gt=around.high))


def _is_far(one: DecidedFine, around: found.Fences | None) -> bool:
    return around is not None and around.leaves_out(one.fine)
