"""What an administrator looks at: organs, their people, roles and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from faheng.kernel.parties.declare import (
    CertificateKind,
    CertificateStatus,
    Post,
    Role,
)
from faheng.kernel.parties.models import Appointment, Certificate, Organ, Person
from faheng.kernel.parties.queries import Viewer, administered, standing

PAGE = 50


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """A role held, with who gave it and who ended it."""

    pk: int
    role: Role
    organ: str
    valid_from: date
    valid_until: date | None
    recorded_by: str
    end_reason: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change of a certificate's standing."""

    status: CertificateStatus
    from_on: date
    reason: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate as it stands on the day asked, with all its changes."""

    number: str
    kind: CertificateKind
    fields: tuple[str, ...]
    valid_from: date
    valid_until: date | None
    status: CertificateStatus
    is_expired: bool
    changes: tuple[ChangeLine, ...]
    region: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list."""

    pk: int
    name: str
    officer_no: str
    organ_id: int
    organ: str
    post: Post
    is_auxiliary: bool
    left_on: date | None
    username: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person with every role and certificate ever held."""

    person: PersonLine
    appointments: tuple[AppointmentLine, ...]
    certificates: tuple[CertificateLine, ...]


@dataclass(frozen=True, slots=True)
class OrganLine:
    """An organ in a list."""

    pk: int
    code: str
    name: str
    division: str
    division_path: str
    parent_id: int | None


def organs(viewer: Viewer) -> tuple[OrganLine, ...]:
    """Give the organs that a viewer keeps up, the higher before the lower."""
    rows = Organ.objects.filter(administered(viewer, "")).select_related("division")
    return tuple(
        OrganLine(
            row.pk,
            row.code,
            row.name,
            row.division.name,
            row.division.path,
            row.parent_id,
        )
        for row in rows.order_by("division__path", "code")
    )


def people(
    viewer: Viewer, *, search: str = "", after: str = "", limit: int = PAGE
) -> tuple[PersonLine, ...]:
    """Give the people that a viewer keeps up, by officer number.

    Args:
        viewer: who asks.
        search: words in the name, the number or the organ.
        after: officer number that the last page ended with.
        limit: how many at most.
    """
    rows = Person.objects.filter(administered(viewer), officer_no__gt=after)
    for word in search.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(officer_no__icontains=word)
            | Q(organ__name__icontains=word)
        )
    page = rows.select_related("organ", "user").order_by("officer_no")[:limit]
    return tuple(_person(row) for row in page)


def person_card(person_id: int, on: date, viewer: Viewer) -> PersonCard | None:
    """Give a person's roles and certificates; None out of the viewer's reach."""
    row = (
        Person.objects
        .filter(administered(viewer), pk=person_id)
        .select_related("organ", "user")
        .first()
    )
    if row is None:
        return None
    roles = row.appointments.select_related("organ", "recorded_by")
    cards = row.certificates.select_related("division").prefetch_related(
        "fields", "changes__recorded_by"
    )
    return PersonCard(
        _person(row),
        tuple(_appointment(one) for one in roles.order_by("-valid_from", "-pk")),
        tuple(_certificate(one, on) for one in cards.order_by("-valid_from")),
    )


def _person(row: Person) -> PersonLine:
    return PersonLine(
        pk=row.pk,
        name=row.name,
        officer_no=row.officer_no,
        organ_id=row.organ_id,
        organ=row.organ.name,
        post=Post(row.post),
        is_auxiliary=row.is_auxiliary,
        left_on=row.left_on,
        username=row.user.get_username() if row.user else "",
        is_open=bool(row.user and row.user.is_active),
    )


def _appointment(row: Appointment) -> AppointmentLine:
    return AppointmentLine(
        pk=row.pk,
        role=Role(row.role),
        organ=row.organ.name,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        recorded_by=_name(row.recorded_by),
        end_reason=row.end_reason,
    )


def _certificate(row: Certificate, on: date) -> CertificateLine:
    changes = tuple(
        ChangeLine(
            CertificateStatus(change.status),
            change.from_on,
            change.reason,
            change.recorded_at,
            _name(change.recorded_by),
        )
        for change in row.changes.all()
    )
    return CertificateLine(
        number=row.number,
        kind=CertificateKind(row.kind),
        fields=tuple(str(field) for field in row.fields.all()),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        status=standing(row, on),
        is_expired=row.valid_until is not None and row.valid_until < on,
        changes=changes,
        region=row.division.name if row.division else "",
    )


def _name(person: Person | None) -> str:
    return person.name if person else Role.SYSTEM.title
