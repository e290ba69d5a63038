"""我的工作 and the notices."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from faheng.kernel.alerts.board import capped, mine
from faheng.kernel.alerts.queries import worst_of
from faheng.kernel.cases import queries
from faheng.kernel.cases.actions.notices import mark_read
from faheng.kernel.cases.models import Clock
from faheng.kernel.cases.queries import Waiting
from faheng.web import parts
from faheng.web.present import acts, clocks
from faheng.web.present import work as shown
from faheng.web.present.found import findings
from faheng.web.reader import StaffRequest, cursor, staff, today_of

MOST_FOUND = 999
NOTICES = 50
"""So many notices stand on a page."""

TABS = (
    ("due", _("按期限")),
    ("case", _("按案件")),
    ("others", _("等别人")),
    ("done", _("已办")),
)


@require_safe
@staff
def work(request: StaffRequest) -> HttpResponse:
    """What waits for the reader, by deadline or by case."""
    tab = request.GET.get("tab", "due")
    tab = tab if tab in dict(TABS) else "due"
    today = today_of(request)
    counted = queries.by_last_day(request.viewer)
    sums = shown.sums(counted, today)
    others = queries.others_count(request.viewer)
    request.nav_counts = {
        "work": sums.all,
        "notices": queries.unread(request.viewer),
    }
    most = queries.MOST_OTHERS
    context = {
        "tab": tab,
        "ways": TABS,
        "sums": sums,
        "others": f"{most}+" if others > most else others,
        "load": shown.load(counted, today),
        "found": capped(mine(request.viewer), MOST_FOUND),
        "empty": _empty(tab),
        **_listed(request, tab, others if tab == "others" else sums.all),
    }
    return render(request, "web/work/work.html", context)


def _listed(request: StaffRequest, tab: str, total: int) -> dict[str, object]:
    if tab == "done":
        rows = shown.done_rows(queries.done(request.viewer))
        return {"columns": shown.DONE_COLUMNS, "rows": rows}
    after = request.GET.get("after", "")
    page = queries.work_page(request.viewer, after, of_others=tab == "others")
    group = shown.by_case if tab == "case" else shown.by_deadline
    waiting = queries.waiting(page.tasks)
    wrong = worst_of(request.viewer, {task.case_id for task in page.tasks})
    groups = group(waiting, request.now, wrong)
    pager = shown.pager(page, total, tab)
    return {"groups": groups, "first": _first(groups), "pager": pager}


def _first(groups: tuple[shown.Group, ...]) -> str:
    return groups[0].rows[0].peek_url if groups else ""


def _empty(tab: str) -> parts.Empty:
    links = (
        parts.Link(gettext("看我的案件"), reverse("my_cases")),
        parts.Link(gettext("登记新案件"), reverse("case_new")),
    )
    said = {
        "others": (
            gettext("没有在等别人的事"),
            gettext("你承办的案件里，没有哪一步在等别人。"),
        ),
        "done": (gettext("还没有办过什么"), gettext("你办的每一步都会列在这里。")),
    }
    title, text = said.get(
        tab,
        (
            gettext("现在没有等你办的事"),
            gettext("轮到你的时候，这里会有，也会发通知。"),
        ),
    )
    return parts.Empty(title, text, "calendar-check", links=links)


@require_safe
@staff
def peek(request: StaffRequest, task_id: int) -> HttpResponse:
    """One thing to do: its clock with every line, and the acts."""
    task = queries.first_task(request.viewer, task_id)
    one = queries.waiting([task])[0]
    found = queries.possible(request.viewer, task.case, request.now)
    running = _with_course(one)
    today = today_of(request)
    context = {
        "task": task,
        "item": shown.item(one, request.now),
        "clock": _pressing(one, request),
        "offered": acts.offered(
            task.case, found, acts.Standing(running, [task]), today
        ),
        "findings": findings(request.viewer, task.case, running, request.now)[:3],
        "others": [
            clocks.face(c, request.now)
            for c in running
            if one.clock is None or c.pk != one.clock.pk
        ],
    }
    return render(request, "web/work/peek.html", context)


def _pressing(one: Waiting, request: StaffRequest) -> parts.Clock | None:
    if one.clock is None:
        return None
    one.clock.course = one.task.course
    return clocks.face(one.clock, request.now, opened=True)


def _with_course(one: Waiting) -> list[Clock]:
    for clock in one.running:
        clock.course = one.task.course
    return one.running


@require_safe
@staff
def notices(request: StaffRequest) -> HttpResponse:
    """What the reader was told, the newest first."""
    after = cursor(request)
    found = queries.notices(request.viewer, NOTICES + 1, after)
    shown = found[:NOTICES]
    more = f"?after={shown[-1].pk}" if len(found) > NOTICES else ""
    context = {
        "notices": shown,
        "unread": getattr(request, "nav_counts", {}).get("notices", 0),
        "pager": parts.Pager("", "?" if after else "", more),
        "empty": parts.Empty(
            gettext("还没有通知"), gettext("有事轮到你的时候，会在这里告诉你。"), "bell"
        ),
    }
    return render(request, "web/work/notices.html", context)


@require_POST
@staff
def read_notices(request: StaffRequest) -> HttpResponse:
    """Mark one notice read, or all of them; lead on to its case."""
    one = request.POST.get("notice", "")
    notice_id = int(one) if one.isascii() and one.isdigit() and len(one) < 18 else None
    count = mark_read(request.viewer, request.now, notice_id)
    if notice_id is None:
        messages.success(
            request, gettext("已标记 %(count)s 条为已读。") % {"count": count}
        )
    return redirect("notices")
