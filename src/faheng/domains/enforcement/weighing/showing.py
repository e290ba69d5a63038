"""A proposal as pages show it: the range bar, the gates, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Outcome, Proposal
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.saying import steps_said
from faheng.domains.enforcement.discretion.proposal.what_if import (
    ASSUMED,
    Change,
    what_if,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.kinds import Gate
from faheng.domains.enforcement.weighing.asking import Asked
from faheng.domains.enforcement.weighing.past import Alike
from faheng.domains.enforcement.weighing.picture import Picture, picture
from faheng.domains.enforcement.weighing.wording import place_words
from faheng.lib.text import money

MOST = 5
"""So many lighter results are shown, and so many heavier ones."""
TOGETHER = (
    ("first_time", "slight_harm", "corrected_in_time"),
    ("minor", "corrected_in_time", "no_harm"),
    ("ignored_order",),
)
"""What article 33 names together, and that an order to correct was not followed."""


@dataclass(frozen=True)
class GateRow:
    """A gate, and why it must be passed; empty where it need not."""

    title: str
    why: str


@dataclass(frozen=True)
class ChangeRow:
    """What other facts would make of the result, each of them alone.

    Attributes:
        titles: the facts that come to the same.
        less: how much less than now, in words; empty where it would be more.
        more: how much more than now, in words.
    """

    titles: tuple[str, ...]
    result: str
    less: str = ""
    more: str = ""


@dataclass(frozen=True)
class Shown:
    """A proposal as the page shows it.

    Attributes:
        refused: why there is none.
        wrong: what is wrong with what the officer chose.
        now: what the facts come to, before the officer chooses; the changes are
            set against it.
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
    now: str = ""
    steps: tuple[dict[str, str], ...] = ()
    alike: Alike | None = None


def shown(asked: Asked, proposal: Proposal, near: Alike | None = None) -> Shown:
    """Put a proposal as a page shows it."""
    fine = proposal.fine_fen
    aside = [asked.of(code) for code in proposal.set_aside]
    plain = _plain(asked, proposal)
    return Shown(
        outcome=proposal.outcome.label,
        is_penalty=proposal.outcome is Outcome.PUNISH,
        tier=place_words(asked.question, proposal),
        fine=money(fine) if fine else "",
        fine_fen=fine,
        confiscated=money(proposal.confiscate_fen) if proposal.confiscate_fen else "",
        reasons=proposal.reasons,
        set_aside=tuple(one.title for one in aside if one is not None),
        picture=picture(asked.question, proposal, near.fines if near else ()),
        gates=_gates(proposal),
        changes=tuple(_changes(asked, plain)) if plain else (),
        now=_came_to(plain) if plain else "",
        steps=tuple(steps_said(proposal.rows)),
        alike=near,
    )


def _plain(asked: Asked, proposal: Proposal) -> Proposal | None:
    """Give what the facts alone come to, since a supposition has no choices."""
    if not asked.question.get("choices"):
        return proposal
    try:
        return propose({k: v for k, v in asked.question.items() if k != "choices"})
    except Unanswerable:
        # What waits for a person's choice comes to nothing without it.
        return None


def _came_to(one: Proposal | Change) -> str:
    if one.outcome is not Outcome.PUNISH:
        return str(one.outcome.label)
    return f"罚款{money(one.fine_fen)}" if one.fine_fen else "不处罚款"


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


def _changes(asked: Asked, plain: Proposal) -> list[ChangeRow]:
    """Give what would change the result, few enough to be read.

    First what makes the fine less, then what takes it away, then what makes it more.
    """
    codes = {one.code for one in asked.questions}
    now, found = _came_to(plain), dict[str, dict[str, Change]]()
    for one in (*_together(asked, plain), *what_if(asked.question, plain)):
        # Another direction that comes to the same amount changes nothing here.
        if one.fact in codes and _came_to(one) != now:
            found.setdefault(_came_to(one), {}).setdefault(str(one.title), one)
    ordered = sorted(found.values(), key=lambda alike: _order(_first(alike)))
    lighter = [alike for alike in ordered if _is_lighter(_first(alike))]
    heavier = [alike for alike in ordered if not _is_lighter(_first(alike))]
    return [_change(alike) for alike in (*lighter[:MOST], *heavier[:MOST])]


def _together(asked: Asked, plain: Proposal) -> Iterator[Change]:
    """Suppose what article 33 names together, of which one alone changes nothing."""
    titles = {one.code: one.title for one in asked.questions}
    for codes in TOGETHER:
        told = asked.question["facts"]
        if not titles.keys() >= set(codes):
            continue
        if isinstance(told, Mapping):
            facts: Any = {**told, **dict.fromkeys(codes, True)}
        else:
            kept = [row for row in told if row["code"] not in codes]
            facts = [
                *kept,
                *({"code": c, "value": True, "evidence": ASSUMED} for c in codes),
            ]
        try:
            free = {k: v for k, v in asked.question.items() if k != "choices"}
            then = propose(free | {"facts": facts})
        except Unanswerable:
            continue
        title = "，".join(titles[code] for code in codes)
        less = plain.fine_fen - then.fine_fen
        yield Change(
            codes[0],
            title,
            value=True,
            outcome=then.outcome,
            fine_fen=then.fine_fen,
            less_fen=less,
        )


def _first(alike: Mapping[str, Change]) -> Change:
    return next(iter(alike.values()))


def _order(one: Change) -> tuple[bool, int]:
    return one.outcome is not Outcome.PUNISH, one.fine_fen


def _is_lighter(one: Change) -> bool:
    return one.less_fen > 0 and one.outcome is not Outcome.REFER


def _change(alike: Mapping[str, Change]) -> ChangeRow:
    one, titles = _first(alike), tuple(alike)
    if one.outcome is not Outcome.PUNISH:
        return ChangeRow(titles, _came_to(one))
    off = money(abs(one.less_fen)) if one.less_fen else ""
    is_less = one.less_fen > 0
    return ChangeRow(
        titles,
        _came_to(one),
        less=off if is_less else "",
        more="" if is_less else off,
    )
