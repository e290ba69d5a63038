"""Enter divisions, organs and people; give and end roles."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from faheng.kernel.parties.actions.checks import (
    filled,
    good_citizen_id,
    good_uscc,
    in_order,
    must_administer,
    organ_of,
    person_of,
)
from faheng.kernel.parties.declare import (
    NewAppointment,
    NewDivision,
    NewOrgan,
    NewPerson,
    OrganKind,
    Role,
)
from faheng.kernel.parties.models import (
    Appointment,
    Division,
    Organ,
    OrganField,
    Person,
)
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import (
    AlreadyEnded,
    AlreadyHeld,
    AlreadyOnFile,
    EndBeforeStart,
    LegalQualificationMissing,
    NotForAuxiliaries,
    NotForOneself,
    NotOnFile,
    NumberWrong,
    SystemIsNobody,
)
from faheng.kernel.parties.secrecy import index_of

_CODE_SIZES = frozenset({2, 4, 6, 9, 12})


@transaction.atomic
def create_division(what: NewDivision, *, by: Viewer) -> Division:
    """Enter a division below another."""
    filled(区划代码=what.code, 名称=what.name)
    if not what.code.isdigit() or len(what.code) not in _CODE_SIZES:
        detail = f"区划代码{what.code}应为2、4、6、9或12位数字。"
        raise NumberWrong(detail)
    parent = _division(what.parent_code) if what.parent_code else None
    path = f"{parent.path}/{what.code}" if parent else what.code
    must_administer(by, path)
    if Division.objects.filter(code=what.code).exists():
        raise AlreadyOnFile
    return Division.objects.create(
        code=what.code, name=what.name, level=what.level, parent=parent, path=path
    )


@transaction.atomic
def create_organ(what: NewOrgan, *, by: Viewer) -> Organ:
    """Enter an organ in a division, with its fields."""
    division = _division(what.division_code)
    must_administer(by, division.path)
    filled(主体代码=what.code, 主体名称=what.name, 机关代字=what.mark)
    in_order(what.qualified_from, what.qualified_until)
    uscc = _organ_uscc(what)
    if Organ.objects.filter(Q(code=what.code) | Q(uscc=uscc, uscc__gt="")).exists():
        raise AlreadyOnFile
    plain = asdict(what)
    for name in ("division_code", "parent_code", "deciding_organ_code", "fields"):
        del plain[name]
    organ = Organ.objects.create(
        **plain
        | {
            "uscc": uscc,
            "division": division,
            "parent": _organ(what.parent_code),
            "deciding_organ": _organ(what.deciding_organ_code),
        }
    )
    OrganField.objects.bulk_create(
        OrganField(organ=organ, field=field) for field in what.fields
    )
    return organ


@transaction.atomic
def create_person(what: NewPerson, *, by: Viewer, at: datetime) -> Person:
    """Enter a person who works in an organ."""
    organ = organ_of(what.organ_id)
    must_administer(by, organ.division.path)
    filled(姓名=what.name, 人员编号=what.officer_no)
    number = good_citizen_id(what.id_no, at)
    index = index_of(number)
    if Person.objects.filter(
        Q(officer_no=what.officer_no) | Q(id_index=index, id_index__gt="")
    ).exists():
        raise AlreadyOnFile
    return Person.objects.create(**asdict(what) | {"id_no": number, "id_index": index})


@transaction.atomic
def leave(person_id: int, left_on: date, *, by: Viewer, at: datetime) -> Person:
    """Record a person's last day; open roles end with it."""
    person = person_of(person_id)
    must_administer(by, person.organ.division.path)
    person.left_on = left_on
    person.save(update_fields=["left_on"])
    for row in person.appointments.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=left_on),
        valid_from__lte=left_on,
    ):
        end_appointment(row.pk, left_on, "离岗", by=by, at=at)
    return person


@transaction.atomic
def appoint(what: NewAppointment, *, by: Viewer, at: datetime) -> Appointment:
    """Give a person a role in an organ."""
    organ, person = organ_of(what.organ_id), person_of(what.person_id)
    must_administer(by, organ.division.path)
    in_order(what.valid_from, what.valid_until)
    _may_hold(person, what.role, by)
    held = Appointment.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=what.valid_from),
        person=person,
        organ=organ,
        role=what.role,
    )
    if what.valid_until is not None:
        held = held.filter(valid_from__lte=what.valid_until)
    if held.exists():
        raise AlreadyHeld
    return Appointment.objects.create(
        person=person,
        organ=organ,
        role=what.role,
        valid_from=what.valid_from,
        valid_until=what.valid_until,
        recorded_at=at,
        recorded_by_id=by.person_id,
    )


@transaction.atomic
def end_appointment(
    appointment_id: int, last_on: date, reason: str, *, by: Viewer, at: datetime
) -> Appointment:
    """End a role with a day, and keep who ended it and why."""
    appointment = (
        Appointment.objects.select_for_update().filter(pk=appointment_id).first()
    )
    if appointment is None:
        raise NotOnFile
    must_administer(by, organ_of(appointment.organ_id).division.path)
    filled(终止原因=reason)
    if last_on < appointment.valid_from:
        raise EndBeforeStart
    if appointment.valid_until is not None and last_on > appointment.valid_until:
        raise AlreadyEnded
    appointment.valid_until = last_on
    appointment.ended_at = at
    appointment.ended_by_id = by.person_id
    appointment.end_reason = reason
    appointment.save(
        update_fields=["valid_until", "ended_at", "ended_by", "end_reason"]
    )
    return appointment


def _may_hold(person: Person, role: Role, by: Viewer) -> None:
    if role is Role.SYSTEM:
        raise SystemIsNobody
    if by.person_id == person.pk:
        raise NotForOneself
    if person.is_auxiliary and role is not Role.RECORDER:
        raise NotForAuxiliaries
    if role is Role.REVIEWER and not person.legal_qualification_no:
        raise LegalQualificationMissing


def _division(code: str) -> Division:
    division = Division.objects.filter(code=code).first()
    if division is None:
        detail = f"区划代码{code}不存在，请先登记区划。"
        raise NotOnFile(detail)
    return division


def _organ(code: str) -> Organ | None:
    if not code:
        return None
    organ = Organ.objects.filter(code=code).first()
    if organ is None:
        detail = f"主体代码{code}不存在，请先登记该机关。"
        raise NotOnFile(detail)
    return organ


def _organ_uscc(what: NewOrgan) -> str:
    uscc = good_uscc(what.uscc)
    if uscc and what.kind is OrganKind.ORGAN and not uscc.startswith("11"):
        detail = "行政机关的统一社会信用代码应以11开头，请核对。"
        raise NumberWrong(detail)
    return uscc
