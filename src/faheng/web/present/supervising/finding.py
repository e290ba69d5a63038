"""One finding, laid out: what it says, its life, who may do what with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.domains.supervision.files.supervision import SupervisedMatter
from faheng.kernel.alerts.life import LIVE, answers_for
from faheng.kernel.alerts.models import Finding, FindingEvent, FindingState
from faheng.kernel.alerts.queries import Told, tell
from faheng.kernel.cases.taking_part import in_scope
from faheng.kernel.law.declare import Basis
from faheng.kernel.parties.queries import Viewer
from faheng.web import parts
from faheng.web.present.grounds import ground
from faheng.web.present.supervising.figures import rule_url, state_word, tone_of


@dataclass(frozen=True)
class Whole:
    """Everything that a finding says."""

    row: Finding
    told: Told
    tone: str
    ground: Basis | None
    rule_url: str
    state: str
    case_url: str
    days: int


@dataclass(frozen=True)
class May:
    """What the reader may do with it now."""

    answer: bool
    decide: bool
    take_up_url: str
    waits_for: str


def whole(row: Finding, today: date) -> Whole:
    """Lay out a finding."""
    told = tell(row)
    return Whole(
        row,
        told,
        tone_of(told.severity),
        ground(told.basis, today),
        rule_url(row.code),
        state_word(row.state),
        reverse("case", args=[row.case_id]) if row.case_id else "",
        max((today - timezone.localdate(row.raised_at)).days, 0),
    )


def may(viewer: Viewer, row: Finding) -> May:
    """Tell what the reader may do: answer for it, decide a dispute, take it up."""
    open_now = row.cleared_at is None
    live = open_now and row.state in LIVE
    supervises = viewer.supervises(row.division_path)
    disputed = open_now and row.state == FindingState.DISPUTED
    return May(
        live and answers_for(viewer, row),
        disputed and supervises,
        reverse("finding_take_up", args=[row.pk]) if live and supervises else "",
        gettext("等执法监督人员处理异议。") if disputed and not supervises else "",
    )


def log(row: Finding) -> Sequence[parts.LogEntry]:
    """Tell its life, the newest first: who, when and why."""
    events = FindingEvent.objects.filter(finding=row).select_related("by")
    return tuple(_entry(event) for event in reversed(events))


WEIGHTS = {FindingState.RAISED: "big", FindingState.DISPUTED: "warn"}


def _entry(event: FindingEvent) -> parts.LogEntry:
    raised = event.state == FindingState.RAISED
    return parts.LogEntry(
        event.at,
        gettext("规则发现") if raised else state_word(event.state),
        event.by.name if event.by else gettext("系统"),
        said=event.why,
        weight=WEIGHTS.get(FindingState(event.state), ""),  # type: ignore[arg-type]
    )


def taken_up(viewer: Viewer, row: Finding) -> Sequence[parts.Link]:
    """The supervisions that took it up, where the reader may see them."""
    rows = SupervisedMatter.objects.filter(finding=row).select_related("case")
    return tuple(
        parts.Link(
            matter.case.number or matter.case.title,
            reverse("case", args=[matter.case_id]),
        )
        for matter in rows
        if in_scope(viewer, matter.case)
    )
