"""A small city of organs and people, for tests of every room above."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from faheng.kernel.parties import actions
from faheng.kernel.parties.declare import (
    Level,
    NewAppointment,
    NewDivision,
    NewOrgan,
    NewPerson,
    OrganKind,
    Role,
)
from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import Viewer, system, viewer_of

AT = datetime(2026, 5, 14, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = AT.date()
SINCE = date(2024, 1, 1)


@dataclass
class City:
    """Two districts; the first has a bureau with a dispatched street body."""

    organs: dict[str, Organ] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def viewer(self, name: str, on: date = DAY) -> Viewer:
        return viewer_of(self.people[name].pk, on)

    def hire(self, name: str, organ: str, role: Role | None, **more: object) -> Person:
        person = actions.create_person(
            NewPerson(
                name=name,
                organ_id=self.organs[organ].pk,
                officer_no=f"N{len(self.people):04}",
                **more,
            ),
            by=system(),
            at=AT,
        )
        self.people[name] = person
        if role is not None:
            self.appoint(name, role, organ)
        return person

    def appoint(self, name: str, role: Role, organ: str, **more: object) -> None:
        actions.appoint(
            NewAppointment(
                person_id=self.people[name].pk,
                role=role,
                organ_id=self.organs[organ].pk,
                **{"valid_from": SINCE} | more,
            ),
            by=system(),
            at=AT,
        )


def build() -> City:
    """Enter the city."""
    city = City()
    for code, name, level, parent in (
        ("4499", "临湾市", Level.CITY, ""),
        ("449901", "望城区", Level.DISTRICT, "4499"),
        ("449902", "观澜区", Level.DISTRICT, "4499"),
        ("449901001", "东门街道", Level.STREET, "449901"),
    ):
        actions.create_division(
            NewDivision(code=code, name=name, level=level, parent_code=parent),
            by=system(),
        )
    for key, division, level, kind, parent in (
        ("city", "4499", Level.CITY, OrganKind.ORGAN, ""),
        ("bureau", "449901", Level.DISTRICT, OrganKind.ORGAN, ""),
        ("street", "449901001", Level.STREET, OrganKind.DISPATCHED, "bureau"),
        ("sibling", "449901", Level.DISTRICT, OrganKind.ORGAN, ""),
        ("neighbour", "449902", Level.DISTRICT, OrganKind.ORGAN, ""),
    ):
        city.organs[key] = actions.create_organ(
            NewOrgan(
                code=key,
                name=f"{key}局",
                short_name=key,
                mark="望城",
                kind=kind,
                level=level,
                division_code=division,
                parent_code=parent,
                qualified_from=SINCE,
            ),
            by=system(),
        )
    return city
