"""Bringing the open findings in line with what the rules answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from faheng.kernel.alerts.models import Finding, FindingEvent, FindingState
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ
from faheng.kernel.questions import asking
from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.asking import Hit
from faheng.kernel.questions.binding import AT_THE_DOOR, Focus
from faheng.kernel.questions.declare import QUESTIONS, Severity
from faheng.kernel.questions.derived import told
from faheng.kernel.record.actions import Times, append

Heard = Callable[[Finding], bool]

LONGEST = 1 << 53
"""Whole numbers of JSON are exact below it."""


def _all(finding: Finding) -> bool:
    return True


def settle(case: Case, asked: Asked, found: set[Hit], heard: Heard = _all) -> None:
    """Raise what is new in a case and clear what is gone.

    Args:
        case: whose row the caller has locked.
        asked: when it was asked.
        found: everything that is so now.
        heard: tells of an open finding whether its rule was asked at all.
    """
    open_now = Finding.objects.filter(case=case, cleared_at__isnull=True).only(
        "case", "code", "row"
    )
    known = {(one.code, one.row): one for one in open_now}
    now = {(hit.code, hit.row): hit for hit in found}
    gone = [one for key, one in known.items() if key not in now and heard(one)]
    new = [hit for key, hit in now.items() if key not in known]
    if not new and not gone:
        return
    raised = Finding.objects.bulk_create(
        findings(new, {case.pk: case}, asked, AT_THE_DOOR)
    )
    note_events(raised, FindingState.RAISED, asked.at)
    clear(gone, asked.at)
    record(f"{case.chain}/findings", raised, gone, asked.at)


def findings(
    hits: Iterable[Hit], cases: Mapping[int, Case], asked: Asked, focus: Focus
) -> list[Finding]:
    """Make findings, unsaved, of answers that are new, each with its facts."""
    hits = sorted(hits)
    facts = _facts(hits, asked, focus)
    organs = _organs(hit.organ_id for hit in hits if _is_of_another(hit, cases))
    return [
        _finding(hit, cases.get(hit.case_id), organs, facts.get(hit, {}), asked.at)
        for hit in hits
        if hit.case_id in cases or (not hit.case_id and hit.organ_id in organs)
    ]


def clear(gone: list[Finding], at: datetime) -> None:
    """Clear findings that are no longer so."""
    if gone:
        rows = Finding.objects.filter(pk__in=[finding.pk for finding in gone])
        rows.update(state=FindingState.CLEARED, cleared_at=at)
        note_events(gone, FindingState.CLEARED, at)


def note_events(of: Iterable[Finding], state: str, at: datetime) -> None:
    """Keep what the engine did to findings."""
    FindingEvent.objects.bulk_create(
        FindingEvent(finding=finding, state=state, at=at) for finding in of
    )


def record(
    chain: str, raised: Iterable[Finding], gone: Iterable[Finding], at: datetime
) -> None:
    """Put on the record what was raised and cleared, by its code and row."""
    public = {
        "raised": [[one.case_id, one.code, _row(one)] for one in raised],
        "cleared": [[one.case_id, one.code, _row(one)] for one in gone],
    }
    append(chain, "alerts.watched", public, {}, Times(at, at))


def _is_of_another(hit: Hit, cases: Mapping[int, Case]) -> bool:
    """Tell whether an answer names an organ beside the one that handles its case."""
    case = cases.get(hit.case_id)
    return case is None or hit.organ_id != case.organ_id


def _row(of: Finding) -> int | str:
    """Give a key as the record can hold it: those of fed rows are too long for JSON."""
    return of.row if abs(of.row) < LONGEST else str(of.row)


def _organs(keys: Iterable[int]) -> dict[int, Organ]:
    wanted = set(keys) - {0}
    if not wanted:
        return {}
    return Organ.objects.select_related("division").in_bulk(wanted)


def _finding(
    hit: Hit,
    case: Case | None,
    organs: Mapping[int, Organ],
    facts: dict[str, Any],
    at: datetime,
) -> Finding:
    rule = told(hit.code)
    organ = organs.get(hit.organ_id)
    owner = (organ.pk, organ.division.path) if organ else _home(case)
    return Finding(
        code=hit.code,
        case=case,
        organ_id=owner[0],
        division_path=owner[1],
        row=hit.row,
        severity=(rule.severity if rule else Severity.YELLOW).key,
        facts=facts,
        raised_at=at,
    )


def _home(case: Case | None) -> tuple[int, str]:
    """Return the organ that handles a case, and where it stands."""
    if case is None:
        message = "a finding is about a case or about an organ"
        raise ValueError(message)
    return case.organ_id, case.division_path


def _facts(hits: list[Hit], asked: Asked, focus: Focus) -> dict[Hit, dict[str, Any]]:
    """Ask again, with facts, the questions that answered; a family while it may have."""
    known: dict[Hit, dict[str, Any]] = {}
    for key in {hit.code: None for hit in hits if hit.code in QUESTIONS}:
        known |= asking.facts(key, asked, focus)
    families = [question.key for question in QUESTIONS if question.family]
    derived = {hit for hit in hits if hit.code not in QUESTIONS}
    for key in families:
        if derived - known.keys():
            known |= asking.facts(key, asked, focus)
    return known
