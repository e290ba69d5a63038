"""People with accounts, an item they may punish, and cases they carry: for pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from faheng.domains.enforcement.kinds import PenaltyKind, ProvisionRole
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    ItemKind,
    ItemProvision,
    Parameter,
    Power,
)
from faheng.kernel.cases.actions import Moment, open_case, take
from faheng.kernel.cases.models import Act, Case, Course
from faheng.kernel.parties import actions
from faheng.kernel.parties.declare import NewCertificate, Role
from faheng.kernel.parties.queries import Viewer, system, viewer_of
from faheng.kernel.parties.tests.cast import City, build
from faheng.lib.identifiers import make_uscc

SINCE = date(2024, 1, 1)
SPOT = "enforcement.on_the_spot_penalty"
PEOPLE = (
    ("陈立衡", "bureau", Role.OFFICER),
    ("林晓岚", "bureau", Role.OFFICER),
    ("周同", "bureau", Role.OFFICER),
    ("郑宏", "bureau", Role.HEAD),
    ("苏文静", "bureau", Role.REVIEWER),
    ("何佳", "bureau", Role.RECORDER),
    ("杜衡", "bureau", Role.SUPERVISOR),
    ("邻人", "neighbour", Role.OFFICER),
    ("管理", "bureau", Role.ADMINISTRATOR),
)


@dataclass
class Cast:
    """Everybody, the item, and the moment from which cases are told."""

    city: City
    item: EnforcementItem
    now: datetime
    users: dict[str, Any] = field(default_factory=dict)

    def viewer(self, name: str) -> Viewer:
        return viewer_of(self.city.people[name].pk, timezone.localdate(self.now))

    def begin(self, at: datetime | None = None, **more: Any) -> Case:
        """Open a penalty on the spot."""
        at = at or self.now - timedelta(hours=3)
        act = open_case(
            self.viewer("陈立衡"),
            SPOT,
            "begin",
            self.city.organs["bureau"].pk,
            {**self.opening(), **more},
            Moment(self.now, at),
        )
        return act.case

    def opening(self) -> dict[str, Any]:
        """What the opening step asks for."""
        return {
            "item": self.item.pk,
            "act_at": (self.now - timedelta(hours=4)).isoformat(),
            "place": "东门街道滨河东路 12 号门前",
            "facts": "当事人在店外占用人行道摆放货架两组，经现场测量占地 6 平方米。",
            "certificates_shown": True,
            "rights_told": True,
            "case_officer": [
                {"person": self.city.people["陈立衡"].pk, "is_lead": True},
                {"person": self.city.people["林晓岚"].pk},
            ],
            "case_party": [self.party()],
        }

    def party(self) -> dict[str, Any]:
        return {
            "kind": "organisation",
            "name": "望城老周建材有限公司",
            "uscc": make_uscc("449901", "MA5FXK61"),
            "legal_representative": "周建国",
            "address": "望城区滨河东路 12 号",
            "phone": "13900000000",
        }

    def take(self, case: Case, step: str, name: str = "陈立衡", **values: Any) -> Act:
        course = Course.objects.get(case=case, track="")
        return take(self.viewer(name), course.pk, step, values, Moment(self.now))

    def decided(self, at: datetime | None = None) -> Case:
        """A case with its decision made and not yet handed over."""
        case = self.begin(at)
        self.take(case, "hear", reply="none")
        self.take(case, "decide", kind="fine", fine="800", order="立即清理货架")
        return case

    def delivered(self, at: datetime | None = None) -> Case:
        """A case with its decision handed over."""
        case = self.decided(at)
        today = timezone.localdate(self.now).isoformat()
        service = {"method": "direct", "acted_on": today, "receiver": "周建国"}
        self.take(case, "deliver", receipt="signed", service=service)
        return case


def gather(now: datetime | None = None) -> Cast:
    """Enter the cast."""
    now = now or timezone.now()
    city = build()
    users = {}
    for name, organ, role in PEOPLE:
        number = "A20244499" if role is Role.REVIEWER else ""
        person = city.hire(name, organ, role, legal_qualification_no=number)
        user = get_user_model().objects.create_user(f"u{person.pk}", password="demo")
        person.user = user
        person.save()
        users[name] = user
        if role is Role.OFFICER:
            _certify(person)
    organ = city.organs["bureau"]
    organ.remedy_recon_organ = "望城区人民政府"
    organ.save()
    return Cast(city, _item(city, now), now, users)


def _certify(person: Any) -> None:
    actions.issue_certificate(
        NewCertificate(
            person_id=person.pk, number=f"44{person.pk:06}", valid_from=SINCE
        ),
        by=system(),
        at=timezone.now(),
    )


def _item(city: City, now: datetime) -> EnforcementItem:
    item = EnforcementItem.objects.create(
        code="330217E44000",
        name="对擅自占用城市道路堆放物料的行政处罚",
        field="city_management",
        simple_ok=True,
        fine_min=100_00,
        fine_max=3_000_00,
        valid_from=SINCE,
        recorded_at=now,
        summary="未经批准，在城市道路两侧和公共场地堆放物料。",
    )
    for role, article in ((ProvisionRole.VIOLATION, 14), (ProvisionRole.PENALTY, 36)):
        ItemProvision.objects.create(
            item=item,
            role=role,
            law="城市市容和环境卫生管理条例",
            article=article,
            citation=f"《城市市容和环境卫生管理条例》第{article}条",
        )
    for kind in (PenaltyKind.WARNING, PenaltyKind.FINE):
        ItemKind.objects.create(item=item, kind=kind)
    Power.objects.create(
        code="power-1",
        organ=city.organs["bureau"],
        item=item,
        basis_doc="三定方案",
        valid_from=SINCE,
        recorded_at=now,
    )
    Parameter.objects.create(
        code="filing_days",
        name="filing_days",
        value=7,
        unit="working_days",
        valid_from=SINCE,
        recorded_at=now,
    )
    return item
