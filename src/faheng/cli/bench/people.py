"""The few people, organs and items that every measurement needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User

from faheng.domains.enforcement.kinds import PenaltyKind, ProvisionRole
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    ItemKind,
    ItemProvision,
    Power,
)
from faheng.kernel.parties.declare import Field, Level, Role
from faheng.kernel.parties.models import (
    Appointment,
    Certificate,
    Division,
    Organ,
    Person,
)
from faheng.kernel.parties.queries import Viewer, viewer_of

SINCE = date(2024, 1, 1)
START = datetime(2026, 3, 11, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
ROLES = (Role.OFFICER, Role.OFFICER, Role.RECORDER, Role.HEAD, Role.SUPERVISOR)


@dataclass(frozen=True)
class People:
    """One organ and who works there, as a process needs them.

    Attributes:
        organ: the organ's key.
        item: the enforcement item that is punished.
        staff: keys of two officers, a recorder, a head and a supervisor.
    """

    organ: int
    item: int
    staff: tuple[int, ...]

    def viewer(self, place: int) -> Viewer:
        """Return what one of the staff sees."""
        return viewer_of(self.staff[place], START.date())


def settle(mark: str = "甲") -> People:
    """Enter one organ with its staff; a second mark makes a second organ."""
    number = Organ.objects.count() + 1
    division, _ = Division.objects.get_or_create(
        code=f"44{number:04}",
        defaults={
            "name": f"{mark}区",
            "level": Level.DISTRICT,
            "path": f"44{number:04}",
        },
    )
    organ = Organ.objects.create(
        code=f"bench-{number}",
        name=f"{mark}区综合执法局",
        short_name=f"{mark}区执法局",
        mark=f"{mark}{number}城",
        level=Level.DISTRICT,
        division=division,
        qualified_from=SINCE,
        remedy_recon_organ=f"{mark}区人民政府",
        remedy_court=f"{mark}区人民法院",
    )
    staff = tuple(
        _hire(organ, place, role).pk for place, role in enumerate(ROLES, start=1)
    )
    return People(organ.pk, _item(organ).pk, staff)


def _hire(organ: Organ, place: int, role: Role) -> Person:
    name = f"{organ.code}-{place}"
    person = Person.objects.create(
        name=f"执法员{place}",
        organ=organ,
        officer_no=name,
        user=User.objects.create(username=name),
    )
    Appointment.objects.create(
        person=person, role=role, organ=organ, valid_from=SINCE, recorded_at=START
    )
    Certificate.objects.create(person=person, number=name, valid_from=SINCE)
    return person


def _item(organ: Organ) -> EnforcementItem:
    item = EnforcementItem.objects.create(
        code=f"bench-{organ.pk}",
        name="占道经营",
        field=Field.CITY,
        simple_ok=True,
        fine_min=20_00,
        fine_max=1_000_00,
        valid_from=SINCE,
        recorded_at=START,
    )
    for role in (ProvisionRole.VIOLATION, ProvisionRole.PENALTY):
        ItemProvision.objects.create(
            item=item,
            role=role,
            law="城市市容和环境卫生管理条例",
            article=14,
            citation="《城市市容和环境卫生管理条例》第十四条",
        )
    ItemKind.objects.create(item=item, kind=PenaltyKind.FINE)
    Power.objects.create(
        code=f"bench-{organ.pk}",
        organ=organ,
        item=item,
        basis_doc="目录",
        valid_from=SINCE,
        recorded_at=START,
    )
    return item
