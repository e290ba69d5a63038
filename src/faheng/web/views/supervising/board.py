"""The board of those who watch: what was found, by rule, organ, place and week."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.domains.supervision.registers import parameter
from faheng.kernel.alerts import board as queries
from faheng.kernel.alerts.board import Narrow
from faheng.kernel.alerts.models import FindingState
from faheng.kernel.alerts.queries import tell
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.cases.queries.board import watching
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.web.present.supervising import board as present
from faheng.web.present.supervising.figures import DIMENSIONS, trend
from faheng.web.present.supervising.freshness import mart_line
from faheng.web.present.supervising.rows import finding_rows
from faheng.web.reader import StaffRequest, staff, today_of, words_of

WAITING = 8
"""So many disputes are shown on the board itself."""


@require_safe
@staff
def board(request: StaffRequest) -> HttpResponse:
    """Show how what was found stands, every figure leading to its rows."""
    watcher = must_watch(request.viewer)
    today = today_of(request)
    counted = queries.tallies(watcher)
    raised = queries.raised_by_week(watcher, today)
    cleared = queries.cleared_by_week(watcher, today)
    top = _top(request, counted)
    rules = present.rule_rows(counted, raised, today)
    organs = present.organ_rows(counted)
    weeks = trend(raised, cleared, today)
    whole = request.GET.get("all") == "1"
    context = {
        "totals": present.totals(counted),
        "weeks": weeks,
        "new": weeks[-1].raised,
        "gone": weeks[-1].cleared,
        "rules": rules if whole else rules[: present.FIRST],
        "rule_count": len(rules),
        "organs": organs if whole else organs[: present.FIRST],
        "organ_count": len(organs),
        "whole": whole,
        "places": present.place_rows(counted, top),
        "dimensions": DIMENSIONS,
        "top": top if words_of(request, "division", 120) else "",
        "disputes": _disputes(request, watcher),
        "quiet": (parameter("quiet_from_hour", today), _ends(request)),
        "supervises": request.viewer.holds(Role.SUPERVISOR),
        "administers": request.viewer.holds(Role.ADMINISTRATOR),
        "today": today,
        "behind": mart_line(request.now),
    }
    return render(request, "web/supervision/board.html", context)


def must_watch(viewer: Viewer) -> Viewer:
    """Narrow a reader to what is watched over.

    Raises:
        NotYours: the reader watches over nothing.
    """
    watcher = watching(viewer)
    if watcher is None:
        raise NotYours(
            gettext("监督台给执法监督人员看；机关负责人和办案机构负责人看本机关的。")
        )
    return watcher


def _top(request: StaffRequest, counted: list[queries.Tally]) -> str:
    """The division whose parts are shown: the one asked for, if anything is there."""
    asked = words_of(request, "division", 120)
    paths = {one.division_path for one in counted}
    if asked and any(queries.within_any(path, [asked]) for path in paths):
        return asked
    return present.common(request.viewer.division_paths or paths)


def _ends(request: StaffRequest) -> int:
    return parameter("quiet_until_hour", today_of(request))


def _disputes(request: StaffRequest, watcher: Viewer) -> object:
    """What waits for the supervisor's word, the oldest first."""
    rows = queries.found(watcher, Narrow(state=FindingState.DISPUTED))
    some = rows.select_related("case", "organ").order_by("pk")[:WAITING]
    told = [(row, tell(row)) for row in some]
    return finding_rows(told, today_of(request))
