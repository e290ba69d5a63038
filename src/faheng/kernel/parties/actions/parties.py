"""Find the party a number belongs to, or enter it; earlier names are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction

from faheng.kernel.parties.actions.checks import (
    filled,
    good_citizen_id,
    good_uscc,
)
from faheng.kernel.parties.declare import IdKind, PartyFacts, PartyKind
from faheng.kernel.parties.models import Party, PartyVersion
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import NobodyActs
from faheng.kernel.parties.secrecy import Secret, index_of
from faheng.lib.identifiers import birth_on, normalise

_KEPT = ("name", "legal_representative", "address", "phone")


@transaction.atomic
def find_or_create_party(facts: PartyFacts, *, by: Viewer, at: datetime) -> Party:
    """Give the party of a number, with what is newly known about it.

    The same number is the same party; another name or address becomes a new
    version and the former one stays. A party without any number is always new,
    since two people may bear one name.
    """
    if by.person_id is None and not by.is_system:
        raise NobodyActs
    known = _checked(facts, at)
    party = _find(known)
    if party is None:
        try:
            with transaction.atomic():
                return _enter(known, by=by, at=at)
        except IntegrityError:
            # Somebody entered the same number between our look and our write.
            party = _find(known)
            if party is None:
                raise
    return _renew(party, known, by=by, at=at)


def _checked(facts: PartyFacts, at: datetime) -> PartyFacts:
    filled(当事人名称或姓名=facts.name)
    is_citizen_id = facts.id_kind is IdKind.CITIZEN_ID
    number = (
        good_citizen_id(facts.id_no, at) if is_citizen_id else normalise(facts.id_no)
    )
    is_citizen = facts.kind is PartyKind.CITIZEN
    return replace(
        facts,
        name=facts.name.strip(),
        id_no=number,
        uscc="" if is_citizen else good_uscc(facts.uscc),
        phone=normalise(facts.phone),
        birth_on=birth_on(number) if number and is_citizen_id else facts.birth_on,
    )


def _find(facts: PartyFacts) -> Party | None:
    rows = Party.objects.select_for_update()
    if facts.uscc:
        return rows.filter(uscc=facts.uscc).first()
    if facts.kind is PartyKind.CITIZEN and facts.id_no:
        return rows.filter(
            kind=PartyKind.CITIZEN, id_index=index_of(facts.id_no)
        ).first()
    return None


def _enter(facts: PartyFacts, *, by: Viewer, at: datetime) -> Party:
    party = Party.objects.create(
        kind=facts.kind,
        name=facts.name,
        id_kind=facts.id_kind,
        id_no=Secret(facts.id_no),
        id_index=index_of(facts.id_no),
        uscc=facts.uscc,
        legal_representative=facts.legal_representative,
        address=facts.address,
        phone=Secret(facts.phone),
        birth_on=facts.birth_on,
        recorded_at=at,
    )
    _keep(party, 1, by=by, at=at)
    return party


def _renew(party: Party, facts: PartyFacts, *, by: Viewer, at: datetime) -> Party:
    told = {
        "name": facts.name,
        "legal_representative": facts.legal_representative,
        "address": facts.address,
        "phone": Secret(facts.phone),
    }
    # What was left blank this time is not thereby unknown.
    news = {
        name: value for name, value in told.items() if value != getattr(party, name)
    }
    news = {name: value for name, value in news.items() if value}
    if not news:
        return party
    for name, value in news.items():
        setattr(party, name, value)
    party.save(update_fields=list(news))
    _keep(party, party.versions.count() + 1, by=by, at=at)
    return party


def _keep(party: Party, number: int, *, by: Viewer, at: datetime) -> None:
    PartyVersion.objects.create(
        party=party,
        number=number,
        recorded_at=at,
        recorded_by_id=by.person_id,
        **{name: getattr(party, name) for name in _KEPT},
    )
