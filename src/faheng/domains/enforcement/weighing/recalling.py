"""A frozen worksheet shown again: the range bar, the tier and the facts in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Outcome, Proposal
from faheng.domains.enforcement.discretion.proposal.facts import LEGAL_FACTS
from faheng.domains.enforcement.discretion.proposal.saying import NAMES
from faheng.domains.enforcement.rows.weighing import WeighedFact, Worksheet
from faheng.domains.enforcement.weighing.picture import Picture, picture
from faheng.domains.enforcement.weighing.questions import NO, YES
from faheng.domains.enforcement.weighing.wording import place_words

Row = Mapping[str, Any]
BOTH = {YES: "是", NO: "否"}


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a frozen worksheet shows, read from its own rows alone."""

    tier: str
    picture: Picture | None


def recalled(sheet: Worksheet, rows: Sequence[Row]) -> Recalled:
    """Draw a worksheet from the rows it was frozen with."""
    taken = {row["step"]: row for row in rows}
    asked = _question(taken)
    proposal = _proposal(sheet, rows)
    past = [int(one["fine_fen"]) for one in sheet.past.get("nearest", ())]
    return Recalled(place_words(asked, proposal), picture(asked, proposal, past))


def _question(taken: Mapping[str, Row]) -> dict[str, Any]:
    benchmark = _input(taken, "tier").get("benchmark")
    gates = _input(taken, "gates")
    return {
        "benchmarks": [benchmark] if benchmark else [],
        "thresholds": gates.get("thresholds") or (),
        "party": gates.get("party", ""),
    }


def _input(taken: Mapping[str, Row], step: str) -> Row:
    found: Row = taken[step]["input"] if step in taken else {}
    return found


def _proposal(sheet: Worksheet, rows: Sequence[Row]) -> Proposal:
    out = {row["step"]: row["output"] for row in rows}
    return Proposal(
        outcome=Outcome(sheet.outcome),
        fine_fen=sheet.fine,
        kinds=(),
        low_fen=sheet.low,
        high_fen=sheet.high,
        part=(out.get("amount") or {}).get("part"),
        tier=sheet.tier or None,
        direction=sheet.direction or None,
        confiscate_fen=(out.get("gains") or {}).get("confiscate_fen", 0),
        gates={},
        reasons=sheet.reasons,
        set_aside=(),
        rows=tuple(dict(row) for row in rows),
    )


def facts_said(
    facts: Iterable[WeighedFact], rows: Sequence[Row]
) -> list[tuple[str, str, WeighedFact]]:
    """Name each fact and what was found, as the worksheet's own tables name them."""
    taken = {row["step"]: row for row in rows}
    benchmark = _input(taken, "tier").get("benchmark") or {}
    titles = {code: one.title for code, one in LEGAL_FACTS.items()} | NAMES
    values: dict[tuple[str, str], str] = {}
    for factor in _factors(benchmark):
        titles[factor["code"]] = str(factor.get("title") or factor["code"])
        for one in factor.get("options") or ():
            said = str(one.get("title") or one["code"])
            values[factor["code"], str(one["code"])] = said
    return [
        (
            titles.get(row.code, row.code),
            values.get((row.code, row.value), BOTH.get(row.value, row.value)),
            row,
        )
        for row in facts
    ]


def _factors(benchmark: Row) -> Iterator[Row]:
    for table in benchmark.get("tables") or ():
        yield from table.get("factors") or ()
