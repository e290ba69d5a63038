"""Who works in an organ of the demo, and who of them may enforce."""

from __future__ import annotations

from datetime import date
from functools import cache

from faheng.kernel.parties.declare import CertificateStatus, Role
from faheng.kernel.parties.models import Appointment, Certificate, Person
from faheng.kernel.parties.queries import standing


@cache
def holder(organ_id: int, role: Role, place: int = 0) -> Person | None:
    """One of those who hold a role in an organ, in the order of their numbers."""
    held = Appointment.objects.filter(organ=organ_id, role=role)
    found = list(
        Person.objects.filter(pk__in=held.values("person")).order_by("officer_no")
    )
    return found[place % len(found)] if found else None


def forget() -> None:
    """Drop what was read of people; another database may have others."""
    for kept in (holder, officers_of, _certificates):
        kept.cache_clear()


@cache
def officers_of(organ_id: int) -> tuple[Person, ...]:
    """The officers of an organ."""
    held = Appointment.objects.filter(organ=organ_id, role=Role.OFFICER)
    return tuple(
        Person.objects.filter(pk__in=held.values("person")).order_by("officer_no")
    )


def may_enforce(person: Person, on: date, field: str) -> bool:
    """Whether somebody holds a certificate that is good on a day."""
    return any(
        row.valid_from <= on
        and (row.valid_until is None or on <= row.valid_until)
        and standing(row, on) is CertificateStatus.VALID
        and field in ({one.field for one in row.fields.all()} or {field})
        for row in _certificates(person.pk)
    )


@cache
def _certificates(person_id: int) -> tuple[Certificate, ...]:
    """The certificates of a person."""
    held = Certificate.objects.filter(person=person_id)
    return tuple(held.prefetch_related("fields", "changes"))
