"""What would change the result: the same case again, with one fact changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from faheng.domains.enforcement.discretion.proposal.benchmarks import versions
from faheng.domains.enforcement.discretion.proposal.declare import Outcome, Proposal
from faheng.domains.enforcement.discretion.proposal.facts import LEGAL_FACTS
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.reading import Given, Unanswerable

ASSUMED = ["what_if"]
"""The evidence of a fact that is only supposed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact changed, and what the proposal would then be.

    Attributes:
        fact: code of the fact.
        title: the fact in words.
        value: what it is supposed to be.
        fine_fen: the fine it would come to.
        less_fen: how much less than now; negative where it would be more.
    """

    fact: str
    title: str
    value: Any
    outcome: Outcome
    fine_fen: int
    less_fen: int


def what_if(asked: Mapping[str, Any], proposal: Proposal) -> list[Change]:
    """Give every single change of fact that would change the proposal.

    Choices of the officer are left out: they answered the facts as they are.
    """
    now = proposal.outcome, proposal.fine_fen, proposal.direction
    found = []
    for fact, title, value in _supposed(asked):
        try:
            then = propose(_changed(asked, fact, value))
        except Unanswerable:
            # A supposition that contradicts the case is none.
            continue
        if (then.outcome, then.fine_fen, then.direction) != now:
            less = proposal.fine_fen - then.fine_fen
            found.append(Change(fact, title, value, then.outcome, then.fine_fen, less))
    return sorted(found, key=lambda one: (one.fine_fen, one.fact))


def _supposed(asked: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for legal in LEGAL_FACTS.values():
        yield legal.code, legal.title, True
        yield legal.code, f"没有{legal.title}", False
    for benchmark in versions(Given(asked))[:1]:
        for table in benchmark.parts("tables"):
            yield from _options(table)


def _options(table: Given) -> Iterator[tuple[str, str, Any]]:
    for factor in table.values.get("factors") or ():
        for option in factor.get("options") or ():
            said = f"{factor.get('title', factor['code'])}：{option.get('title', option['code'])}"
            yield factor["code"], said, option["code"]
    names: dict[tuple[str, Any], None] = {}
    for band in table.values.get("bands") or ():
        names |= dict.fromkeys(band["when"].items())
    for name, value in names:
        yield name, f"{name}：{value}", value


def _changed(asked: Mapping[str, Any], fact: str, value: Any) -> dict[str, Any]:
    given = asked.get("facts") or []
    if isinstance(given, Mapping):
        facts: Any = {**given, fact: value}
    else:
        supposed = {"code": fact, "value": value, "evidence": ASSUMED}
        facts = [*(row for row in given if row.get("code") != fact), supposed]
    kept = {name: one for name, one in asked.items() if name != "choices"}
    return kept | {"facts": facts}
