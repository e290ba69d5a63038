"""The rules: all of them, one of them, and those that failed."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.kernel.alerts import board as queries
from faheng.kernel.alerts.board import Narrow
from faheng.kernel.alerts.models import RuleFailure
from faheng.kernel.alerts.queries import tell
from faheng.kernel.alerts.runs import last_runs
from faheng.kernel.cases.errors import NotYours, Unseen
from faheng.kernel.cases.queries.board import watching
from faheng.kernel.parties.declare import Role
from faheng.kernel.questions.derived import told
from faheng.kernel.questions.standing import known_rule
from faheng.web import parts
from faheng.web.present.grounds import ground
from faheng.web.present.registers import query
from faheng.web.present.supervising import resting
from faheng.web.present.supervising import rules as present
from faheng.web.present.supervising.figures import (
    DIMENSIONS,
    rows_url,
    severity_word,
    tone_of,
)
from faheng.web.present.supervising.rows import finding_rows
from faheng.web.reader import StaffRequest, cursor, staff, today_of, words_of

NEWEST = 10
"""So many open findings stand on the page of their rule."""


@require_safe
@staff
def rules(request: StaffRequest) -> HttpResponse:
    """Show the rules and how each is answered; what is open, to those who watch."""
    asked, after = _asked(request), words_of(request, "after", 120)
    watcher = watching(request.viewer)
    counted = queries.tallies(watcher) if watcher else None
    page = present.lines(asked, after, counted, today_of(request))
    first = f"?{query(**vars(asked))}" if after else ""
    more = f"?{query(**vars(asked), after=page.after)}" if page.after else ""
    context = {
        "asked": asked,
        "lines": page.lines,
        "many": page.many,
        "pager": parts.Pager("", first, more),
        "watches": watcher is not None,
        "counts": present.counts(),
        "standings": present.STANDINGS,
        "dimensions": DIMENSIONS,
    }
    return render(request, "web/supervision/rules.html", context)


def _asked(request: StaffRequest) -> present.Asked:
    dimension = words_of(request, "dimension", 2)
    standing = words_of(request, "standing", 8)
    return present.Asked(
        words_of(request),
        dimension if dimension in DIMENSIONS else "",
        standing if standing in present.STANDINGS else "",
    )


@require_safe
@staff
def rule(request: StaffRequest, code: str) -> HttpResponse:
    """Show one rule: what it finds, on what ground, how often, how rightly."""
    known = known_rule(code)
    if known is None:
        raise Unseen
    today = today_of(request)
    basis = ground(str(known.rule.basis), today) if known.rule else None
    context = {
        "known": known,
        "tone": tone_of(known.severity),
        "severity": severity_word(known.severity.key),
        "standing": present.STANDINGS[known.standing.key],
        "dimension": DIMENSIONS[known.dimension.prefix],
        "ground": basis,
        "article": resting.words_of(basis, today),
        "sources": resting.sources(known.rule),
        "parameters": present.parameters(code, today),
        "today": today,
        **_found(request, code, today),
    }
    return render(request, "web/supervision/rule.html", context)


def _found(request: StaffRequest, code: str, today: date) -> dict[str, object]:
    """What the rule found: with its history for who watches, else in one's cases."""
    watcher = watching(request.viewer)
    if watcher is None:
        rows = queries.mine(request.viewer, code)
        history: dict[str, object] = {"open_url": reverse("my_findings")}
    else:
        rows = queries.found(watcher, Narrow(code=code))
        history = {
            "watches": True,
            "open_url": rows_url(code=code),
            "months": present.months(watcher, code, today),
            "right": present.right(watcher, code, today, request.now),
        }
    count, more = queries.capped(rows)
    some = queries.page(rows, None, NEWEST).rows
    return {
        "rows": finding_rows([(one, tell(one)) for one in some], today),
        "count": f"{count:,}+" if more else f"{count:,}",
        **history,
    }


@require_safe
@staff
def failures(request: StaffRequest) -> HttpResponse:
    """Show administrators which rules could not be asked."""
    if not request.viewer.holds(Role.ADMINISTRATOR):
        raise NotYours(gettext("规则故障由系统管理员看。"))
    rows = RuleFailure.objects.select_related("case").order_by("-pk")
    after = cursor(request)
    some = list((rows.filter(pk__lt=after) if after else rows)[: queries.PAGE + 1])
    shown = some[: queries.PAGE]
    more = f"?{query(after=shown[-1].pk)}" if len(some) > queries.PAGE else ""
    context = {
        "rows": [(row, told(row.question)) for row in shown],
        "runs": last_runs(),
        "pager": parts.Pager("", "?" if after else "", more),
    }
    return render(request, "web/supervision/failures.html", context)
