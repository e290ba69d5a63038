"""The people and the items that every test of enforcement knows.

望海区城市管理局 has officers 陈立衡, 林晓岚 and 何敏, the team lead 何志远, the head
郑宏, the legal reviewer 苏文静, the hearing host 周启明 and the recorder 吴静; 高远
supervises the district; 钱进 is an officer of the neighbour district and must see
nothing; 小赵 is auxiliary staff; 罗成's certificate has expired.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

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
    CertificateField,
    Division,
    Organ,
    OrganField,
    Person,
)
from faheng.kernel.parties.queries import Viewer, viewer_of

CN = ZoneInfo("Asia/Shanghai")
SINCE = date(2024, 1, 1)
RECORDED = datetime(2024, 1, 1, 9, 0, tzinfo=CN)

PEOPLE = {
    "陈立衡": ("bureau", Role.OFFICER),
    "林晓岚": ("bureau", Role.OFFICER),
    "何敏": ("bureau", Role.OFFICER),
    "罗成": ("bureau", Role.OFFICER),
    "何志远": ("bureau", Role.TEAM_LEAD),
    "郑宏": ("bureau", Role.HEAD),
    "苏文静": ("bureau", Role.REVIEWER),
    "周启明": ("bureau", Role.HOST),
    "吴静": ("bureau", Role.RECORDER),
    "高远": ("justice", Role.SUPERVISOR),
    "钱进": ("neighbour", Role.OFFICER),
}


@dataclass
class Cast:
    """Organs, people and items by the names that tests use."""

    organs: dict[str, Organ] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    items: dict[str, EnforcementItem] = field(default_factory=dict)

    def viewer(self, name: str, on: date) -> Viewer:
        """Return what a person sees and may do on a day."""
        return viewer_of(self.people[name].pk, on)


def build() -> Cast:
    """Write the cast into the database."""
    cast = Cast()
    _organs(cast)
    for number, (name, (organ, role)) in enumerate(PEOPLE.items(), start=1):
        _person(cast, number, name, organ, role)
    _auxiliary(cast)
    _item(cast, "占道经营", fine=(20_00, 1_000_00), simple=True, article=14)
    _item(
        cast, "擅自倾倒建筑垃圾", fine=(1_000_00, 100_000_00), simple=False, article=16
    )
    return cast


def _organs(cast: Cast) -> None:
    divisions = {}
    for code, name, level, parent in (
        ("4499", "澜海市", Level.CITY, None),
        ("449901", "望海区", Level.DISTRICT, "4499"),
        ("449902", "云台区", Level.DISTRICT, "4499"),
    ):
        above = divisions.get(parent)
        path = f"{above.path}/{code}" if above else code
        divisions[code] = Division.objects.create(
            code=code, name=name, level=level, parent=above, path=path
        )
    for key, name, mark, division in (
        ("bureau", "望海区城市管理和综合执法局", "望城", "449901"),
        ("justice", "望海区司法局", "望司", "449901"),
        ("neighbour", "云台区城市管理和综合执法局", "云城", "449902"),
    ):
        organ = Organ.objects.create(
            code=key,
            name=name,
            short_name=name,
            mark=mark,
            level=Level.DISTRICT,
            division=divisions[division],
            qualified_from=SINCE,
            announced_on=SINCE,
            remedy_recon_organ=f"{divisions[division].name}人民政府",
            remedy_court=f"{divisions[division].name}人民法院",
            address=f"{divisions[division].name}和平路 1 号",
            phone="0990-12345678",
        )
        OrganField.objects.create(organ=organ, field=Field.CITY)
        cast.organs[key] = organ


def _person(cast: Cast, number: int, name: str, organ: str, role: Role) -> None:
    person = Person.objects.create(
        name=name,
        organ=cast.organs[organ],
        officer_no=f"WH{number:04}",
        legal_qualification_no="A20204499000001" if role is Role.REVIEWER else "",
    )
    Appointment.objects.create(
        person=person,
        role=role,
        organ=person.organ,
        valid_from=SINCE,
        recorded_at=RECORDED,
    )
    until = date(2025, 6, 30) if name == "罗成" else date(2028, 12, 31)
    certificate = Certificate.objects.create(
        person=person, number=f"4499010{number:04}", valid_from=SINCE, valid_until=until
    )
    CertificateField.objects.create(certificate=certificate, field=Field.CITY)
    cast.people[name] = person


def _auxiliary(cast: Cast) -> None:
    cast.people["小赵"] = Person.objects.create(
        name="小赵", organ=cast.organs["bureau"], officer_no="WHF001", is_auxiliary=True
    )


def _item(
    cast: Cast, name: str, *, fine: tuple[int, int], simple: bool, article: int
) -> None:
    item = EnforcementItem.objects.create(
        code=f"4499{len(cast.items):08}",
        name=name,
        field=Field.CITY,
        simple_ok=simple,
        fine_min=fine[0],
        fine_max=fine[1],
        valid_from=SINCE,
        published_on=SINCE,
        recorded_at=RECORDED,
    )
    for role, number in (
        (ProvisionRole.VIOLATION, article),
        (ProvisionRole.PENALTY, article + 20),
    ):
        ItemProvision.objects.create(
            item=item,
            role=role,
            law="城市市容和环境卫生管理条例",
            article=number,
            citation=f"《城市市容和环境卫生管理条例》第{number}条",
        )
    for kind in (PenaltyKind.WARNING, PenaltyKind.FINE):
        ItemKind.objects.create(item=item, kind=kind)
    Power.objects.create(
        code=f"bureau-{item.code}",
        organ=cast.organs["bureau"],
        item=item,
        basis_doc="望海区行政执法事项目录",
        valid_from=SINCE,
        recorded_at=RECORDED,
    )
    cast.items[name] = item
