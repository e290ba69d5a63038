"""A finding's life after it was raised: seen, explained, disputed, escalated.

It is corrected by correcting the data: then it clears by itself. Each act says who,
when and why, and stands on the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from faheng.kernel.alerts.models import Finding, FindingEvent, FindingState
from faheng.kernel.cases.errors import NotYours, Problem, StepRefused, Unseen
from faheng.kernel.cases.models import Case, CaseOfficer
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.record.actions import Times, append

ANSWERING = frozenset({Role.TEAM_LEAD, Role.HEAD})
"""Roles that answer for any finding of their organ; officers, for their cases."""
LIVE = frozenset({
    FindingState.RAISED,
    FindingState.SEEN,
    FindingState.EXPLAINED,
    FindingState.ESCALATED,
})
LONGEST = 2000


@dataclass(frozen=True)
class Said:
    """Who does something to a finding, when and why."""

    viewer: Viewer
    at: datetime
    why: str = ""


@transaction.atomic
def see(finding_id: int, said: Said) -> Finding:
    """Note that somebody who answers for it has looked at a new finding."""
    finding = _locked(finding_id, said.viewer)
    if finding.state == FindingState.RAISED and answers_for(said.viewer, finding):
        _become(finding, FindingState.SEEN, said)
    return finding


@transaction.atomic
def explain(finding_id: int, said: Said) -> Finding:
    """Say how it came about; it stays until the data is right."""
    finding = _answered_for(finding_id, said)
    _at(finding, LIVE, "说明")
    finding.explanation = said.why
    _become(finding, FindingState.EXPLAINED, said)
    return finding


@transaction.atomic
def dispute(finding_id: int, said: Said) -> Finding:
    """Hold that it is not so; the supervisor decides."""
    finding = _answered_for(finding_id, said)
    _at(finding, LIVE, "提出异议")
    _become(finding, FindingState.DISPUTED, said)
    return finding


@transaction.atomic
def settle(finding_id: int, said: Said, *, is_false: bool) -> Finding:
    """Decide a dispute: the finding is false, or it stands."""
    finding = _supervised(finding_id, said)
    _at(finding, {FindingState.DISPUTED}, "处理异议")
    became = FindingState.DISMISSED if is_false else FindingState.SEEN
    _become(finding, became, said)
    return finding


@transaction.atomic
def escalate(finding_id: int, said: Said) -> Finding:
    """Take it up by an instrument of supervision."""
    finding = _supervised(finding_id, said)
    _at(finding, LIVE, "转为监督")
    _become(finding, FindingState.ESCALATED, said)
    return finding


def answers_for(viewer: Viewer, finding: Finding) -> bool:
    """Tell whether a viewer answers for a finding on the organ's side."""
    return _answers(viewer, finding.organ_id, finding.case_id)


def answers_in(viewer: Viewer, case: Case) -> bool:
    """Tell whether a viewer answers for what is found in a case."""
    return _answers(viewer, case.organ_id, case.pk)


def _answers(viewer: Viewer, organ_id: int, case_id: int | None) -> bool:
    if any(viewer.has(role, organ_id) for role in ANSWERING):
        return True
    if case_id is None or not viewer.has(Role.OFFICER, organ_id):
        return False
    rows = CaseOfficer.objects.filter(case=case_id, until_on__isnull=True)
    handling = set(rows.values_list("person", flat=True))
    return not handling or viewer.person_id in handling


def _locked(finding_id: int, viewer: Viewer) -> Finding:
    rows = Finding.objects.select_for_update(of=("self",))
    found = rows.filter(pk=finding_id).first()
    if found is None or not viewer.sees(found.organ_id, found.division_path):
        raise Unseen
    return found


def _answered_for(finding_id: int, said: Said) -> Finding:
    finding = _locked(finding_id, said.viewer)
    if not answers_for(said.viewer, finding):
        raise NotYours("监督发现由办案人员和本机关负责人说明。")
    _with_reason(said)
    return finding


def _supervised(finding_id: int, said: Said) -> Finding:
    finding = _locked(finding_id, said.viewer)
    if not said.viewer.supervises(finding.division_path):
        raise NotYours("这一步由执法监督人员办理。")
    _with_reason(said)
    return finding


def _with_reason(said: Said) -> None:
    if not said.why.strip():
        raise StepRefused([Problem("没有写明理由", field="why", key="missing")])
    if len(said.why) > LONGEST:
        raise StepRefused([Problem(f"理由至多 {LONGEST} 字", field="why")])


def _at(finding: Finding, states: Iterable[str], what: str) -> None:
    if finding.cleared_at is not None or finding.state not in states:
        now = FindingState(finding.state).label
        raise StepRefused([Problem(f"现在是“{now}”，不能{what}", key="order")])


def _become(finding: Finding, state: FindingState, said: Said) -> None:
    finding.state = state
    finding.save(update_fields=["state", "explanation"])
    FindingEvent.objects.create(
        finding=finding,
        state=state,
        at=said.at,
        by_id=said.viewer.person_id,
        why=said.why,
    )
    public = {"state": str(state), "by": said.viewer.person_id, "code": finding.code}
    chain, kind = f"finding/{finding.pk}", f"alerts.finding.{state}"
    append(chain, kind, public, {"why": said.why}, Times(said.at, said.at))
