"""The divisions and organs of the demo city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from faheng.cli.demo.data import table
from faheng.kernel.parties.declare import Field, Level, OrganKind
from faheng.lib.identifiers import make_uscc

URBAN = "urban"
STREET = "street"
ZONE = "zone"
JUSTICE = "justice"
PROVINCE_TOBACCO = "岭海省烟草专卖局"
STATE_ORGAN = "11"
FIRST_STREET = 1


@dataclass(frozen=True)
class DivisionPlan:
    """A division that is to be."""

    code: str
    name: str
    short: str
    level: Level
    parent: str
    path: str


@dataclass(frozen=True)
class OrganPlan:
    """An organ that is to be.

    Attributes:
        department: key of the department, or "street" or "zone".
        parent: code of the organ above, or "".
        decides: code of the organ in whose name it decides, or "".
        fields: the fields it works in.
    """

    code: str
    name: str
    short: str
    mark: str
    department: str
    kind: OrganKind
    level: Level
    division: str
    parent: str
    decides: str
    uscc: str
    recon: str
    court: str
    fields: tuple[Field, ...]

    @property
    def supervises(self) -> bool:
        """Whether it watches over the others instead of handling cases."""
        return self.department == JUSTICE


@cache
def divisions() -> tuple[DivisionPlan, ...]:
    """The city, its districts and its streets, from the top down."""
    city = _city()
    plans = [
        DivisionPlan(
            city["code"], city["name"], city["short"], Level.CITY, "", city["code"]
        )
    ]
    for district in table("city")["district"]:
        plans.extend(_district_divisions(city["code"], district))
    return tuple(plans)


@cache
def organs() -> tuple[OrganPlan, ...]:
    """Every organ, those above before those below."""
    plans = [_department(row, None) for row in table("city")["department"]]
    for district in table("city")["district"]:
        plans.extend(_district_organs(district))
    return tuple(plans)


def organ(code: str) -> OrganPlan:
    """The organ of that code."""
    return next(plan for plan in organs() if plan.code == code)


def holds(plan: OrganPlan, department: str, *, street: bool) -> bool:
    """Whether an organ holds the items of a department.

    A branch holds none of its own: it draws on those of the organ it decides for.
    """
    if plan.department == STREET:
        return street
    if plan.department == ZONE:
        return department not in {"fire", "traffic", "tobacco"}
    return plan.department == department and not plan.decides


def _city() -> dict[str, Any]:
    """The row of the city."""
    row: dict[str, Any] = table("city")["city"]
    return row


def _district_divisions(city: str, district: dict[str, Any]) -> Iterator[DivisionPlan]:
    """One district and its streets."""
    code, path = district["code"], f"{city}/{district['code']}"
    yield DivisionPlan(
        code, district["name"], district["short"], Level.DISTRICT, city, path
    )
    for number, name in enumerate(district["streets"], start=FIRST_STREET):
        street = f"{code}{number:03d}"
        yield DivisionPlan(
            street, name, name[:2], Level.STREET, code, f"{path}/{street}"
        )


def _district_organs(district: dict[str, Any]) -> Iterator[OrganPlan]:
    """The organs of one district, or the bureau of the zone, and the streets."""
    if district.get("zone"):
        yield _zone_bureau(district)
        yield _department(_row(JUSTICE), district)
    else:
        for row in table("city")["department"]:
            if "district" in row["levels"]:
                yield _department(row, district)
    for number, name in enumerate(district["streets"], start=FIRST_STREET):
        yield _street(district, number, name)


def _row(key: str) -> dict[str, Any]:
    """The row of a department."""
    rows: list[dict[str, Any]] = table("city")["department"]
    return next(row for row in rows if row["key"] == key)


def _department(row: dict[str, Any], district: dict[str, Any] | None) -> OrganPlan:
    """A department of the city or of a district."""
    city = _city()
    place = district or city
    branch = bool(district) and row.get("branch", False)
    above = f"{city['code']}-{row['abbr']}" if district else ""
    government = city["name"] if branch else place["name"]
    name = place["name"] + row["name"]
    if branch:
        name = f"{city['name']}{row['name']}{place['short']}分局"
    tobacco = row["key"] == "tobacco"
    return OrganPlan(
        code=f"{place['code']}-{row['abbr']}",
        name=name,
        short=place["short"] + row["short"],
        mark=place["short"] + row["mark"],
        department=row["key"],
        kind=OrganKind.DISPATCHED if branch else OrganKind.ORGAN,
        level=Level.DISTRICT if district else Level.CITY,
        division=place["code"],
        parent=above,
        decides=above if branch else "",
        uscc=_uscc(place["code"], row["abbr"]),
        recon=PROVINCE_TOBACCO if tobacco else f"{government}人民政府",
        court=_court(district),
        fields=(Field(row["field"]),),
    )


def _zone_bureau(district: dict[str, Any]) -> OrganPlan:
    """The one bureau of the cooperation zone."""
    return OrganPlan(
        code=f"{district['code']}-ZH",
        name=f"{district['name']}综合执法局",
        short=f"{district['short']}综合执法局",
        mark=f"{district['short']}城",
        department=ZONE,
        kind=OrganKind.AUTHORISED,
        level=Level.DISTRICT,
        division=district["code"],
        parent="",
        decides="",
        uscc=_uscc(district["code"], "ZH"),
        recon=f"{_city()['name']}人民政府",
        court=_court(None),
        fields=tuple(
            field for field in Field if field not in {Field.FIRE, Field.OTHER}
        ),
    )


def _street(district: dict[str, Any], number: int, name: str) -> OrganPlan:
    """A street office, which decides in its own name."""
    code = f"{district['code']}{number:03d}"
    zone = district.get("zone", False)
    return OrganPlan(
        code=f"{code}-JD",
        name=f"{district['name']}{name}办事处",
        short=f"{district['short']}{name}",
        mark=district["short"] + name.removesuffix("街道"),
        department=STREET,
        kind=OrganKind.ORGAN,
        level=Level.STREET,
        division=code,
        parent="",
        decides="",
        uscc=_uscc(district["code"], f"{number:02d}"),
        recon=f"{_city()['name'] if zone else district['name']}人民政府",
        court=_court(None if zone else district),
        fields=(
            Field.CITY,
            Field.ENVIRONMENT,
            Field.EMERGENCY,
            Field.AGRICULTURE,
            Field.WATER,
        ),
    )


def _court(district: dict[str, Any] | None) -> str:
    """The court that hears suits against an organ of the district or of the city."""
    city = _city()
    if district is None or district.get("zone"):
        return str(city["court"])
    return f"{city['name']}{district['name']}人民法院"


def _uscc(division: str, abbr: str) -> str:
    """A credit code made of the division and two signs of the organ."""
    serial = sum(ord(sign) * 7**place for place, sign in enumerate(abbr, start=1))
    return make_uscc(division, f"{division[-3:]}{serial % 100000:05d}", STATE_ORGAN)
