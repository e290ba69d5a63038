"""How often a rule was right, and how often people went on against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from faheng.kernel.alerts.models import Finding, FindingEvent, FindingState
from faheng.kernel.cases.queries import visible
from faheng.kernel.parties.queries import Viewer


@dataclass(frozen=True)
class Precision:
    """The findings of one rule in a period, by what became of them.

    Attributes:
        false: a supervisor accepted that it was not so.
        overridden: explained, and never corrected.
        cleared: no longer so.
    """

    code: str
    raised: int
    false: int
    overridden: int
    cleared: int

    @property
    def false_share(self) -> tuple[int, int]:
        """Return the false ones, and of how many."""
        return self.false, self.raised

    @property
    def override_share(self) -> tuple[int, int]:
        """Return the overridden ones, and of how many that were not false."""
        return self.overridden, self.raised - self.false


def precision(
    viewer: Viewer, since: datetime, until: datetime, code: str = ""
) -> list[Precision]:
    """Count for each rule what became of its findings, the most frequent first.

    Args:
        viewer: whose scope bounds what is counted.
        since: when the period begins.
        until: when it has ended.
        code: only this rule.
    """
    of_rule = Q(code=code) if code else Q()
    rows = with_past(_raised(viewer, since, until).filter(of_rule))
    counted = rows.values("code").annotate(
        raised=Count("pk"),
        false=Count("pk", filter=BECAME["false"]),
        overridden=Count("pk", filter=BECAME["overridden"]),
        cleared=Count("pk", filter=BECAME["cleared"]),
    )
    return [Precision(**row) for row in counted.order_by("-raised", "code")]


def findings_of(
    viewer: Viewer, code: str, since: datetime, until: datetime
) -> QuerySet[Finding]:
    """Give the findings behind a figure, the newest first."""
    rows = _raised(viewer, since, until).filter(code=code)
    return rows.select_related("case", "organ").order_by("-pk")


def with_past(rows: QuerySet[Finding]) -> QuerySet[Finding]:
    """Put beside findings what they once were, for `BECAME` to ask."""
    past: QuerySet[Finding] = rows.annotate(
        was_false=_was(FindingState.DISMISSED),
        was_told=_was(FindingState.EXPLAINED),
    )
    return past


BECAME: Mapping[str, Q] = {
    "false": Q(was_false=True),
    "held": Q(was_false=False),
    "overridden": Q(was_told=True, was_false=False, cleared_at__isnull=True),
    "cleared": Q(cleared_at__isnull=False),
}
"""What became of findings, by the names of the figures that count it."""


def _raised(viewer: Viewer, since: datetime, until: datetime) -> QuerySet[Finding]:
    rows: QuerySet[Finding] = Finding.objects.filter(
        visible(viewer), raised_at__gte=since, raised_at__lt=until
    )
    return rows


def _was(state: FindingState) -> Exists:
    return Exists(FindingEvent.objects.filter(finding=OuterRef("pk"), state=state))
