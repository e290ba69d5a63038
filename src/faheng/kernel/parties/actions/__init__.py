"""Every write to organs, people, appointments, certificates and parties."""

from __future__ import annotations

from faheng.kernel.parties.actions.accounts import close_account, open_account
from faheng.kernel.parties.actions.certificates import (
    change_certificate,
    issue_certificate,
    restore_certificate,
    revoke_certificate,
    suspend_certificate,
)
from faheng.kernel.parties.actions.organs import (
    appoint,
    create_division,
    create_organ,
    create_person,
    end_appointment,
    leave,
)
from faheng.kernel.parties.actions.parties import find_or_create_party
from faheng.kernel.parties.actions.training import record_training

__all__ = [
    "appoint",
    "change_certificate",
    "close_account",
    "create_division",
    "create_organ",
    "create_person",
    "end_appointment",
    "find_or_create_party",
    "issue_certificate",
    "leave",
    "open_account",
    "record_training",
    "restore_certificate",
    "revoke_certificate",
    "suspend_certificate",
]
