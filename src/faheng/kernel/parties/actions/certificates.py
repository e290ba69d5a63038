"""Issue certificates and change their standing; each change is a row kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from faheng.kernel.parties.actions.checks import (
    filled,
    in_order,
    must_administer,
    person_of,
)
from faheng.kernel.parties.declare import CertificateStatus, NewCertificate
from faheng.kernel.parties.models import (
    Certificate,
    CertificateChange,
    CertificateField,
)
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import (
    AlreadyOnFile,
    AlreadyRevoked,
    ChangeBackdated,
    NotForAuxiliaries,
    NotForOneself,
    NotOnFile,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of standing: which certificate, from what day, and why."""

    number: str
    from_on: date
    reason: str


@transaction.atomic
def issue_certificate(what: NewCertificate, *, by: Viewer, at: datetime) -> Certificate:
    """Enter a certificate for a person."""
    person = person_of(what.person_id)
    must_administer(by, person.organ.division.path)
    filled(证号=what.number)
    in_order(what.valid_from, what.valid_until)
    if person.is_auxiliary:
        raise NotForAuxiliaries
    if by.person_id == person.pk:
        raise NotForOneself
    if Certificate.objects.filter(number=what.number).exists():
        raise AlreadyOnFile
    certificate = Certificate.objects.create(
        person=person,
        number=what.number,
        kind=what.kind,
        division_id=what.division_id,
        valid_from=what.valid_from,
        valid_until=what.valid_until,
    )
    CertificateField.objects.bulk_create(
        CertificateField(certificate=certificate, field=field) for field in what.fields
    )
    first = Change(what.number, what.valid_from, "颁发")
    _write(certificate, CertificateStatus.VALID, first, by=by, at=at)
    return certificate


def suspend_certificate(what: Change, *, by: Viewer, at: datetime) -> Certificate:
    """Take a certificate away for a time."""
    return change_certificate(what, CertificateStatus.SUSPENDED, by=by, at=at)


def revoke_certificate(what: Change, *, by: Viewer, at: datetime) -> Certificate:
    """Take a certificate away for good."""
    return change_certificate(what, CertificateStatus.REVOKED, by=by, at=at)


def restore_certificate(what: Change, *, by: Viewer, at: datetime) -> Certificate:
    """Give a suspended or lost certificate back."""
    return change_certificate(what, CertificateStatus.VALID, by=by, at=at)


@transaction.atomic
def change_certificate(
    what: Change, status: CertificateStatus, *, by: Viewer, at: datetime
) -> Certificate:
    """Record a new standing of a certificate from a day on."""
    certificate = (
        Certificate.objects
        .select_for_update(of=("self",))
        .select_related("person__organ__division")
        .filter(number=what.number)
        .first()
    )
    if certificate is None:
        raise NotOnFile
    must_administer(by, certificate.person.organ.division.path)
    filled(变更原因=what.reason)
    if certificate.status == CertificateStatus.REVOKED:
        raise AlreadyRevoked
    last = certificate.changes.order_by("from_on", "pk").last()
    if what.from_on < (last.from_on if last else certificate.valid_from):
        raise ChangeBackdated
    _write(certificate, status, what, by=by, at=at)
    return certificate


def _write(
    certificate: Certificate,
    status: CertificateStatus,
    what: Change,
    *,
    by: Viewer,
    at: datetime,
) -> None:
    certificate.status = status.value
    certificate.save(update_fields=["status"])
    CertificateChange.objects.create(
        certificate=certificate,
        status=status,
        from_on=what.from_on,
        reason=what.reason,
        recorded_at=at,
        recorded_by_id=by.person_id,
    )
