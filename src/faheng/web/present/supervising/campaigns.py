"""Campaigns as pages show them: their figures, each over its denominator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from faheng.domains.supervision.campaigns import queries
from faheng.domains.supervision.campaigns.models import Campaign, CampaignResult
from faheng.domains.supervision.campaigns.queries import Progress, Tally
from faheng.kernel.parties.models import Organ
from faheng.kernel.questions.derived import told
from faheng.web.present.registers import query


@dataclass(frozen=True)
class Line:
    """A campaign in the list."""

    row: Campaign
    url: str
    rules: int


@dataclass(frozen=True)
class TallyRow:
    """What one rule found at one organ."""

    organ: str
    title: str
    tally: Tally
    url: str
    settled: int


@dataclass(frozen=True)
class Result:
    """Where a campaign stands, or stood when it was closed.

    Attributes:
        progress: as counted now; None once it is closed.
    """

    progress: Progress | None
    rows: tuple[TallyRow, ...]
    found: int
    settled: int
    codes: tuple[str, ...]
    organs: tuple[str, ...]


def lines(found: Sequence[Campaign]) -> list[Line]:
    """Set campaigns in rows."""
    return [
        Line(one, reverse("campaign", args=[one.pk]), one.rules.count())
        for one in found
    ]


def result(campaign: Campaign) -> Result:
    """Give the figures: those kept at the end, or those of now."""
    progress = None if campaign.closed_at else queries.progress(campaign)
    tallies = progress.tallies if progress else _kept(campaign)
    rows = _tally_rows(tallies)
    organs = campaign.organs.values_list("organ__short_name", flat=True)
    return Result(
        progress,
        rows,
        sum(row.tally.found for row in rows),
        sum(row.settled for row in rows),
        tuple(_titles(campaign.rules.values_list("code", flat=True))),
        tuple(organs),
    )


def _kept(campaign: Campaign) -> tuple[Tally, ...]:
    rows = CampaignResult.objects.filter(campaign=campaign)
    names = ("organ_id", "code", "found", "cleared", "explained", "false", "escalated")
    return tuple(Tally(*row) for row in rows.order_by("pk").values_list(*names))


def _tally_rows(tallies: Iterable[Tally]) -> tuple[TallyRow, ...]:
    kept = list(tallies)
    organs = Organ.objects.filter(pk__in={one.organ_id for one in kept})
    names = dict(organs.values_list("pk", "short_name"))
    return tuple(
        TallyRow(
            names.get(one.organ_id, ""),
            next(_titles([one.code])),
            one,
            f"?{query(code=one.code, organ=one.organ_id)}#rows",
            one.cleared + one.false,
        )
        for one in kept
    )


def _titles(codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        rule = told(code)
        yield rule.title if rule else code
