"""Writing the demo city into an empty database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from faheng.cli.demo import city
from faheng.cli.demo.items import BEGINNING
from faheng.cli.demo.load_registers import (
    load_items,
    load_parameters,
    load_powers,
    load_thresholds,
)
from faheng.cli.demo.parties import parties
from faheng.cli.demo.people import CertificatePlan, PersonPlan, people
from faheng.kernel.parties.declare import CertificateKind, CertificateStatus
from faheng.kernel.parties.models import (
    Appointment,
    Certificate,
    CertificateChange,
    CertificateField,
    Division,
    Organ,
    OrganField,
    Party,
    PartyVersion,
    Person,
)
from faheng.kernel.parties.secrecy import index_of

PASSWORD = "faheng-demo"  # noqa: S105 - for the demo, which must be asked for
BATCH = 500
RECORDED_AT = datetime.combine(BEGINNING, time(9), ZoneInfo("Asia/Shanghai"))

Progress = Callable[[str, int, int], None]
_Row = TypeVar("_Row", bound=models.Model)


class DemoNotAskedFor(Exception):
    """The demo has logins with a known password: set FAHENG_DEMO=1 to load it."""


def load_city(day: date, progress: Progress | None = None) -> bool:
    """Write the city; a city that is there already is left as it is.

    Args:
        day: the day the demo is about; some certificates have ended before it.
        progress: told the name of the step, how many are done, and how many there are.

    Returns:
        Whether anything was written.

    Raises:
        DemoNotAskedFor: FAHENG_DEMO is not set.
    """
    if not settings.FAHENG_DEMO:
        raise DemoNotAskedFor(DemoNotAskedFor.__doc__)
    if Division.objects.filter(code=city.divisions()[0].code).exists():
        return False
    steps: list[tuple[str, Callable[[], None]]] = [
        ("divisions", _load_divisions),
        ("organs", _load_organs),
        ("people", lambda: _load_people(day)),
        ("certificates", lambda: _load_certificates(day)),
        ("parties", _load_parties),
        ("items", lambda: load_items(RECORDED_AT)),
        ("powers", lambda: load_powers(RECORDED_AT)),
        ("thresholds", lambda: load_thresholds(RECORDED_AT)),
        ("parameters", lambda: load_parameters(RECORDED_AT)),
    ]
    with transaction.atomic():
        for done, (title, step) in enumerate(steps, start=1):
            step()
            if progress:
                progress(title, done, len(steps))
    return True


def _bulk(rows: list[_Row]) -> list[_Row]:
    """Write rows of one table and give them back with their keys."""
    if not rows:
        return rows
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)  # noqa: SLF001 - Django's own name


def _load_divisions() -> None:
    """The city first, then its districts, then their streets."""
    known: dict[str, Division] = {}
    for plan in city.divisions():
        known[plan.code] = Division.objects.create(
            code=plan.code,
            name=plan.name,
            level=plan.level,
            parent=known.get(plan.parent),
            path=plan.path,
        )


def _load_organs() -> None:
    """Every organ with its fields; those above come first."""
    places = {row.code: row for row in Division.objects.all()}
    known: dict[str, Organ] = {}
    for number, plan in enumerate(city.organs(), start=1):
        known[plan.code] = Organ.objects.create(
            code=plan.code,
            name=plan.name,
            short_name=plan.short,
            mark=plan.mark,
            kind=plan.kind,
            level=plan.level,
            division=places[plan.division],
            parent=known.get(plan.parent),
            deciding_organ=known.get(plan.decides),
            uscc=plan.uscc,
            remedy_recon_organ=plan.recon,
            remedy_court=plan.court,
            qualified_from=BEGINNING,
            announced_on=BEGINNING,
            address=f"{places[plan.division].name}政务路{number}号",
            phone=f"0000-{2_000_000 + number:07d}",
        )
    _bulk([
        OrganField(organ=known[plan.code], field=field)
        for plan in city.organs()
        for field in plan.fields
    ])


def _load_people(day: date) -> None:
    """Everybody with their roles; the cast with their accounts."""
    organs = {row.code: row for row in Organ.objects.all()}
    users = get_user_model()
    plans = people(day)
    accounts = {
        plan.login: users.objects.create(
            username=plan.login, password=make_password(PASSWORD)
        )
        for plan in plans
        if plan.login
    }
    rows = _bulk([
        Person(
            name=plan.name,
            user=accounts.get(plan.login),
            organ=organs[plan.organ],
            officer_no=plan.officer_no,
            post=plan.post,
            legal_qualification_no=plan.legal_qualification_no,
        )
        for plan in plans
    ])
    _bulk([
        Appointment(
            person=row,
            role=role,
            organ=row.organ,
            valid_from=BEGINNING,
            recorded_at=RECORDED_AT,
        )
        for plan, row in zip(plans, rows, strict=True)
        for role in plan.roles
    ])


def _load_certificates(day: date) -> None:
    """The certificates, what they cover, and how their standing changed."""
    holders = {row.officer_no: row for row in Person.objects.all()}
    plans = [
        (plan, plan.certificate) for plan in people(day) if plan.certificate is not None
    ]
    rows = _bulk([_certificate(holders, plan, paper) for plan, paper in plans])
    _bulk([
        CertificateField(certificate=row, field=field)
        for (_, paper), row in zip(plans, rows, strict=True)
        for field in paper.fields
    ])
    _bulk([
        change
        for (_, paper), row in zip(plans, rows, strict=True)
        for change in _changes(paper, row)
    ])


def _certificate(
    holders: dict[str, Person], plan: PersonPlan, paper: CertificatePlan
) -> Certificate:
    """One certificate."""
    kind = (
        CertificateKind.SUPERVISION
        if paper.supervision
        else CertificateKind.ENFORCEMENT
    )
    status = (
        CertificateStatus.SUSPENDED if paper.suspended_on else CertificateStatus.VALID
    )
    return Certificate(
        person=holders[plan.officer_no],
        number=paper.number,
        kind=kind,
        valid_from=paper.valid_from,
        valid_until=paper.valid_until,
        status=status,
    )


def _changes(paper: CertificatePlan, row: Certificate) -> list[CertificateChange]:
    """Its issue, and its suspension if there was one."""
    found = [
        CertificateChange(
            certificate=row,
            status=CertificateStatus.VALID,
            from_on=paper.valid_from,
            reason="颁发",
            recorded_at=RECORDED_AT,
        )
    ]
    if paper.suspended_on:
        at = datetime.combine(paper.suspended_on, time(17), RECORDED_AT.tzinfo)
        found.append(
            CertificateChange(
                certificate=row,
                status=CertificateStatus.SUSPENDED,
                from_on=paper.suspended_on,
                reason="年度培训学时未达到要求",
                recorded_at=at,
            )
        )
    return found


def _load_parties() -> None:
    """The parties, each with its first version."""
    rows = _bulk([
        Party(
            kind=plan.kind,
            name=plan.name,
            id_no=plan.id_no,
            id_index=index_of(plan.id_no),
            uscc=plan.uscc,
            legal_representative=plan.legal_representative,
            address=plan.address,
            phone=plan.phone,
            birth_on=plan.birth_on,
            recorded_at=RECORDED_AT,
        )
        for plan in parties()
    ])
    _bulk([
        PartyVersion(
            party=row,
            number=1,
            name=row.name,
            legal_representative=row.legal_representative,
            address=row.address,
            phone=plan.phone,
            recorded_at=RECORDED_AT,
        )
        for plan, row in zip(parties(), rows, strict=True)
    ])
