"""One notice a person: red findings soon, all others once a day, nothing at night."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from faheng.domains.supervision.registers import parameter
from faheng.domains.supervision.telling.models import FindingsTold
from faheng.kernel.alerts.models import Finding, FindingSeverity, FindingState
from faheng.kernel.cases.models import CaseOfficer, Notice
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.kernel.parties.queries import valid_on

QUIET = frozenset({FindingState.DISMISSED, FindingState.CLEARED})
RECENT = timedelta(days=7)
"""What is older was told, or is no news any more."""
NAMED = 3
"""Cases that a notice names; the others are counted."""


def tell(at: datetime) -> int:
    """Tell everybody what they have not been told yet, one notice each at the most.

    Args:
        at: now; within the quiet hours nobody is told anything.

    Returns:
        How many notices were written.
    """
    local = timezone.localtime(at)
    if _is_quiet(local):
        return 0
    return sum(
        _tell(person_id, mine, local) for person_id, mine in _by_person(local).items()
    )


def _is_quiet(local: datetime) -> bool:
    """Tell whether people are left alone; the hours may run over midnight."""
    begins = parameter("quiet_from_hour", local.date())
    ends = parameter("quiet_until_hour", local.date())
    if begins <= ends:
        return begins <= local.hour < ends
    return local.hour >= begins or local.hour < ends


@transaction.atomic
def _tell(person_id: int, mine: list[Finding], local: datetime) -> int:
    told, _ = FindingsTold.objects.select_for_update().get_or_create(
        person_id=person_id
    )
    red = [
        one
        for one in mine
        if one.severity == FindingSeverity.RED and one.pk > max(told.red, told.all)
    ]
    due = told.digest_on != local.date() and local.hour >= parameter(
        "digest_hour", local.date()
    )
    others = [one for one in mine if one.pk > told.all and not _was_told(one, told)]
    others = others if due else []
    new = {one.pk: one for one in (*red, *others)}
    told.red = max([told.red, *(one.pk for one in red)])
    if others:
        told.all, told.digest_on = max(one.pk for one in others), local.date()
    told.save()
    if not new:
        return 0
    Notice.objects.create(
        person_id=person_id,
        case_id=_gravest(new.values()).case_id or 0,
        text=_sentence(list(new.values())),
        created_at=local,
    )
    return 1


def _was_told(one: Finding, told: FindingsTold) -> bool:
    """Tell whether a red finding was told on its own before."""
    return one.severity == FindingSeverity.RED and one.pk <= told.red


def _by_person(local: datetime) -> dict[int, list[Finding]]:
    """Give each person the open findings of which they are to be told."""
    rows = Finding.objects.filter(
        raised_at__gte=local - RECENT, cleared_at__isnull=True
    )
    rows = rows.exclude(case=None).exclude(state__in=QUIET)
    found = list(rows.select_related("case").order_by("pk"))
    officers = _officers({one.case_id for one in found if one.case_id})
    leads = _leads({one.organ_id for one in found}, local)
    mine: dict[int, list[Finding]] = {}
    for one in found:
        people = set(officers.get(one.case_id or 0, ()))
        if one.severity == FindingSeverity.RED or not people:
            people |= set(leads.get(one.organ_id, ()))
        for person_id in people:
            mine.setdefault(person_id, []).append(one)
    return mine


def _officers(case_ids: set[int]) -> dict[int, list[int]]:
    rows = CaseOfficer.objects.filter(case__in=case_ids, until_on__isnull=True)
    found: dict[int, list[int]] = {}
    for case_id, person_id in rows.values_list("case", "person"):
        found.setdefault(case_id, []).append(person_id)
    return found


def _leads(organ_ids: set[int], local: datetime) -> dict[int, list[int]]:
    rows = Appointment.objects.filter(
        valid_on(local.date()), organ__in=organ_ids, role=Role.TEAM_LEAD
    )
    found: dict[int, list[int]] = {}
    for organ_id, person_id in rows.values_list("organ", "person"):
        found.setdefault(organ_id, []).append(person_id)
    return found


def _gravest(findings: Iterable[Finding]) -> Finding:
    order = [str(one) for one in FindingSeverity]
    return min(findings, key=lambda one: (order.index(one.severity), one.pk))


def _sentence(findings: list[Finding]) -> str:
    red = sum(one.severity == FindingSeverity.RED for one in findings)
    grave = f"（严重 {red} 条）" if red else ""
    names = list(dict.fromkeys(str(one.case) for one in findings))
    more = f"等 {len(names)} 件" if len(names) > NAMED else ""
    listed = "、".join(names[:NAMED])
    return f"新的监督发现 {len(findings)} 条{grave}：{listed}{more}"[:300]
