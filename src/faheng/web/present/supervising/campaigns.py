"""Campaigns as pages show them: their figures, each over its denominator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from faheng.domains.supervision.campaigns import queries
from faheng.domains.supervision.campaigns.models import Campaign, CampaignResult
from faheng.domains.supervision.campaigns.queries import Progress, Tally
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ
from faheng.kernel.questions.derived import told
from faheng.web.present.registers import query
from faheng.web.present.supervising.figures import Figure, rule_url


@dataclass(frozen=True)
class Line:
    """A campaign in the list."""

    row: Campaign
    url: str
    rules: int


@dataclass(frozen=True)
class TallyRow:
    """What one rule found at one organ.

    Attributes:
        found: opens onto the findings.
        fates: what became of them; once the campaign is closed they open no more, as
            only the numbers of that day are kept.
    """

    organ: str
    title: str
    rule_url: str
    found: Figure
    fates: tuple[Figure, ...]
    settled: int


@dataclass(frozen=True)
class CaseRow:
    """A case that a campaign looks at, and how much was found in it."""

    row: Case
    url: str
    found: Figure


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
    rows = _tally_rows(tallies, is_open=progress is not None)
    organs = campaign.organs.values_list("organ__short_name", flat=True)
    return Result(
        progress,
        rows,
        sum(row.found.count for row in rows),
        sum(row.settled for row in rows),
        tuple(_titles(campaign.rules.values_list("code", flat=True))),
        tuple(organs),
    )


def _kept(campaign: Campaign) -> tuple[Tally, ...]:
    rows = CampaignResult.objects.filter(campaign=campaign)
    names = ("organ_id", "code", "found", "cleared", "explained", "false", "escalated")
    return tuple(Tally(*row) for row in rows.order_by("pk").values_list(*names))


def _tally_rows(tallies: Iterable[Tally], *, is_open: bool) -> tuple[TallyRow, ...]:
    kept = list(tallies)
    organs = Organ.objects.filter(pk__in={one.organ_id for one in kept})
    names = dict(organs.values_list("pk", "short_name"))
    return tuple(
        TallyRow(
            names.get(one.organ_id, ""),
            next(_titles([one.code])),
            rule_url(one.code),
            Figure(one.found, rows_url(code=one.code, organ=one.organ_id)),
            tuple(
                Figure(
                    getattr(one, name),
                    rows_url(code=one.code, organ=one.organ_id, became=name)
                    if is_open
                    else "",
                )
                for name in FATES
            ),
            one.cleared + one.false,
        )
        for one in kept
    )


FATES = ("cleared", "explained", "false", "escalated")


def rows_url(**asked: object) -> str:
    """Write the address of the findings behind a figure of the same page."""
    return f"?{query(**asked)}#rows"


def case_rows(campaign: Campaign, shown: Sequence[Case]) -> list[CaseRow]:
    """Set cases in rows, with how much was found in each."""
    found = queries.findings(campaign).filter(case__in=[one.pk for one in shown])
    counted = dict(found.order_by().values_list("case").annotate(n=Count("pk")))
    return [
        CaseRow(
            one,
            reverse("case", args=[one.pk]),
            Figure(counted.get(one.pk, 0), rows_url(case=one.pk)),
        )
        for one in shown
    ]


def _titles(codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        rule = told(code)
        yield rule.title if rule else code
