"""How findings stand: one count of what is open, of which all other figures are sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Count, IntegerField, Q, QuerySet, Value
from django.utils import timezone

from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.alerts.precision import BECAME, with_past
from faheng.kernel.cases.models import CaseOfficer
from faheng.kernel.cases.queries.scope import visible
from faheng.kernel.parties.queries import Viewer

PAGE = 50
MOST = 10_000
"""So many rows are counted; more are said to be more."""

WEEKS = 12
OPEN, CLEARED, ALL = "open", "cleared", "all"


@dataclass(frozen=True)
class Narrow:
    """Which findings are asked for; what is empty does not narrow.

    Attributes:
        dimension: first letters of the codes.
        division: path of a division, with all below it.
        exact: only organs of that very division, none below.
        state: `open`, `cleared`, `all`, or one state of what is not cleared.
        since, until: days of raising; with `cleared`, of clearing; both inclusive.
        became: a name of `BECAME`; then `state` is not asked, and days are of raising.
    """

    code: str = ""
    dimension: str = ""
    organ_id: int | None = None
    division: str = ""
    exact: bool = False
    severity: str = ""
    state: str = OPEN
    since: date | None = None
    until: date | None = None
    became: str = ""


class Tally(NamedTuple):
    """How many open findings of one rule an organ has in one state."""

    division_path: str
    organ_id: int
    code: str
    severity: str
    state: str
    many: int


@dataclass(frozen=True)
class Page:
    """Some findings and the cursor after which the next follow."""

    rows: list[Finding]
    after: int | None


def tallies(viewer: Viewer) -> list[Tally]:
    """Count what is not cleared; the index holds all that is asked for."""
    names = ("division_path", "organ_id", "code", "severity", "state")
    rows = Finding.objects.filter(visible(viewer), cleared_at__isnull=True)
    counted = rows.order_by().values_list(*names).annotate(many=Count("*"))
    return [Tally(*row) for row in counted]


def is_open(one: Tally) -> bool:
    """Tell whether it still asks something of somebody."""
    return one.state != FindingState.DISMISSED


def raised_by_week(viewer: Viewer, today: date) -> dict[tuple[str, int], int]:
    """Count by rule and week what was raised; week 0 is the present one."""
    return _by_week(viewer, today, "raised_at")


def cleared_by_week(viewer: Viewer, today: date) -> dict[tuple[str, int], int]:
    """Count by rule and week what was cleared."""
    return _by_week(viewer, today, "cleared_at")


def week_begins(today: date, ago: int = 0) -> date:
    """Return the Monday of a week so many weeks ago."""
    return today - timedelta(days=today.weekday() + 7 * ago)


def found(viewer: Viewer, narrow: Narrow) -> QuerySet[Finding]:
    """Give the findings behind a figure."""
    rows: QuerySet[Finding] = Finding.objects.filter(visible(viewer))
    if narrow.became:
        rows = with_past(rows)
    rows = rows.filter(_state(narrow))
    if narrow.code:
        rows = rows.filter(code=narrow.code)
    elif narrow.dimension:
        rows = rows.filter(_prefixed(narrow.dimension))
    if narrow.organ_id:
        rows = rows.filter(organ_id=narrow.organ_id)
    if narrow.division:
        rows = rows.filter(_inside(narrow))
    if narrow.severity:
        rows = rows.filter(severity=narrow.severity)
    return rows.filter(_days(narrow))


def mine(viewer: Viewer, code: str = "") -> QuerySet[Finding]:
    """Give what is open in the cases that the viewer handles, of one rule if given."""
    handled = CaseOfficer.objects.filter(
        person=viewer.person_id or 0, until_on__isnull=True
    )
    rows: QuerySet[Finding] = Finding.objects.filter(
        visible(viewer), case__in=handled.values("case"), cleared_at__isnull=True
    )
    rows = rows.filter(code=code) if code else rows
    return rows.exclude(state=FindingState.DISMISSED)


def page(rows: QuerySet[Finding], after: int | None, size: int = PAGE) -> Page:
    """Give a page of findings, the newest first."""
    ordered = rows.select_related("case", "organ").order_by("-pk")
    if after:
        ordered = ordered.filter(pk__lt=after)
    some = list(ordered[: size + 1])
    return Page(some[:size], some[size - 1].pk if len(some) > size else None)


def capped(rows: QuerySet[Finding], most: int = MOST) -> tuple[int, bool]:
    """Count rows up to a limit, and tell whether there are more."""
    counted = rows.order_by().values("pk")[: most + 1].count()
    return min(counted, most), counted > most


def within_any(path: str, tops: Iterable[str]) -> bool:
    """Tell whether a division lies in one of others."""
    return any(path == top or path.startswith(f"{top}/") for top in tops)


def _state(narrow: Narrow) -> Q:
    if narrow.became:
        return BECAME[narrow.became]
    if narrow.state == ALL:
        return Q()
    if narrow.state == CLEARED:
        return Q(cleared_at__isnull=False)
    if narrow.state == OPEN:
        return Q(cleared_at__isnull=True) & ~Q(state=FindingState.DISMISSED)
    return Q(cleared_at__isnull=True, state=narrow.state)


def _prefixed(letters: str) -> Q:
    """A range serves an index where LIKE would not."""
    return Q(code__gte=letters, code__lt=f"{letters[:-1]}{chr(ord(letters[-1]) + 1)}")


def _inside(narrow: Narrow) -> Q:
    path = narrow.division
    if narrow.exact:
        return Q(division_path=path)
    below = Q(division_path__gte=f"{path}/", division_path__lt=f"{path}0")
    return Q(division_path=path) | below


def _days(narrow: Narrow) -> Q:
    clearing = narrow.state == CLEARED and not narrow.became
    at = "cleared_at" if clearing else "raised_at"
    asked = Q()
    if narrow.since:
        asked &= Q(**{f"{at}__gte": midnight(narrow.since)})
    if narrow.until:
        asked &= Q(**{f"{at}__lt": midnight(narrow.until + timedelta(days=1))})
    return asked


def midnight(day: date) -> datetime:
    """Return when a local day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def _by_week(viewer: Viewer, today: date, at: str) -> dict[tuple[str, int], int]:
    begins = [midnight(week_begins(today, ago)) for ago in range(-1, WEEKS)]
    return _by_span(Finding.objects.filter(visible(viewer)), at, begins)


def _by_span(
    rows: QuerySet[Finding], at: str, begins: Sequence[datetime]
) -> dict[tuple[str, int], int]:
    """Count by rule and span of time, each span by a range of an index of its own.

    Args:
        rows: what is counted.
        at: the column of the moment.
        begins: ends of the spans, the latest first; span 0 lies before the first.
    """
    spans = [
        rows
        .filter(**{f"{at}__gte": begin, f"{at}__lt": end})
        .order_by()
        .values_list("code")
        .annotate(ago=Value(ago, IntegerField()), n=Count("*"))
        for ago, (end, begin) in enumerate(pairwise(begins))
    ]
    counted = spans[0].union(*spans[1:], all=True)
    return {(code, ago): n for code, ago, n in counted}
