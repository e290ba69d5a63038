"""What one person may see and do on one day, and who may enforce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from faheng.kernel.parties.declare import (
    UNDER_ANOTHER,
    CertificateKind,
    CertificateStatus,
    Field,
    Reach,
    Role,
    within,
)
from faheng.kernel.parties.models import Appointment, Certificate, Organ, Person

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

_IN_THE_NAME_OF = frozenset({Role.HEAD, Role.REVIEWER, Role.HOST})
"""Roles that an organ lends to the bodies which act in its name."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """One person on one day: the roles held and how far they reach.

    Attributes:
        roles: each role with the organ it is held in, or acts for.
        organ_ids: organs whose cases are seen.
        division_paths: divisions whose organs' cases are all seen.
        administered_paths: divisions whose organs and people are kept up.
    """

    person_id: int | None = None
    name: str = ""
    organ_id: int | None = None
    roles: frozenset[tuple[Role, int]] = frozenset()
    organ_ids: frozenset[int] = frozenset()
    division_paths: frozenset[str] = frozenset()
    administered_paths: frozenset[str] = frozenset()
    is_system: bool = False

    def sees(self, organ_id: int, division_path: str) -> bool:
        """Tell whether the cases of an organ in a division are seen."""
        return organ_id in self.organ_ids or any(
            within(division_path, path) for path in self.division_paths
        )

    def has(self, role: Role, organ_id: int) -> bool:
        """Tell whether the role is held in the organ, or for it."""
        return (role, organ_id) in self.roles

    def holds(self, role: Role) -> bool:
        """Tell whether the role is held anywhere."""
        return any(held is role for held, _ in self.roles)

    def supervises(self, division_path: str) -> bool:
        """Tell whether organs of a division are watched over."""
        return any(within(division_path, path) for path in self.division_paths)

    def administers(self, division_path: str) -> bool:
        """Tell whether organs and people of a division are kept up."""
        return self.is_system or any(
            within(division_path, path) for path in self.administered_paths
        )


NOBODY = Viewer()
"""Whoever is not logged in, has no appointment or has left: sees nothing."""


def system() -> Viewer:
    """Give the viewer under which commands and nightly work act."""
    return Viewer(name=Role.SYSTEM.title, is_system=True)


def viewer(user: AbstractBaseUser | AnonymousUser | None, on: date) -> Viewer:
    """Build the viewer of an account on a day."""
    if user is None or user.pk is None or not user.is_active:
        return NOBODY
    person = Person.objects.filter(user_id=user.pk).first()
    if person is None or (person.left_on is not None and person.left_on < on):
        return NOBODY
    return _viewer_of(person, on)


def viewer_of(person_id: int, on: date) -> Viewer:
    """Build the viewer of a person who may have no account."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None or (person.left_on is not None and person.left_on < on):
        return NOBODY
    return _viewer_of(person, on)


def valid_on(day: date) -> Q:
    """Give the condition that a row with ``valid_from`` holds on a day."""
    ends = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    return Q(valid_from__lte=day) & ends


def scope(viewer: Viewer, organ: str = "organ") -> Q:
    """Give the condition that a row's organ is seen.

    Args:
        viewer: who asks.
        organ: path of the organ's foreign key; empty when rows are organs.
    """
    to = f"{organ}__" if organ else ""
    found = Q(**{f"{to}pk__in": sorted(viewer.organ_ids)})
    for path in sorted(viewer.division_paths):
        found |= _inside(f"{to}division__path", path)
    return found


def administered(viewer: Viewer, organ: str = "organ") -> Q:
    """Give the condition that a row's organ is kept up by the viewer."""
    to = f"{organ}__" if organ else ""
    if viewer.is_system:
        return Q()
    found = Q(**{f"{to}pk__in": []})
    for path in sorted(viewer.administered_paths):
        found |= _inside(f"{to}division__path", path)
    return found


def organ_names(organ_ids: frozenset[int]) -> dict[int, str]:
    """Give the names of organs, by key, in the order of their codes."""
    rows = Organ.objects.filter(pk__in=organ_ids).order_by("code")
    return dict(rows.values_list("pk", "name"))


def certified(person_id: int, day: date, field: Field | str) -> str | None:
    """Say why a person may not enforce in a field on a day; None when they may."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return "所选执法人员不存在，请重新选择。"
    return uncertified([person], day, field)[0]


def uncertified(
    people: Sequence[Person], day: date, field: Field | str
) -> list[str | None]:
    """Say of each person why they may not enforce in a field on a day."""
    certificates: dict[int, list[Certificate]] = {}
    rows = Certificate.objects.filter(
        person__in=people, kind=CertificateKind.ENFORCEMENT
    )
    for certificate in rows.prefetch_related("fields", "changes"):
        certificates.setdefault(certificate.person_id, []).append(certificate)
    return [
        _unfit(person, certificates.get(person.pk, []), day, str(field))
        for person in people
    ]


def _unfit(
    person: Person, certificates: list[Certificate], day: date, field: str
) -> str | None:
    if person.is_auxiliary:
        return f"{person.name}是辅助人员，不能作为执法人员（行政处罚法第42条）。"
    if person.left_on is not None and person.left_on < day:
        return f"{person.name}已于{person.left_on}离岗，请更换执法人员。"
    problems = [
        _certificate_problem(certificate, day, field) for certificate in certificates
    ]
    if None in problems:
        return None
    why = problems[-1] if problems else "没有行政执法证"
    return f"{person.name}在{day}{why}，请更换执法人员（行政处罚法第42条）。"


def standing(certificate: Certificate, day: date) -> CertificateStatus:
    """Tell how a certificate stood on a day, expiry left aside."""
    status = CertificateStatus.VALID
    for change in certificate.changes.all():
        if change.from_on <= day:
            status = CertificateStatus(change.status)
    return status


def _certificate_problem(certificate: Certificate, day: date, field: str) -> str | None:
    if day < certificate.valid_from:
        return f"所持{certificate.number}号执法证尚未生效"
    if certificate.valid_until is not None and certificate.valid_until < day:
        return f"所持{certificate.number}号执法证已过期"
    status = standing(certificate, day)
    if status is not CertificateStatus.VALID:
        return f"所持{certificate.number}号执法证处于{status.title}状态"
    fields = {row.field for row in certificate.fields.all()}
    if fields and field not in fields:
        return f"所持{certificate.number}号执法证不含该执法领域"
    return None


def _viewer_of(person: Person, on: date) -> Viewer:
    held = [
        (Role(row.role), row.organ)
        for row in Appointment.objects
        .filter(valid_on(on), person=person)
        .select_related("organ__division")
        .order_by("pk")
    ]
    below = _acting_under({o.pk for r, o in held if r.sees is Reach.ORGAN})
    roles = {(role, organ.pk) for role, organ in held}
    organ_ids = {organ.pk for role, organ in held if role.sees is Reach.ORGAN}
    for role, organ in held:
        if role in _IN_THE_NAME_OF:
            roles |= {(role, child) for child in below.get(organ.pk, ())}
    for children in below.values():
        organ_ids |= children
    return Viewer(
        person_id=person.pk,
        name=person.name,
        organ_id=person.organ_id,
        roles=frozenset(roles),
        organ_ids=frozenset(organ_ids),
        division_paths=_paths(held, Role.SUPERVISOR),
        administered_paths=_paths(held, Role.ADMINISTRATOR),
    )


def _paths(held: list[tuple[Role, Organ]], role: Role) -> frozenset[str]:
    return frozenset(organ.division.path for has, organ in held if has is role)


def _acting_under(organ_ids: set[int]) -> dict[int, set[int]]:
    """Find, for each organ, the bodies that act in its name, however deep."""
    found: dict[int, set[int]] = {organ_id: set() for organ_id in organ_ids}
    above = {organ_id: {organ_id} for organ_id in organ_ids}
    while above:
        rows = Organ.objects.filter(
            parent_id__in=above, kind__in=sorted(UNDER_ANOTHER)
        ).values_list("pk", "parent_id")
        deeper: dict[int, set[int]] = {}
        for pk, parent_id in rows:
            new = {top for top in above[parent_id or 0] if pk not in found[top]}
            for top in new:
                found[top].add(pk)
            if new:
                deeper[pk] = new
        above = deeper
    return found


def _inside(path: str, above: str) -> Q:
    return Q(**{path: above}) | Q(**{f"{path}__startswith": f"{above}/"})
