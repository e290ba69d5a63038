"""Rules that could not be asked: noted, and told to those who run the platform."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import Error, transaction
from django.utils import timezone

from faheng.kernel.alerts.models import RuleFailure
from faheng.kernel.cases.models import Case, Notice
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.kernel.parties.queries import valid_on

log = logging.getLogger(__name__)

QUIET = timedelta(days=1)
"""Nobody is told of the same rule again within this time."""


def note(key: str, case: Case | None, at: datetime, failure: Exception) -> None:
    """Note a failure in its own savepoint; it must cost nothing else.

    Args:
        key: of the question; empty where all were asked together.
        case: about which it was asked.
        at: when.
        failure: what went wrong.
    """
    text = f"{type(failure).__name__}: {failure}"[:2000]
    try:
        with transaction.atomic():
            lately = RuleFailure.objects.filter(question=key, at__gt=at - QUIET)
            known = lately.exists()
            RuleFailure.objects.create(question=key, case=case, at=at, error=text)
            if case is not None and not known:
                _tell(key, case, at)
    except Error:
        log.exception("the failure of a rule could not be noted")


def note_once(key: str, case: Case, at: datetime, what: str) -> None:
    """Note a standing failure once a day, not with every act."""
    lately = RuleFailure.objects.filter(question=key, at__gt=at - QUIET)
    if not lately.exists():
        note(key, case, at, RuntimeError(what))


def _tell(key: str, case: Case, at: datetime) -> None:
    """Tell the administrators once; the officer's act stands and needs no help."""
    held = Appointment.objects.filter(
        valid_on(timezone.localdate(at)), role=Role.ADMINISTRATOR
    )
    people = held.values_list("person", flat=True).distinct()
    what = f"监督规则 {key}" if key else "监督规则"
    Notice.objects.bulk_create(
        Notice(
            person_id=person,
            case=case,
            text=f"{what}运行失败，行为已照常保存，请检查规则故障记录",
            created_at=at,
        )
        for person in people
    )
