"""Whom a case of the demo is about, for what, and who handles it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from faheng.cli.demo import city
from faheng.cli.demo.cases.plans import Lot, Plan
from faheng.cli.demo.cases.staff import may_enforce, officers_of
from faheng.cli.demo.cases.wording import compose, district_of
from faheng.cli.demo.data import table
from faheng.cli.demo.parties import PartyPlan, parties
from faheng.domains.enforcement.kinds import Subject
from faheng.domains.enforcement.powers import items_of
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.parties.declare import PartyKind
from faheng.kernel.parties.models import Organ, Person

YUAN = 100
TWO = 2
HUNDRED = 100 * YUAN
WEIGHING = "weigh"
# From how many yuan up to how many a fine is of its class, for the lower
# amounts of citizens and for organisations; as `parameters` has the thresholds.
BANDS = {
    "spot": ((20, 200), (200, 3_000)),
    "cash": ((20, 100), (50, 100)),
    "plain": ((200, 4_900), (1_000, 98_000)),
    "heard": ((5_200, 9_800), (102_000, 480_000)),
    "review": ((10_200, 48_000), (102_000, 480_000)),
    "panel": ((52_000, 180_000), (510_000, 900_000)),
    "none": ((200, 4_900), (1_000, 98_000)),
}
ROUND = {"spot": 10 * YUAN, "cash": 10 * YUAN}


@dataclass(frozen=True)
class Matter:
    """What one case is about.

    Attributes:
        officers: who handles it, the lead first.
        spare: another officer who could.
        fine: in fen.
        words: what the texts of the case are made of.
    """

    organ: Organ
    item: EnforcementItem
    party: PartyPlan
    officers: tuple[Person, ...]
    spare: Person | None
    fine: int
    words: dict[str, Any]


@dataclass(frozen=True)
class Span:
    """The days of a case.

    Attributes:
        item_on: the day whose wording of the item counts.
    """

    first: date
    last: date
    item_on: date


class NothingFits(LookupError):
    """No organ, item and party of the city fit a plan."""


def matter(plan: Plan, lot: Lot, span: Span, luck: Random) -> Matter:
    """Choose what a case is about.

    Raises:
        NothingFits: the plan asks for what the city does not have.
    """
    organs = _organs(lot.organs)
    luck.shuffle(organs)
    for organ in organs:
        for item, party, fine in _offers(plan, lot, organ, span.item_on, luck):
            officers, spare = _officers(plan, lot, organ, item, span, luck)
            if officers:
                words = compose(organ, item, party, officers, fine, luck)
                return Matter(organ, item, party, officers, spare, fine, words)
    message = f"nothing in the city fits plan {plan.key}"
    raise NothingFits(message)


@cache
def _organs_by_code() -> dict[str, Organ]:
    """The organs as they stand in the database."""
    return {row.code: row for row in Organ.objects.select_related("division")}


def forget() -> None:
    """Drop what was read of organs; another database may have others."""
    _organs_by_code.cache_clear()


def _organs(wanted: Sequence[str]) -> list[Organ]:
    """The organs a lot may go to; those named outright, or all of a department."""
    known = _organs_by_code()
    return [
        known[plan.code]
        for plan in city.organs()
        if not plan.supervises
        and (not wanted or plan.code in wanted or plan.department in wanted)
    ]


def _offers(
    plan: Plan, lot: Lot, organ: Organ, on: date, luck: Random
) -> Iterator[tuple[EnforcementItem, PartyPlan, int]]:
    """Items with a party and a fine that fit a plan, in no order."""
    items = list(items_of(organ, on).order_by("code"))
    wanted = lot.items or plan.items
    luck.shuffle(items)
    for item in items:
        if wanted and item.code not in wanted:
            continue
        if not _takes(plan, item):
            continue
        for kind in _kinds(plan, item, luck):
            fine = _fine(plan, item, kind, luck)
            if fine is not None:
                yield item, _party(kind, item, organ, luck), fine


def _takes(plan: Plan, item: EnforcementItem) -> bool:
    """Whether a plan may use an item."""
    heavy = plan.fine in ROUND and not item.simple_ok
    if heavy or item.requires_prior_correction != plan.prior:
        return False
    # Where the engine counts a fine, the plan's own could not be chosen.
    if item.fines.exists() and any(line.step == WEIGHING for line in plan.lines):
        return False
    return item.kinds.filter(kind=plan.kind).exists()


def _kinds(plan: Plan, item: EnforcementItem, luck: Random) -> list[PartyKind]:
    """The kinds of party that an item is used against."""
    told = table("facts").get(item.code, {}).get("who", [])
    kinds = [PartyKind(kind) for kind in told] or list(_usual(item))
    fitting = [kind for kind in kinds if not plan.party or kind in plan.party]
    luck.shuffle(fitting)
    return fitting


def _usual(item: EnforcementItem) -> tuple[PartyKind, ...]:
    """Whom an item is meant for, where nothing more is told."""
    if item.subject == Subject.CITIZEN:
        return (PartyKind.CITIZEN,)
    if item.subject == Subject.ORGANISATION:
        return (PartyKind.ORGANISATION,)
    return (PartyKind.INDIVIDUAL_BUSINESS, PartyKind.ORGANISATION)


def _fine(
    plan: Plan, item: EnforcementItem, kind: PartyKind, luck: Random
) -> int | None:
    """An amount in the item's range and the plan's band; None where they miss."""
    low, high = BANDS[plan.fine][kind is PartyKind.ORGANISATION]
    least = max(low * YUAN, item.fine_min or 0)
    most = min(high * YUAN, item.fine_max or high * YUAN)
    if least > most:
        return None
    step = ROUND.get(plan.fine, HUNDRED)
    amount = least + int((most - least) * luck.random() ** 2)
    return max(amount // step * step, least)


def _party(
    kind: PartyKind, item: EnforcementItem, organ: Organ, luck: Random
) -> PartyPlan:
    """A party of a kind: of the item's trade, and of the district, if there is one."""
    fitting = [plan for plan in parties() if plan.kind is kind]
    if kind is not PartyKind.CITIZEN:
        trades = table("facts").get(item.code, {}).get("trade", [])
        befitting = [p for p in fitting if any(trade in p.name for trade in trades)]
        fitting = befitting or fitting
    place = district_of(organ)
    near = [plan for plan in fitting if place in plan.address]
    return luck.choice(near or fitting)


def _officers(  # noqa: PLR0913 - the facts of one choice
    plan: Plan,
    lot: Lot,
    organ: Organ,
    item: EnforcementItem,
    span: Span,
    luck: Random,
) -> tuple[tuple[Person, ...], Person | None]:
    """Who handles a case, and who else could; nobody where the organ has not got them."""
    everybody = officers_of(organ.pk)
    able = [p for p in everybody if _able(p, item, span)]
    if lot.lead >= 0:
        able.sort(key=lambda person: person != everybody[lot.lead])
    else:
        luck.shuffle(able)
    if plan.officers == "uncertified":
        lapsed = [p for p in everybody if not may_enforce(p, span.first, item.field)]
        return ((able[0], lapsed[0]) if lapsed and able else ()), None
    if len(able) < TWO:
        return (), None
    count = 1 if plan.officers == "one" else TWO
    return tuple(able[:count]), able[TWO] if len(able) > TWO else None


def _able(person: Person, item: EnforcementItem, span: Span) -> bool:
    """Whether somebody may enforce from the first to the last day of a case."""
    return all(may_enforce(person, on, item.field) for on in (span.first, span.last))
