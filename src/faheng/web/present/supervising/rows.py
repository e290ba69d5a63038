"""Findings as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.alerts.queries import Told
from faheng.kernel.cases import queries
from faheng.kernel.law.declare import Basis
from faheng.web.present.grounds import ground
from faheng.web.present.supervising.facts import facts_of
from faheng.web.present.supervising.figures import rule_url, state_word, tone_of


@dataclass(frozen=True)
class FindingRow:
    """A finding in a list.

    Attributes:
        days: since it was raised, until it was cleared or today.
        fresh: nobody who answers for it has looked.
    """

    pk: int
    title: str
    tone: str
    ground: Basis | None
    facts: str
    url: str
    rule_url: str
    case: str
    number: str
    organ: str
    who: str
    state: str
    tag: str
    raised_at: datetime
    days: int
    fresh: bool
    live: bool
    said: str


TAGS = {
    FindingState.DISPUTED: "soon",
    FindingState.ESCALATED: "accent",
    FindingState.CLEARED: "done",
}
FACTS = 120
"""So many characters of the facts stand in a list."""


def finding_rows(
    told: Iterable[tuple[Finding, Told]], today: date
) -> tuple[FindingRow, ...]:
    """Set findings in rows, with those who handle their cases."""
    pairs = list(told)
    cases = [row.case for row, _ in pairs if row.case is not None]
    who = queries.handlers(cases)
    return tuple(
        _row(row, one, who.get(row.case_id or 0, ""), today) for row, one in pairs
    )


def _row(row: Finding, one: Told, who: str, today: date) -> FindingRow:
    until = row.cleared_at
    ends = timezone.localdate(until) if until else today
    return FindingRow(
        row.pk,
        one.title,
        tone_of(one.severity),
        ground(one.basis, today),
        facts_line(one),
        reverse("finding", args=[row.pk]),
        rule_url(row.code),
        row.case.title if row.case else gettext("不涉及具体案件"),
        row.case.number if row.case else "",
        row.organ.short_name,
        who,
        state_word(row.state),
        TAGS.get(FindingState(row.state), ""),
        row.raised_at,
        (ends - timezone.localdate(row.raised_at)).days,
        row.state == FindingState.RAISED,
        row.cleared_at is None and row.state != FindingState.DISMISSED,
        row.explanation,
    )


def facts_line(one: Told, most: int = FACTS) -> str:
    """The facts in one line, cut where a list has no room."""
    said = "；".join(f"{title} {value}" for title, value in facts_of(one))
    return said if len(said) <= most else f"{said[:most]}…"
