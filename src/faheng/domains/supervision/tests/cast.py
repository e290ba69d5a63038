"""The people that the tests of supervision know.

望海区司法局 supervises 望海区: 高远 is its supervisor, 何佳 keeps its desk. 望海区城市管理局
is supervised: 郑宏 heads it, 何志远 leads its team, 陈立衡 is an officer; it handles one
case. 云台区城市管理局 lies elsewhere: its head 魏东 must see nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from faheng.domains.supervision.intake.actions import Told, receive
from faheng.kernel.cases.models import Case
from faheng.kernel.cases.tests.scenario import CN
from faheng.kernel.parties.declare import Level, Role
from faheng.kernel.parties.models import Appointment, Division, Organ, Person
from faheng.kernel.parties.queries import Viewer, viewer_of

SINCE = date(2024, 1, 1)
RECORDED = datetime(2024, 1, 1, 9, 0, tzinfo=CN)
PEOPLE = {
    "高远": ("justice", Role.SUPERVISOR),
    "何佳": ("justice", Role.RECORDER),
    "郑宏": ("bureau", Role.HEAD),
    "何志远": ("bureau", Role.TEAM_LEAD),
    "陈立衡": ("bureau", Role.OFFICER),
    "魏东": ("neighbour", Role.HEAD),
}


@dataclass
class Cast:
    """Organs, people and things by the names that tests use."""

    organs: dict[str, Organ] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    items: dict[str, Any] = field(default_factory=dict)

    def viewer(self, name: str, on: date) -> Viewer:
        """Return what a person sees and may do on a day."""
        return viewer_of(self.people[name].pk, on)


def build() -> Cast:
    """Write the cast into the database."""
    cast = Cast()
    _organs(cast)
    for number, (name, (organ, role)) in enumerate(PEOPLE.items(), start=1):
        person = Person.objects.create(
            name=name, organ=cast.organs[organ], officer_no=f"JD{number:04}"
        )
        Appointment.objects.create(
            person=person,
            role=role,
            organ=person.organ,
            valid_from=SINCE,
            recorded_at=RECORDED,
        )
        cast.people[name] = person
    cast.items["案件"] = case_of(cast.organs["bureau"], "望城立〔2026〕1号")
    cast.items["邻区案件"] = case_of(cast.organs["neighbour"], "云城立〔2026〕1号")
    told = Told("执法时没有出示证件", name="孙举报", contact="13800138000")
    told = Told(**{**vars(told), "organ_id": cast.organs["bureau"].pk})
    at = datetime(2026, 3, 2, 9, 0, tzinfo=CN)
    cast.items["来件"], cast.items["查询码"] = receive(told, at)
    return cast


def case_of(organ: Organ, number: str) -> Case:
    """Write a case of an organ that supervision may point at."""
    return Case.objects.create(
        number=number,
        title=number,
        procedure="supervision.enforcement_supervision",
        organ=organ,
        division_path=organ.division.path,
        stage="opened",
        opened_on=date(2026, 2, 10),
    )


def _organs(cast: Cast) -> None:
    city = Division.objects.create(
        code="4499", name="澜海市", level=Level.CITY, path="4499"
    )
    for code, name in (("449901", "望海区"), ("449902", "云台区")):
        Division.objects.create(
            code=code,
            name=name,
            level=Level.DISTRICT,
            parent=city,
            path=f"4499/{code}",
        )
    for key, name, mark, code in (
        ("justice", "望海区司法局", "望司", "449901"),
        ("bureau", "望海区城市管理和综合执法局", "望城", "449901"),
        ("neighbour", "云台区城市管理和综合执法局", "云城", "449902"),
    ):
        cast.organs[key] = Organ.objects.create(
            code=key,
            name=name,
            short_name=name,
            mark=mark,
            level=Level.DISTRICT,
            division=Division.objects.get(code=code),
            qualified_from=SINCE,
            announced_on=SINCE,
        )
