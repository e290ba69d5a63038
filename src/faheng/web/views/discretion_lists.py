"""不罚轻罚清单: the acts of a list, its publication, and how often it was used."""

from __future__ import annotations

import re

from django.db.models import Count, QuerySet, Sum
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.domains.enforcement.benchmarks.models import DiscretionList, ListEntry
from faheng.domains.enforcement.benchmarks.queries import held_on
from faheng.web import parts
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of
from faheng.web.views.benchmarks import field_title, may_publish, write_down

PAGE = 60
REGISTER = "discretion_lists"


@require_safe
@staff
def listed(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one list: its acts with their conditions, its uses and versions."""
    found = _list(pk)
    entries = found.entries.order_by("pk")
    some, pager = _page(request, entries, {"q": words_of(request)})
    own = {"pk": found.pk}
    versions = DiscretionList.objects.filter(code=found.code).order_by("-valid_from")
    context = {
        "list": found,
        "entries": [(one, _article(one.article)) for one in some],
        "asked": words_of(request),
        "count": found.entries.count(),
        "pager": pager,
        "versions": versions,
        "used": DiscretionList.objects.filter(**own).aggregate(
            uses=Count("entries__uses"), waived=Sum("entries__uses__waived_fen")
        ),
        "may_publish": found.published_on is None
        and may_publish(request.viewer, found),
        "today": today_of(request),
        "crumbs": _crumbs(parts.Link(found.title)),
    }
    return render(request, "web/registers/list.html", context)


def _article(written: str) -> str:
    """Write an article for people: 33(1)b is article 33, paragraph 1."""
    read = re.match(r"(\d+)(?:\((\d+)\))?", written)
    if read is None:
        return written
    return f"第{read[1]}条" + (f"第{read[2]}款" if read[2] else "")


def _list(pk: int) -> DiscretionList:
    found = DiscretionList.objects.select_related("division").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _page(
    request: StaffRequest, rows: QuerySet[ListEntry], kept: dict[str, str]
) -> tuple[list[ListEntry], parts.Pager]:
    if kept.get("q"):
        rows = rows.filter(violation__icontains=kept["q"])
    after = cursor(request)
    some = list((rows.filter(pk__gt=after) if after else rows)[: PAGE + 1])
    more = query(**kept, after=some[PAGE - 1].pk) if len(some) > PAGE else ""
    first = f"?{query(**kept)}" if after else ""
    return some[:PAGE], parts.Pager("", first, f"?{more}" if more else "")


def _crumbs(here: parts.Link) -> tuple[parts.Link, ...]:
    return (
        parts.Link(gettext("登记簿"), reverse("register_list")),
        parts.Link(gettext("不罚轻罚清单目录"), reverse("register", args=[REGISTER])),
        here,
    )


@require_POST
@staff
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down when and where a list was published."""
    write_down(request, _list(pk))
    return redirect("discretion_list", pk=pk)


@require_safe
@staff
def rows(request: StaffRequest) -> HttpResponse:
    """Show the acts behind a number: those on lists in force today, of a field."""
    asked = words_of(request, "field", 20)
    found = ListEntry.objects.filter(held_on(today_of(request), "on_list__"))
    if asked:
        found = found.filter(on_list__field="" if asked == "-" else asked)
    shown = found.select_related("on_list").order_by("pk")
    some, pager = _page(request, shown, {"field": asked})
    context = {
        "rows": some,
        "count": found.count(),
        "field": field_title(asked),
        "pager": pager,
        "crumbs": _crumbs(parts.Link(gettext("清单条目"))),
    }
    return render(request, "web/registers/list_rows.html", context)
