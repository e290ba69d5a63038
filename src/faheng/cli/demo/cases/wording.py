"""What the texts of a demo case are made of."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from faheng.cli.demo import city
from faheng.cli.demo.data import table
from faheng.cli.demo.parties import PartyPlan
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.parties.models import Organ, Person

YUAN = 100


def compose(  # noqa: PLR0913 - the facts of one case
    organ: Organ,
    item: EnforcementItem,
    party: PartyPlan,
    officers: Sequence[Person],
    fine: int,
    luck: Random,
) -> dict[str, Any]:
    """What the texts of a case are made of, the facts of its item among them."""
    facts = table("facts").get(item.code, {})
    pool = table("facts")["general"]
    speaker = party.legal_representative or party.name
    words: dict[str, Any] = {
        "organ": organ.name,
        "court": organ.remedy_court,
        "item": item.name,
        "party": party.name,
        "speaker": speaker,
        "address": party.address,
        "phone": party.phone,
        "lead": officers[0].name,
        "second": officers[-1].name,
        "fine": f"{fine // YUAN:,}",
        "a": luck.randint(2, 9),
        "b": luck.randint(11, 60),
        "c": luck.randint(105, 880),
        "d": luck.randint(2, 28),
    }
    words["place"] = _place(organ, luck, facts.get("place", pool["place"]))
    words["found"] = luck.choice(facts.get("found", pool["found"])).format(**words)
    words["extent"] = luck.choice(facts.get("extent", pool["extent"])).format(**words)
    words["excuse"] = luck.choice(facts.get("excuse", pool["excuse"])).format(**words)
    words["mended"] = luck.choice(facts.get("mended", pool["mended"])).format(**words)
    return words


def _place(organ: Organ, luck: Random, spots: Sequence[str]) -> str:
    """A place in the organ's division."""
    code = organ.division.code
    streets = [plan for plan in city.divisions() if plan.code.startswith(code)]
    street = luck.choice(
        [plan for plan in streets if len(plan.code) > len(code)] or streets
    )
    road = luck.choice(table("names")["place"]["roads"])
    district = next(p.name for p in city.divisions() if p.code == street.code[:6])
    return f"{district}{street.name}{road}{luck.randint(1, 268)}号{luck.choice(spots)}"


def district_of(organ: Organ) -> str:
    """The name of the district an organ stands in; the city's for its own."""
    code = organ.division.code[:6]
    return next(plan.name for plan in city.divisions() if plan.code == code)
