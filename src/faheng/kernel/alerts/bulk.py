"""Raising and clearing what was found outside, of the whole city at once.

Whoever asked read a copy of the data. A case in which somebody has acted since was
asked about again at the door: what the copy says of it is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.alerts.settling import clear, note_events, record
from faheng.kernel.alerts.sweeping import CHAIN
from faheng.kernel.cases.models import Act, Case
from faheng.kernel.parties.models import Organ
from faheng.kernel.questions.declare import Severity
from faheng.kernel.questions.derived import told


@dataclass(frozen=True)
class Found:
    """What a rule found outside the door.

    Attributes:
        case_id: of the case; 0 where it is about none of ours.
        organ_id: of the organ that it is a matter of; 0 for the one that handles the
            case.
        record: key of the record that another system reported; 0 for none.
        facts: to be shown.
    """

    code: str
    case_id: int
    row: int
    organ_id: int = 0
    record: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> tuple[int, int, int, str, int]:
        """Say what makes it the same finding as another."""
        organ = 0 if self.case_id else self.organ_id
        return self.case_id, organ, self.record, self.code, self.row


@transaction.atomic
def raise_found(found: Collection[Found], mark: int, at: datetime) -> int:
    """Raise findings that are new; returns how many were.

    Args:
        found: what was found.
        mark: the last act that whoever asked had seen.
        at: when it was asked.
    """
    cases = _locked({one.case_id for one in found} - {0}, mark)
    wanted = {one.organ_id for one in found} - {0}
    organs = Organ.objects.select_related("division").in_bulk(wanted)
    known = _known(cases, organs)
    new: dict[Any, Finding] = {}
    for one in found:
        placed = cases.get(one.case_id) or (
            not one.case_id and organs.get(one.organ_id)
        )
        if placed and one.key not in known:
            owner = organs.get(one.organ_id, placed)
            new[one.key] = _finding(one, cases.get(one.case_id), owner, at)
    raised = Finding.objects.bulk_create(new.values(), batch_size=1000)
    if raised:
        note_events(raised, FindingState.RAISED, at)
        record(CHAIN, raised, (), at)
    return len(raised)


@transaction.atomic
def clear_gone(keys: Collection[int], mark: int, at: datetime) -> int:
    """Clear findings that are no longer so; returns how many were.

    Args:
        keys: of the findings.
        mark: the last act that whoever asked had seen.
        at: when it was asked.
    """
    rows = Finding.objects.filter(pk__in=keys, cleared_at__isnull=True)
    about = set(rows.values_list("case", flat=True)) - {None}
    cases = _locked(about, mark)
    gone = [one for one in rows if one.case_id is None or one.case_id in cases]
    clear(gone, at)
    if gone:
        record(CHAIN, (), gone, at)
    return len(gone)


def _locked(keys: Collection[int], mark: int) -> dict[int, Case]:
    """Lock cases, and leave out those in which somebody has acted since."""
    rows = Case.objects.select_for_update(of=("self",)).order_by("pk")
    cases = {case.pk: case for case in rows.filter(pk__in=keys)}
    later = Act.objects.filter(case__in=keys, pk__gt=mark)
    for case in set(later.values_list("case", flat=True)):
        cases.pop(case, None)
    return cases


def _known(cases: Mapping[int, Case], organs: Mapping[int, Organ]) -> set[Any]:
    about = Q(case__in=cases) | Q(case__isnull=True, organ__in=organs)
    rows = Finding.objects.filter(about, cleared_at__isnull=True)
    return {
        (case or 0, 0 if case else organ, of, code, row)
        for case, organ, of, code, row in rows.values_list(
            "case", "organ", "record", "code", "row"
        )
    }


def _finding(
    one: Found, case: Case | None, owner: Case | Organ, at: datetime
) -> Finding:
    rule = told(one.code)
    if isinstance(owner, Case):
        organ_id, path = owner.organ_id, owner.division_path
    else:
        organ_id, path = owner.pk, owner.division.path
    return Finding(
        code=one.code,
        case=case,
        organ_id=organ_id,
        record=one.record,
        division_path=path,
        row=one.row,
        severity=(rule.severity if rule else Severity.YELLOW).key,
        facts=dict(one.facts),
        raised_at=at,
    )
