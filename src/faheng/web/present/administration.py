"""What an administrator looks at: the tree of organs, second factors, sessions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Count
from django.utils.translation import gettext_lazy

from faheng.kernel.pages.names import titled
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment, Person
from faheng.kernel.parties.queries import Viewer, administered, valid_on
from faheng.kernel.parties.rosters import OrganLine

MUST = (Role.ADMINISTRATOR, Role.SUPERVISOR)
"""Roles that must have a second factor outside the demo."""
FACTORS = {
    "totp": gettext_lazy("动态口令"),
    "webauthn": gettext_lazy("安全密钥"),
    "recovery_codes": gettext_lazy("恢复码"),
}


@dataclass(frozen=True)
class Branch:
    """An organ in the tree, with how deep it stands and who works there."""

    line: OrganLine
    depth: int
    people: int


@dataclass(frozen=True)
class Device:
    """A session: where somebody is logged in."""

    pk: int
    ip: str
    agent: str
    since: datetime
    seen: datetime


@dataclass(frozen=True)
class Unprotected:
    """Somebody who must have a second factor, and has none."""

    pk: int
    name: str
    role: str
    organ: str


def tree(organs: Sequence[OrganLine]) -> tuple[Branch, ...]:
    """Set each organ below the one it belongs to."""
    counted = dict(
        Person.objects
        .filter(organ__in=[one.pk for one in organs], left_on__isnull=True)
        .values_list("organ_id")
        .annotate(n=Count("pk"))
        .order_by()
    )
    below: dict[int | None, list[OrganLine]] = {}
    known = {one.pk for one in organs}
    for one in organs:
        above = one.parent_id if one.parent_id in known else None
        below.setdefault(above, []).append(one)
    return tuple(_branches(None, 0, below, counted))


def _branches(
    above: int | None,
    depth: int,
    below: dict[int | None, list[OrganLine]],
    counted: dict[int, int],
) -> Iterable[Branch]:
    for one in below.get(above, ()):
        yield Branch(one, depth, counted.get(one.pk, 0))
        yield from _branches(one.pk, depth + 1, below, counted)


def unprotected(viewer: Viewer, on: date) -> tuple[tuple[Unprotected, ...], int]:
    """Give who must have a second factor and has none, and how many must."""
    rows = (
        Appointment.objects
        .filter(valid_on(on), administered(viewer), role__in=MUST)
        .filter(person__user__is_active=True)
        .select_related("person", "organ")
        .order_by("organ__code", "person__officer_no")
    )
    held = list(rows)
    has = set(
        Authenticator.objects
        .filter(user__in=[row.person.user_id for row in held])
        .exclude(type="recovery_codes")
        .values_list("user_id", flat=True)
    )
    lacking = tuple(
        Unprotected(
            row.person_id, row.person.name, titled(Role(row.role)), row.organ.short_name
        )
        for row in held
        if row.person.user_id not in has
    )
    return lacking, len(held)


def factors(user_id: int | None) -> tuple[str, ...]:
    """Name the second factors that an account has."""
    if user_id is None:
        return ()
    kinds = Authenticator.objects.filter(user=user_id).values_list("type", flat=True)
    return tuple(FACTORS.get(kind, kind) for kind in kinds)


def devices(user_id: int | None) -> tuple[Device, ...]:
    """Give where an account is logged in, the latest first."""
    if user_id is None:
        return ()
    rows = UserSession.objects.filter(user=user_id).order_by("-last_seen_at")
    return tuple(
        Device(row.pk, row.ip, row.user_agent, row.created_at, row.last_seen_at)
        for row in rows
        if row.exists()
    )
