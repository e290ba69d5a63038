"""One finding, laid out: what it says, its life, who may do what with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from faheng.domains.supervision.files.supervision import SupervisedMatter
from faheng.kernel.alerts.life import LIVE, answers_for
from faheng.kernel.alerts.models import Finding, FindingEvent, FindingState
from faheng.kernel.alerts.queries import Told, tell
from faheng.kernel.cases.taking_part import in_scope
from faheng.kernel.law.declare import Basis
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.questions.derived import told as rule_of
from faheng.kernel.questions.listed import LISTED
from faheng.web import parts
from faheng.web.present.grounds import ground
from faheng.web.present.supervising.facts import facts_of, mend_of
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
    facts: tuple[tuple[str, str], ...]
    mend: str
    rule_title: str
    is_listed: bool


@dataclass(frozen=True)
class May:
    """What the reader may do with it now."""

    answer: bool
    decide: bool
    take_up_url: str
    waits_for: str


def whole(row: Finding, today: date) -> Whole:
    """Lay out a finding."""
    told, rule = tell(row), rule_of(row.code)
    return Whole(
        row,
        told,
        tone_of(told.severity),
        ground(told.basis, today),
        rule_url(row.code),
        state_word(row.state),
        reverse("case", args=[row.case_id]) if row.case_id else "",
        max((today - timezone.localdate(row.raised_at)).days, 0),
        facts_of(told),
        mend_of(told),
        rule.title if rule else row.code,
        row.code in LISTED,
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
DID: Mapping[str, str | Promise] = {
    FindingState.RAISED: gettext_lazy("规则发现"),
    FindingState.SEEN: gettext_lazy("看过"),
    FindingState.EXPLAINED: gettext_lazy("说明情况"),
    FindingState.DISPUTED: gettext_lazy("提出异议"),
    FindingState.DISMISSED: gettext_lazy("认定异议成立，不再计"),
    FindingState.ESCALATED: gettext_lazy("转监督"),
    FindingState.CLEARED: gettext_lazy("改对消除"),
}
"""What each event of a life is called: what was done, not what it became."""


def _entry(event: FindingEvent) -> parts.LogEntry:
    # A supervisor who holds that it stands says why; whoever only looked says nothing.
    stands = event.state == FindingState.SEEN and event.why
    did = gettext("认定发现成立") if stands else str(DID[event.state])
    return parts.LogEntry(
        event.at,
        did,
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
