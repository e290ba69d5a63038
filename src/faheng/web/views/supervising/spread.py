"""裁量: where organs differ in fining like cases, and how lists are used."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.domains.enforcement.benchmarks import queries as benchmarks
from faheng.domains.enforcement.benchmarks.models import ListUse
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.rows.weighing import DecidedFine
from faheng.domains.enforcement.weighing import spread as found
from faheng.domains.enforcement.weighing.spread import Period
from faheng.kernel.cases import queries
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
        "uses": present.use_rows(
            benchmarks.uses(period.since, period.until, _organs(watcher)), period
        ),
        "coverage": present.coverage_rows(benchmarks.coverage(today_of(request))),
    }
    return render(request, "web/supervision/spread.html", context)


def _of_item(asked: str) -> Q:
    named = EnforcementItem.objects.filter(name__icontains=asked)
    return Q(item_code=asked) | Q(item_code__in=named.values("code"))


def _organs(watcher: Viewer) -> QuerySet[Any]:
    return Organ.objects.filter(scope(watcher, "")).values("pk")


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
    by_fine = words_of(request, "by", 8) == "fine"
    count, after = rows.count(), cursor(request)
    some, follows = _some(rows, after, by_fine=by_fine)
    kept = {name: words_of(request, name, 200) for name in KEPT}
    more = query(**kept, after=follows) if follows else ""
    middle = _middle(rows, count) if by_fine else frozenset()
    context = {
        "rows": [(one, _is_far(one, around), one.pk in middle) for one in some],
        "name": present.item_names({code}).get(code, code),
        "tier": present.tier_title(present.tier_titles({code}), code, tier),
        "narrowed": _said(request),
        "count": count,
        "period": period,
        "pager": parts.Pager(
            "", f"?{query(**kept)}" if after else "", f"?{more}" if more else ""
        ),
    }
    return render(request, "web/supervision/spread_decisions.html", context)


def _some(
    rows: QuerySet[DecidedFine], after: int | None, *, by_fine: bool
) -> tuple[list[DecidedFine], int | None]:
    """Give one page, and where the next begins: newest first, or by amount."""
    if by_fine:
        start = after or 0
        some = list(rows.order_by("fine", "pk")[start : start + PAGE + 1])
        return some[:PAGE], start + PAGE if len(some) > PAGE else None
    some = list((rows.filter(pk__lt=after) if after else rows)[: PAGE + 1])
    return some[:PAGE], some[PAGE - 1].pk if len(some) > PAGE else None


def _middle(rows: QuerySet[DecidedFine], count: int) -> frozenset[int]:
    """Give the one in the middle by amount, or the two whose mean is the median."""
    first = max((count - 1) // 2, 0)
    some = rows.order_by("fine", "pk").values_list("pk", flat=True)
    return frozenset(some[first : count // 2 + 1])


def _said(request: StaffRequest) -> str:
    """Say to what the rows are narrowed."""
    if request.GET.get("far") == "1":
        return gettext("与同类相差较大的")
    if request.GET.get("half") == "1":
        return gettext("中间一半")
    by_fine = words_of(request, "by", 8) == "fine"
    return gettext("按罚款从低到高，标出中位") if by_fine else ""


KEPT = ("item", "tier", "hand", "organ", "since", "until", "far", "half", "by")


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
    if request.GET.get("half") == "1":
        return _half(rows)
    if request.GET.get("far") != "1":
        return rows
    if around is None:
        return rows.none()
    return rows.filter(Q(fine__lt=around.low) | Q(fine__gt=around.high))


def _is_far(one: DecidedFine, around: found.Fences | None) -> bool:
    return around is not None and around.leaves_out(one.fine)


def _half(rows: QuerySet[DecidedFine]) -> QuerySet[DecidedFine]:
    """Keep to the middle half by amount."""
    fines = sorted(rows.values_list("fine", flat=True))
    if not fines:
        return rows
    lower, upper = found.quartiles(fines)
    return rows.filter(fine__gte=lower, fine__lte=upper)


@require_safe
@staff
def uses(request: StaffRequest) -> HttpResponse:
    """Show the uses of a list behind a number, and what each waived."""
    watcher = must_watch(request.viewer)
    period = _period(request)
    title, kind = words_of(request, "list", 200), words_of(request, "kind", 12)
    days = (period.since, period.until)
    rows = ListUse.objects.filter(used_on__range=days, organ__in=_organs(watcher))
    rows = rows.filter(entry__on_list__title=title, entry__on_list__kind=kind)
    after = cursor(request)
    shown = rows.select_related("entry__on_list", "organ", "case").order_by("-pk")
    some = list((shown.filter(pk__lt=after) if after else shown)[: PAGE + 1])
    kept = {name: words_of(request, name, 200) for name in ("list", "kind", *DAYS)}
    more = query(**kept, after=some[PAGE - 1].pk) if len(some) > PAGE else ""
    context = {
        "rows": some[:PAGE],
        "title": title,
        "count": rows.count(),
        "waived": rows.aggregate(all=Sum("waived_fen"))["all"] or 0,
        "period": period,
        "pager": parts.Pager(
            "", f"?{query(**kept)}" if after else "", f"?{more}" if more else ""
        ),
    }
    return render(request, "web/supervision/list_uses.html", context)


DAYS = ("since", "until")
