"""`faheng begin`: the first division, organ and administrator of a real city."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from django.db import transaction
from django.utils import timezone

from faheng.kernel.parties.actions import (
    appoint,
    create_division,
    create_organ,
    create_person,
    open_account,
)
from faheng.kernel.parties.declare import (
    Level,
    NewAppointment,
    NewDivision,
    NewOrgan,
    NewPerson,
    Post,
    Role,
)
from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import system
from faheng.kernel.parties.refusals import Refused

Division = Annotated[str, typer.Option(prompt="Code of the division, as 440300")]
DivisionName = Annotated[str, typer.Option(prompt="Name of the division")]
OrganName = Annotated[str, typer.Option(prompt="Name of the organ that administers")]
Mark = Annotated[str, typer.Option(prompt="Mark in its document numbers")]
Name = Annotated[str, typer.Option(prompt="Name of the first administrator")]
Login = Annotated[str, typer.Option(prompt="Login")]
Password = Annotated[
    str,
    typer.Option(prompt=True, confirmation_prompt=True, hide_input=True),
]


def begin(  # noqa: PLR0913 - one option for each thing that a city must say
    division_code: Division,
    division_name: DivisionName,
    organ_name: OrganName,
    mark: Mark,
    administrator: Name,
    login: Login,
    password: Password,
) -> None:
    """Enter the top division, one organ and its administrator; refused afterwards."""
    if Person.objects.exists():
        typer.echo("People are entered already; the administrator adds others.")
        raise typer.Exit(1)
    now = timezone.now()
    try:
        with transaction.atomic():
            organ = _organ(division_code, division_name, organ_name, mark, now)
            _administrator(organ, administrator, login, password, now)
    except Refused as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(1) from refused
    typer.echo(f"{administrator} ({login}) administers {division_name}.")


def _organ(code: str, name: str, organ_name: str, mark: str, now: datetime) -> Organ:
    create_division(NewDivision(code=code, name=name, level=Level.CITY), by=system())
    what = NewOrgan(
        code=f"{code}-ADMIN",
        name=organ_name,
        short_name=organ_name,
        mark=mark,
        level=Level.CITY,
        division_code=code,
        qualified_from=timezone.localdate(now),
    )
    return create_organ(what, by=system())


def _administrator(
    organ: Organ, name: str, login: str, password: str, now: datetime
) -> None:
    what = NewPerson(name, organ.pk, officer_no="ADMIN-1", post=Post.MANAGE)
    person = create_person(what, by=system(), at=now)
    held = NewAppointment(
        person.pk, Role.ADMINISTRATOR, organ.pk, timezone.localdate(now)
    )
    appoint(held, by=system(), at=now)
    open_account(person.pk, login, password, by=system())
