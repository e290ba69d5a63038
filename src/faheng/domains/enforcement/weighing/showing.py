"""A proposal as pages show it: the range bar, the gates, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.domains.enforcement.discretion.proposal.declare import Outcome, Proposal
from faheng.domains.enforcement.discretion.proposal.saying import money, steps_said
from faheng.domains.enforcement.discretion.proposal.what_if import what_if
from faheng.domains.enforcement.kinds import Gate
from faheng.domains.enforcement.weighing.asking import Asked
from faheng.domains.enforcement.weighing.past import Alike
from faheng.domains.enforcement.weighing.picture import Picture, picture
from faheng.domains.enforcement.weighing.working import tier_words
from faheng.lib.text import yuan

MOST_CHANGES = 8


@dataclass(frozen=True)
class GateRow:
    """A gate, and why it must be passed; empty where it need not."""

    title: str
    why: str


@dataclass(frozen=True)
class ChangeRow:
    """What another fact would make of the result."""

    title: str
    result: str


@dataclass(frozen=True)
class Shown:
    """A proposal as the page shows it.

    Attributes:
        refused: why there is none.
        wrong: what is wrong with what the officer chose.
    """

    refused: str = ""
    article: str = ""
    outcome: str = ""
    is_penalty: bool = False
    tier: str = ""
    fine: str = ""
    fine_fen: int = 0
    confiscated: str = ""
    reasons: str = ""
    wrong: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    picture: Picture | None = None
    gates: tuple[GateRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    steps: tuple[dict[str, str], ...] = ()
    alike: Alike | None = None


def shown(asked: Asked, proposal: Proposal, near: Alike | None = None) -> Shown:
    """Put a proposal as a page shows it."""
    fine = proposal.fine_fen
    aside = [asked.of(code) for code in proposal.set_aside]
    return Shown(
        outcome=proposal.outcome.label,
        is_penalty=proposal.outcome is Outcome.PUNISH,
        tier=tier_words(proposal),
        fine=yuan(fine) if fine else "",
        fine_fen=fine,
        confiscated=yuan(proposal.confiscate_fen) if proposal.confiscate_fen else "",
        reasons=proposal.reasons,
        set_aside=tuple(one.title for one in aside if one is not None),
        picture=picture(asked.question, proposal, near.fines if near else ()),
        gates=_gates(proposal),
        changes=tuple(_changes(asked, proposal)),
        steps=tuple(steps_said(proposal.rows)),
        alike=near,
    )


def _gates(proposal: Proposal) -> tuple[GateRow, ...]:
    if not proposal.gates:
        return ()
    return tuple(
        GateRow(
            str(gate.label),
            "；".join(str(g["why"]) for g in proposal.gates[gate.value]),
        )
        for gate in Gate
    )


def _changes(asked: Asked, proposal: Proposal) -> list[ChangeRow]:
    """Give what would change the result: the lighter first, few enough to be read."""
    titles = {one.code: one for one in asked.questions}
    found: dict[tuple[str, str], ChangeRow] = {}
    for one in what_if(asked.question, proposal):
        if one.fact not in titles:
            continue
        fine = f"{money(one.fine_fen)}" if one.fine_fen else ""
        result = fine if one.outcome is Outcome.PUNISH else one.outcome.label
        row = ChangeRow(str(one.title), result or "不处罚款")
        found.setdefault((row.title, row.result), row)
    return list(found.values())[:MOST_CHANGES]
