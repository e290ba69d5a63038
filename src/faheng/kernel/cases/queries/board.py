"""What those who watch see: counts by organ, late and pressing clocks, defects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from faheng.kernel.cases.models import Case, Clock, ClockState, Defect
from faheng.kernel.cases.queries.lists import PAGE, Page
from faheng.kernel.cases.queries.scope import visible
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer

OWN = frozenset({Role.HEAD, Role.TEAM_LEAD})
"""Roles that watch over the organ they are held in."""


@dataclass(frozen=True)
class OrganCounts:
    """How one organ stands: each figure opens onto its rows."""

    organ_id: int
    organ: str
    open: int = 0
    late: int = 0
    soon: int = 0
    defects: int = 0


@dataclass(frozen=True)
class ConditionCount:
    """How often one condition was not met."""

    condition: str
    sentence: str
    basis: str
    count: int


@dataclass(frozen=True)
class Watch:
    """Days that bound what is late and what presses.

    Attributes:
        today: a clock is late when its last day lies before.
        soon: the last day that still counts as pressing.
        organ_id: only this organ.
        condition: only defects of this condition.
    """

    today: date
    soon: date
    organ_id: int | None = None
    condition: str = ""


def watching(viewer: Viewer) -> Viewer | None:
    """Narrow a viewer to the organs watched over; None for who watches nothing."""
    own = frozenset(organ for role, organ in viewer.roles if role in OWN)
    if not own and not viewer.division_paths:
        return None
    return replace(viewer, organ_ids=own)


def by_organ(viewer: Viewer, watch: Watch) -> tuple[OrganCounts, ...]:
    """Count for each organ that has anything: four grouped queries and the names."""
    counted = {
        "open": _by_organ(open_cases(viewer, watch)),
        "late": _by_organ(late_clocks(viewer, watch)),
        "soon": _by_organ(pressing_clocks(viewer, watch)),
        "defects": _by_organ(defects_found(viewer, watch)),
    }
    keys = {key for figures in counted.values() for key in figures}
    names = Organ.objects.filter(pk__in=keys).order_by("division__path", "code")
    return tuple(
        OrganCounts(pk, name, **{what: n.get(pk, 0) for what, n in counted.items()})
        for pk, name in names.values_list("pk", "short_name")
    )


def by_condition(viewer: Viewer, watch: Watch) -> tuple[ConditionCount, ...]:
    """Count defects by what was not met, the most frequent first.

    The sentence and the article are those of the newest defect of each kind.
    """
    rows = defects_found(viewer, replace(watch, condition=""))
    counted = rows.order_by().values("condition").annotate(n=Count("pk"), at=Max("pk"))
    found = list(counted.order_by("-n", "condition"))
    newest = Defect.objects.in_bulk([row["at"] for row in found])
    return tuple(
        ConditionCount(
            row["condition"],
            newest[row["at"]].sentence,
            newest[row["at"]].basis,
            row["n"],
        )
        for row in found
    )


def open_cases(viewer: Viewer, watch: Watch) -> QuerySet[Case]:
    """Give the cases that are not ended."""
    rows: QuerySet[Case] = Case.objects.filter(visible(viewer), ended_on__isnull=True)
    return rows.filter(_organ(watch))


def late_clocks(viewer: Viewer, watch: Watch) -> QuerySet[Clock]:
    """Give running clocks of organs whose last day has passed."""
    return _running(viewer, watch).filter(due_on__lt=watch.today)


def pressing_clocks(viewer: Viewer, watch: Watch) -> QuerySet[Clock]:
    """Give running clocks of organs whose last day is near."""
    near = Q(due_on__gte=watch.today, due_on__lte=watch.soon)
    return _running(viewer, watch).filter(near)


def defects_found(viewer: Viewer, watch: Watch) -> QuerySet[Defect]:
    """Give what acts did not meet."""
    rows: QuerySet[Defect] = Defect.objects.filter(visible(viewer), _organ(watch))
    return rows.filter(condition=watch.condition) if watch.condition else rows


def clock_page(rows: QuerySet[Clock], after: str) -> tuple[list[Clock], str]:
    """Give a page of clocks, the earliest last day first, and where the next begins."""
    day, _, key = after.partition("~")
    if key.isascii() and key.isdigit():
        rows = rows.filter(Q(due_on__gt=_day(day)) | Q(due_on=_day(day), pk__gt=key))
    ordered = rows.select_related("case__organ", "course").order_by("due_on", "pk")
    found = list(ordered[: PAGE + 1])
    more = len(found) > PAGE
    last = found[PAGE - 1] if more else None
    return found[:PAGE], f"{last.due_on}~{last.pk}" if last else ""


def row_page(rows: QuerySet[Case] | QuerySet[Defect], after: int | None) -> Page:
    """Give a page of cases or defects, the newest first."""
    ordered = rows.order_by("-pk")
    if after:
        ordered = ordered.filter(pk__lt=after)
    found = list(ordered[: PAGE + 1])
    return Page(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _running(viewer: Viewer, watch: Watch) -> QuerySet[Clock]:
    rows: QuerySet[Clock] = Clock.objects.filter(visible(viewer), _organ(watch))
    return rows.filter(of="organ", state=ClockState.RUNNING)


def _organ(watch: Watch) -> Q:
    return Q(organ_id=watch.organ_id) if watch.organ_id else Q()


def _by_organ(
    rows: QuerySet[Case] | QuerySet[Clock] | QuerySet[Defect],
) -> dict[int, int]:
    counted = rows.order_by().values_list("organ_id").annotate(n=Count("pk"))
    return dict(counted)
