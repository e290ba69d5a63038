"""Campaigns, how far each has come, and the findings behind its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from faheng.domains.supervision.campaigns.models import Campaign
from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.alerts.precision import with_past
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import OrganField
from faheng.kernel.parties.queries import Viewer


@dataclass(frozen=True)
class Tally:
    """What was found of one rule at one organ, and what became of it."""

    organ_id: int
    code: str
    found: int
    cleared: int
    explained: int
    false: int
    escalated: int


@dataclass(frozen=True)
class Progress:
    """How far a campaign has come: every figure is a sum over `tallies`.

    Attributes:
        cases: how many cases it looks at.
        cases_found: how many of them have a finding.
        settled: findings that are cleared, or that were not so.
    """

    cases: int
    cases_found: int
    found: int
    settled: int
    tallies: tuple[Tally, ...]


def campaigns(viewer: Viewer) -> QuerySet[Campaign]:
    """Give the campaigns of the viewer's divisions, the newest first."""
    inside = Q(pk__in=[])
    for path in sorted(viewer.division_paths):
        inside |= _inside(path)
    rows: QuerySet[Campaign] = Campaign.objects.filter(inside)
    return rows.select_related("organ", "by").order_by("-pk")


def progress(campaign: Campaign) -> Progress:
    """Count how far a campaign has come."""
    found = tallies(campaign)
    return Progress(
        cases(campaign).count(),
        findings(campaign).values("case").distinct().count(),
        sum(one.found for one in found),
        sum(one.cleared + one.false for one in found),
        tuple(found),
    )


def cases(campaign: Campaign) -> QuerySet[Case]:
    """Give the cases that a campaign looks at."""
    rows: QuerySet[Case] = Case.objects.filter(
        _inside(campaign.division_path),
        opened_on__gte=campaign.opened_from,
        opened_on__lte=campaign.opened_until,
    )
    organs = list(campaign.organs.values_list("organ", flat=True))
    if organs:
        rows = rows.filter(organ__in=organs)
    if campaign.field:
        of_field = OrganField.objects.filter(field=campaign.field)
        rows = rows.filter(organ__in=of_field.values("organ"))
    return rows


BECAME: Mapping[str, Q] = {
    "cleared": Q(cleared_at__isnull=False, was_false=False),
    "explained": Q(state=FindingState.EXPLAINED),
    "false": Q(was_false=True),
    "escalated": Q(state=FindingState.ESCALATED),
}
"""What became of findings, by the names of the figures that count it."""

SETTLED = "settled"


def findings(
    campaign: Campaign, tally: Tally | None = None, became: str = ""
) -> QuerySet[Finding]:
    """Give what a campaign's rules found in its cases until it was closed.

    Args:
        campaign: which.
        tally: only of its organ and rule.
        became: only of this figure: a name of `BECAME`, or `SETTLED`.
    """
    codes = campaign.rules.values_list("code", flat=True)
    rows: QuerySet[Finding] = Finding.objects.filter(
        code__in=list(codes), case__in=cases(campaign)
    )
    if campaign.closed_at is not None:
        rows = rows.filter(raised_at__lte=campaign.closed_at)
    if tally is not None:
        rows = rows.filter(organ=tally.organ_id, code=tally.code)
    if became == SETTLED:
        return with_past(rows).filter(BECAME["cleared"] | BECAME["false"])
    return with_past(rows).filter(BECAME[became]) if became else rows


def tallies(campaign: Campaign) -> list[Tally]:
    """Count by organ and rule what was found and what became of it."""
    rows = with_past(findings(campaign))
    counted = rows.values("organ_id", "code").annotate(
        found=Count("pk"),
        cleared=Count("pk", filter=BECAME["cleared"]),
        explained=Count("pk", filter=BECAME["explained"]),
        false=Count("pk", filter=BECAME["false"]),
        escalated=Count("pk", filter=BECAME["escalated"]),
    )
    return [Tally(**row) for row in counted.order_by("organ_id", "code")]


def _inside(path: str) -> Q:
    return Q(division_path=path) | Q(
        division_path__gte=f"{path}/", division_path__lt=f"{path}0"
    )
