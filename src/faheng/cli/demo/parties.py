"""The people and businesses that the demo city's cases are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from faheng.cli.demo.city import DivisionPlan, divisions
from faheng.cli.demo.data import chance, table
from faheng.kernel.parties.declare import Level, PartyKind
from faheng.lib.identifiers import make_citizen_id, make_uscc

CITIZENS = 90
INDIVIDUALS = 50
ORGANISATIONS = 60
FIRST_BIRTH = date(1955, 1, 1)
BIRTH_SPAN_DAYS = 18_000
UNUSED_SEGMENT = "160"
"""A beginning of mobile numbers that has the right form and is given to nobody."""
INDIVIDUAL_CODE = "92"
COMPANY_CODE = "91"
STREET_PREFIX = 6


@dataclass(frozen=True)
class PartyPlan:
    """A party that is to be."""

    kind: PartyKind
    name: str
    id_no: str
    uscc: str
    legal_representative: str
    address: str
    phone: str
    birth_on: date | None


@cache
def parties() -> tuple[PartyPlan, ...]:
    """Citizens, then individual businesses, then organisations."""
    luck = chance("parties")
    found: dict[str, PartyPlan] = {}
    makers = (
        (CITIZENS, _citizen),
        (CITIZENS + INDIVIDUALS, _individual),
        (CITIZENS + INDIVIDUALS + ORGANISATIONS, _organisation),
    )
    for upto, make in makers:
        while len(found) < upto:
            plan = make(luck, len(found) + 1)
            found.setdefault(plan.name, plan)
    return tuple(found.values())


def _citizen(luck: Random, number: int) -> PartyPlan:
    """A citizen with a number that passes its check."""
    street = _street(luck)
    born = FIRST_BIRTH + timedelta(days=luck.randrange(BIRTH_SPAN_DAYS))
    return PartyPlan(
        kind=PartyKind.CITIZEN,
        name=_name(luck),
        id_no=make_citizen_id(street.code[:STREET_PREFIX], born, number),
        uscc="",
        legal_representative="",
        address=_address(luck, street),
        phone=_phone(number),
        birth_on=born,
    )


def _individual(luck: Random, number: int) -> PartyPlan:
    """An individual business with its operator."""
    street = _street(luck)
    trade = luck.choice(table("names")["business"]["trades"])
    word = luck.choice(table("names")["business"]["words"])
    return PartyPlan(
        kind=PartyKind.INDIVIDUAL_BUSINESS,
        name=f"{_place(street)}{word}{trade}",
        id_no="",
        uscc=_code(street, number, INDIVIDUAL_CODE),
        legal_representative=_name(luck),
        address=_address(luck, street),
        phone=_phone(number),
        birth_on=None,
    )


def _organisation(luck: Random, number: int) -> PartyPlan:
    """A firm."""
    street = _street(luck)
    pool = table("names")["business"]
    name = luck.choice(pool["words"]) + luck.choice(pool["lines"])
    return PartyPlan(
        kind=PartyKind.ORGANISATION,
        name=f"{divisions()[0].name}{name}{luck.choice(pool['forms'])}",
        id_no="",
        uscc=_code(street, number, COMPANY_CODE),
        legal_representative=_name(luck),
        address=_address(luck, street),
        phone=_phone(number),
        birth_on=None,
    )


def _street(luck: Random) -> DivisionPlan:
    """Any street."""
    return luck.choice([plan for plan in divisions() if plan.level is Level.STREET])


def _place(street: DivisionPlan) -> str:
    """The name of the district a street lies in."""
    return next(plan.name for plan in divisions() if plan.code == street.parent)


def _address(luck: Random, street: DivisionPlan) -> str:
    """A house in a street."""
    road = luck.choice(table("names")["place"]["roads"])
    return f"{divisions()[0].name}{_place(street)}{street.name}{road}{luck.randrange(1, 300)}号"


def _name(luck: Random) -> str:
    """A person's name."""
    pool = table("names")["person"]
    return str(luck.choice(pool["surnames"])) + str(luck.choice(pool["given"]))


def _phone(number: int) -> str:
    """A mobile number that nobody has."""
    return f"{UNUSED_SEGMENT}{number * 7919 % 100_000_000:08d}"


def _code(street: DivisionPlan, number: int, entity: str) -> str:
    """A credit code."""
    return make_uscc(street.code[:STREET_PREFIX], f"MA{number:06d}", entity)
