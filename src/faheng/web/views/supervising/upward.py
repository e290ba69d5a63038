"""What was reported upward: what waits, what was taken, what came back and why."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from faheng.domains.supervision.reporting.models import (
    PushStatus,
    UpwardReceipt,
    UpwardRecord,
)
from faheng.kernel.alerts.board import PAGE
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.cases.queries import visible
from faheng.kernel.parties.declare import Role
from faheng.web import parts
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of

READING = (
    Role.SUPERVISOR,
    Role.HEAD,
    Role.TEAM_LEAD,
    Role.RECORDER,
    Role.ADMINISTRATOR,
)
STATUSES: Mapping[str, str | Promise] = {
    PushStatus.REJECTED: gettext_lazy("被退回"),
    PushStatus.WAITING: gettext_lazy("待报送"),
    PushStatus.ACCEPTED: gettext_lazy("已接收"),
}
ENTITIES: Mapping[str, str | Promise] = {
    "case": gettext_lazy("案件"),
    "act": gettext_lazy("行为"),
    "decision": gettext_lazy("决定"),
}


@require_safe
@staff
def upward(request: StaffRequest) -> HttpResponse:
    """Show records by where they stand with the platform above, the rejected first."""
    if not any(request.viewer.holds(role) for role in READING):
        raise NotYours(gettext("上报情况给监督人员、机关负责人和内勤看。"))
    asked = words_of(request, "status", 8)
    status = asked if asked in STATUSES else PushStatus.REJECTED
    mine = UpwardRecord.objects.filter(visible(request.viewer))
    counted = dict(mine.order_by().values_list("status").annotate(n=Count("*")))
    rows = mine.filter(status=status).select_related("case", "organ").order_by("-pk")
    after = cursor(request)
    some = list((rows.filter(pk__lt=after) if after else rows)[: PAGE + 1])
    shown = some[:PAGE]
    more = query(status=status, after=shown[-1].pk) if len(some) > PAGE else ""
    context = {
        "status": status,
        "ways": [(key, word, counted.get(key, 0)) for key, word in STATUSES.items()],
        "rows": _told(shown),
        "today": today_of(request),
        "pager": parts.Pager(
            "",
            f"?{query(status=status)}" if after else "",
            f"?{more}" if more else "",
        ),
    }
    return render(request, "web/supervision/upward.html", context)


COLUMNS: Mapping[str, str | Promise] = {
    "number": gettext_lazy("文号"),
    "organ": gettext_lazy("机关"),
    "opened_on": gettext_lazy("登记日期"),
    "case": gettext_lazy("案件"),
    "step": gettext_lazy("步骤"),
    "occurred_at": gettext_lazy("发生时间"),
    "made_on": gettext_lazy("作出日期"),
}
"""Columns of what is reported, as the platform above names them in its reasons."""


def _said(reason: str) -> str:
    """Say a reason with the names that people know of the columns."""
    return _COLUMN.sub(lambda m: str(COLUMNS.get(m.group(), m.group())), reason)


_COLUMN = re.compile(r"[a-z]+(?:_[a-z]+)*")


def _told(
    shown: list[UpwardRecord],
) -> list[tuple[UpwardRecord, str | Promise, tuple[str, ...]]]:
    """Put beside each record the reasons of its last answer."""
    receipts = UpwardReceipt.objects.filter(record__in=[row.pk for row in shown])
    reasons = dict(receipts.order_by("pk").values_list("record", "reasons"))
    return [
        (
            row,
            ENTITIES.get(row.entity, row.entity),
            tuple(map(_said, filter(None, reasons.get(row.pk, "").split("\n")))),
        )
        for row in shown
    ]
