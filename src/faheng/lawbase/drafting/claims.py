"""What a source says of dates and of what is in force, before it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from faheng.lawbase.models import ClaimKind, DateBasis
from faheng.lawbase.status.declare import Basis
from faheng.lawbase.status.facts import Facts

BASES = {
    Basis.INDEX: DateBasis.INDEX,
    Basis.TEXT: DateBasis.TEXT,
    Basis.DECISION: DateBasis.DECISION,
    Basis.CLAIM: DateBasis.CLAIM,
    Basis.ASSUMED: DateBasis.ASSUMED,
}


@dataclass(frozen=True, slots=True)
class Said:
    """A claim before it is kept."""

    title: str
    what: ClaimKind
    basis: DateBasis
    on: date | None
    about_on: date | None = None
    value: str = ""
    said: str = ""


def claims_of(title: str, facts: Facts) -> Iterable[Said]:
    """What a text claims about its own statute and about others."""
    if facts.adopted_on:
        yield Said(
            title,
            ClaimKind.ADOPTED,
            BASES[facts.adopted_basis],
            facts.adopted_on,
            facts.adopted_on,
            "",
            facts.adopted_said,
        )
    for event in facts.events:
        yield Said(
            title, ClaimKind.ADOPTED, DateBasis.TEXT, event.on, event.on, "", event.said
        )
    for one in facts.beginnings:
        yield Said(
            one.title or title,
            ClaimKind.EFFECTIVE,
            BASES[one.basis],
            one.on,
            one.about_on,
            "",
            one.said,
        )
    for repeal in facts.repeals:
        yield Said(
            repeal.title,
            ClaimKind.REPEALED,
            DateBasis.TEXT,
            repeal.on,
            facts.adopted_on,
            title,
            repeal.said,
        )
