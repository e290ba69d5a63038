"""裁量基准: what one weighs and how, its faults, versions and publication."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.domains.enforcement.benchmarks import keeping
from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    DiscretionList,
    Issued,
)
from faheng.domains.enforcement.benchmarks.queries import held_on
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.parties.declare import Field, Role
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers import queries as registers
from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.web import parts
from faheng.web.present import benchmarks as present
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of

PAGE = 40
"""So many violations stand on a page."""


@require_safe
@staff
def benchmark(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a benchmark: violations with their tables, faults, versions."""
    found = _benchmark(pk)
    asked, after = words_of(request), cursor(request)
    rows = found.violations.order_by("pk")
    if asked:
        rows = rows.filter(name__icontains=asked)
    some = list((rows.filter(pk__gt=after) if after else rows)[: PAGE + 1])
    more = query(q=asked, after=some[PAGE - 1].pk) if len(some) > PAGE else ""
    first = f"?{query(q=asked)}" if after else ""
    context = {
        "benchmark": found,
        "violations": present.weighed(some[:PAGE]),
        "count": rows.count(),
        "asked": asked,
        "pager": parts.Pager("", first, f"?{more}" if more else ""),
        "versions": Benchmark.objects.filter(code=found.code).order_by("-valid_from"),
        "may_publish": found.published_on is None
        and may_publish(request.viewer, found),
        "may_keep": registers.may_keep(request.viewer),
        "today": today_of(request),
        "crumbs": crumbs(parts.Link(found.title)),
    }
    return render(request, "web/registers/benchmark.html", context)


def _benchmark(pk: int) -> Benchmark:
    found = Benchmark.objects.select_related("division").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def crumbs(here: parts.Link) -> tuple[parts.Link, ...]:
    """Give the way to the benchmarks, and from there."""
    return (
        parts.Link(gettext("登记簿"), reverse("register_list")),
        parts.Link(gettext("裁量基准目录"), reverse("register", args=["benchmarks"])),
        here,
    )


def may_publish(viewer: Viewer, found: Issued) -> bool:
    """Tell whether a reader keeps the place that a document is for."""
    if found.division is None:
        return viewer.holds(Role.ADMINISTRATOR)
    return viewer.administers(found.division.path)


@require_POST
@staff
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down when and where a benchmark was published."""
    found = _benchmark(pk)
    write_down(request, found)
    return redirect("benchmark", pk=pk)


def write_down(request: StaffRequest, found: Benchmark | DiscretionList) -> None:
    """Write down when and where a document was published, or say what is wrong."""
    if not may_publish(request.viewer, found):
        raise NotYours(gettext("由本地的系统管理员登记公布。"))
    wrong = _publish(request, found)
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, gettext("已登记公布，可以适用了。"))


def _publish(request: StaffRequest, found: Benchmark | DiscretionList) -> str:
    """Keep what was sent; what is wrong with it, or nothing."""
    try:
        on = parse_day(request.POST.get("on", "")[:20])
    except BadCell as problem:
        return str(problem)
    if on > today_of(request):
        return gettext("公布日期晚于今天，请核对。")
    try:
        keeping.publish(found, on, request.POST.get("url", ""))
    except keeping.NotKept as problem:
        return str(problem)
    return ""


@require_safe
@staff
def changed(request: StaffRequest) -> HttpResponse:
    """Show owners which of their rows rest on provisions that changed."""
    context = {
        "owners": present.owners(today_of(request)),
        "crumbs": crumbs(parts.Link(gettext("依据有变动的"))),
    }
    return render(request, "web/registers/benchmarks_changed.html", context)


@require_safe
@staff
def rows(request: StaffRequest) -> HttpResponse:
    """Show the violations behind a number: those in force today, of a field."""
    asked, after = words_of(request, "field", 20), cursor(request)
    usable = request.GET.get("usable") == "1"
    found = BenchmarkViolation.objects.filter(held_on(today_of(request), "benchmark__"))
    if asked:
        found = found.filter(benchmark__field="" if asked == "-" else asked)
    if usable:
        found = found.filter(is_usable=True)
    shown = found.select_related("benchmark").order_by("pk")
    some = list((shown.filter(pk__gt=after) if after else shown)[: PAGE + 1])
    kept = {"field": asked, "usable": "1" if usable else ""}
    more = query(**kept, after=some[PAGE - 1].pk) if len(some) > PAGE else ""
    context = {
        "rows": some[:PAGE],
        "count": found.count(),
        "usable": usable,
        "field": field_title(asked),
        "pager": parts.Pager(
            "", f"?{query(**kept)}" if after else "", f"?{more}" if more else ""
        ),
        "crumbs": crumbs(parts.Link(gettext("基准条目"))),
    }
    return render(request, "web/registers/benchmark_rows.html", context)


def field_title(asked: str) -> str:
    """Name the field that was asked for; none is said so."""
    return dict(Field.pairs()).get(asked, gettext("没有写明领域") if asked else "")
