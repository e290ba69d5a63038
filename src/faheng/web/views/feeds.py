"""Feeds: quality by source, one feed, one delivery, and the rows behind a figure."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.feeds import exports, opening, quality, queries
from faheng.kernel.feeds.declare import FEEDS, Feed
from faheng.kernel.feeds.models import Dimension, FeedDelivery, FeedSource, State
from faheng.kernel.feeds.quality import Span
from faheng.kernel.feeds.refusals import NotShown
from faheng.kernel.pages.names import named
from faheng.web import parts
from faheng.web.present import feeds as present
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of
from faheng.web.views.registers import attachment

CRUMB = gettext_lazy("数据质量")
DAYS = 30
PAGE = 50
SHOWN = 100
MOST = 200
"""So many deliveries are named behind one figure."""


def feed_of(entity: str) -> type[Feed]:
    """Give the feed of an address.

    Raises:
        Http404: there is none.
    """
    found = FEEDS.get(entity)
    if found is None:
        raise Http404
    return found


def delivery_of(request: StaffRequest, pk: int) -> FeedDelivery:
    """Give a delivery that the reader sees.

    Raises:
        Http404: there is none.
    """
    try:
        return queries.delivery(pk, request.viewer)
    except NotShown as error:
        raise Http404 from error


def span_of(request: StaffRequest) -> Span:
    """Give the days that figures are about."""
    today = today_of(request)
    return Span(today - timedelta(days=DAYS - 1), today)


@require_safe
@staff
def index(request: StaffRequest) -> HttpResponse:
    """Show how every source stands, and the feeds."""
    if not request.viewer.roles:
        raise NotYours
    rows = [
        present.source_row(o)
        for o in quality.standings(request.viewer, span_of(request))
    ]
    newest = queries.deliveries(request.viewer)[:10]
    context = {
        "rows": rows,
        "missing": sum(row.missing_since is not None for row in rows),
        "days": DAYS,
        "feeds": [(present.entity_title(f.entity), f) for f in FEEDS],
        "deliveries": [present.delivered(one) for one in newest],
    }
    return render(request, "web/feeds/index.html", context)


@require_safe
@staff
def source(request: StaffRequest, code: str, entity: str) -> HttpResponse:
    """Show one source day by day, with its deliveries."""
    try:
        of = queries.source(code, request.viewer)
    except NotShown as error:
        raise Http404 from error
    feed_of(entity)
    found = queries.deliveries(request.viewer).filter(source=of, entity=entity)
    after = cursor(request)
    page = list((found.filter(pk__lt=after) if after else found)[: PAGE + 1])
    more = f"?{query(after=page[PAGE - 1].pk)}" if len(page) > PAGE else ""
    context = {
        "source": of,
        "entity": present.entity_title(entity),
        "feed_url": reverse("feed", args=[entity]),
        "days": _trend(request, of, entity),
        "titles": present.DIMENSIONS.values(),
        "span": DAYS,
        **_wanting(request, of, entity),
        "deliveries": [present.delivered(one) for one in page[:PAGE]],
        "pager": parts.Pager("", "?" if after else "", more),
        "crumbs": _crumbs(f"{of.name} {present.entity_title(entity)}"),
    }
    return render(request, "web/feeds/source.html", context)


def _trend(request: StaffRequest, of: FeedSource, entity: str) -> list[object]:
    days = quality.trend(request.viewer, of, entity, span_of(request))
    return [
        (day, present.figures(shares, on=day))
        for day, shares in sorted(days.items(), reverse=True)
    ]


def _wanting(request: StaffRequest, of: FeedSource, entity: str) -> dict[str, object]:
    """What lies behind the figure opened: of the whole span, or of one day."""
    asked = words_of(request, "figure", 16)
    if asked not in Dimension.values:
        return {}
    span, on = span_of(request), _day(request)
    if on is not None:
        span = Span(on, on)
    dimension = Dimension(asked)
    rows = quality.wanting(request.viewer, of, entity, dimension, span)
    return {
        "wanted": present.DIMENSIONS[dimension],
        "wanted_on": on,
        "wanting": present.wanting(rows[:MOST]),
    }


def _day(request: StaffRequest) -> date | None:
    try:
        return date.fromisoformat(words_of(request, "on", 10))
    except ValueError:
        return None


@require_safe
@staff
def feed(request: StaffRequest, entity: str) -> HttpResponse:
    """Show what a feed declares: its columns, and what must hold between them."""
    one = feed_of(entity)
    seen = queries.sources(request.viewer)
    context = {
        "feed": one,
        "title": present.entity_title(entity),
        "columns": present.columns(one),
        "rules": [(named(rule.name, rule.title), rule.basis) for rule in one.rules],
        "may_deliver": any(queries.may_deliver(request.viewer, s) for s in seen),
        "crumbs": _crumbs(present.entity_title(entity)),
    }
    return render(request, "web/feeds/feed.html", context)


@require_safe
@staff
def template(request: StaffRequest, entity: str) -> HttpResponse:
    """Give the empty sheet with the headings."""
    one = feed_of(entity)
    return attachment(exports.template(one), "xlsx", f"{one.title} 模板.xlsx")


@require_safe
@staff
def standard(request: StaffRequest, entity: str) -> HttpResponse:
    """Give what every column must hold."""
    one = feed_of(entity)
    return attachment(exports.standard(one), "csv", f"{one.title} 数据规范.csv")


@require_safe
@staff
def delivery(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what became of one file, with its figures and the rows turned away."""
    row = delivery_of(request, pk)
    context = {
        "row": row,
        "delivery": present.delivered(row),
        "format": present.format_of(row),
        "measures": present.measures(quality.measures_of(row)),
        "lines": present.lines(row.rows.order_by("line")[:SHOWN]),
        "more": max(row.rejected - SHOWN, 0),
        "may_take": _may_take(request, row),
        "may_deliver": row.entity in FEEDS
        and queries.may_deliver(request.viewer, row.source),
        "stored": row.state == State.STORED,
        "crumbs": _crumbs(row.file_name),
    }
    return render(request, "web/feeds/delivery.html", context)


@require_safe
@staff
def behind(request: StaffRequest, pk: int, measure: int) -> HttpResponse:
    """Show the rows that a figure counts as not good."""
    row = delivery_of(request, pk)
    figure = get_object_or_404(row.measures, pk=measure)
    found = opening.behind(row, figure)
    whole = (row.file_name, reverse("feed_delivery", args=[pk]))
    context = {
        "row": row,
        "title": present.check_title(figure),
        "bad": figure.total - figure.good,
        "total": figure.total,
        "lines": present.lines(found.rejected),
        "found": found,
        "most": opening.MOST,
        "crumbs": (
            parts.Link(CRUMB, reverse("feed_quality")),
            parts.Link(*whole),
            parts.Link(present.check_title(figure)),
        ),
    }
    return render(request, "web/feeds/behind.html", context)


@require_safe
@staff
def rejected(request: StaffRequest, pk: int, kind: str) -> HttpResponseBase:
    """Give every row turned away, as it came, to whoever must mend it.

    Raises:
        NotYours: the reader sees the delivery but does not report for its source.
    """
    row = delivery_of(request, pk)
    if not _may_take(request, row):
        raise NotYours(
            gettext("退回的行带有原始身份号码，只给替这个来源报送的人下载。")
        )
    name = f"{row.source.code}-{row.pk}-rejected.{kind}"
    if kind == "xlsx":
        return attachment(exports.rejected_as_xlsx(row), kind, name)
    if kind != "csv":
        raise Http404
    answer = StreamingHttpResponse(
        exports.rejected_as_csv(row), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _may_take(request: StaffRequest, row: FeedDelivery) -> bool:
    return row.rejected > 0 and queries.may_deliver(request.viewer, row.source)


def _crumbs(here: str) -> tuple[parts.Link, ...]:
    return (parts.Link(CRUMB, reverse("feed_quality")), parts.Link(here))
