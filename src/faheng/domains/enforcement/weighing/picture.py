"""The range bar: where tiers, the part that may be chosen and the fine lie on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Proposal
from faheng.domains.enforcement.kinds import Gate
from faheng.domains.enforcement.weighing.wording import row_words, rows_of
from faheng.domains.enforcement.weighing.working import part_of
from faheng.lib.text import money

WHOLE = 100
MOST_TIERS = 8
DIGITS = 2
LINE = 16
"""Height of a line of words, in pixels."""
FITS = 4
"""A name of so many characters stands in its stretch; a longer one is numbered."""
CLOSE = 22
"""Two amounts nearer than this, in per cent, are written under each other."""
EDGE = 16
"""Nearer than this to an end, in per cent, words run inwards."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the bar, in per cent of its length.

    Attributes:
        number: its place among the tiers, from one.
        name: the whole name, or the circumstances it is for.
        limits: from what amount to what amount.
    """

    left: str
    width: str
    number: int = 0
    name: str = ""
    limits: str = ""
    is_on: bool = False

    @property
    def label(self) -> str:
        """What stands in the bar: the name where it fits, else the number."""
        return self.name if len(self.name) <= FITS else str(self.number)


@dataclass(frozen=True, slots=True)
class Mark:
    """A point on the bar, what stands at it, and on which line below another."""

    at: str
    says: str
    anchor: str = "middle"
    line: int = 0

    @property
    def y(self) -> int:
        """How far its words stand from those of the first line."""
        return self.line * LINE


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything on the range bar.

    Attributes:
        top: where the bar begins, below the words of the gates and of the point.
        says: the same in words, for whoever does not see it.
    """

    tiers: tuple[Stretch, ...]
    part: Stretch
    point: Mark
    scale: tuple[Mark, ...]
    gates: tuple[Mark, ...]
    past: tuple[str, ...]
    top: int
    says: str

    @property
    def height(self) -> int:
        """How high the whole is."""
        return self.top + 66 + LINE * len({mark.line for mark in self.scale})


def picture(
    question: Mapping[str, Any], proposal: Proposal, past: Sequence[int] = ()
) -> Picture | None:
    """Draw a proposal; None where there is no range to draw it on."""
    low, high = proposal.low_fen, proposal.high_fen
    if low is None or high is None or high <= low or proposal.part is None:
        return None
    bar = _Bar(min(low, proposal.fine_fen), high)
    first, last = (Fraction(edge or 0) for edge in part_of(proposal))
    gates = tuple(_gates(bar, question))
    return Picture(
        tiers=tuple(_tiers(bar, question, proposal)),
        part=bar.stretch(first, last),
        point=bar.mark(proposal.fine_fen, money(proposal.fine_fen)),
        scale=tuple(_scale(bar, (first, last))),
        gates=gates,
        past=tuple(bar.at(fen) for fen in past if bar.low <= fen <= high),
        top=LINE * len(gates) + 22,
        says=_says(proposal, first, last),
    )


class _Bar:
    """A range as a line from nought to a hundred."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = Fraction(low), Fraction(high)

    def share(self, fen: int | Fraction) -> Fraction:
        part = (fen - self.low) / (self.high - self.low)
        return min(max(part, Fraction(0)), Fraction(1)) * WHOLE

    def at(self, fen: int | Fraction) -> str:
        return f"{float(self.share(fen)):.{DIGITS}f}%"

    def stretch(self, low: Fraction, high: Fraction, **more: Any) -> Stretch:
        wide = max(self.share(high) - self.share(low), Fraction(1, 2))
        return Stretch(self.at(low), f"{float(wide):.{DIGITS}f}%", **more)

    def mark(self, fen: int | Fraction, says: str, line: int = 0) -> Mark:
        share = self.share(fen)
        anchor = "end" if share > WHOLE - EDGE else "middle"
        return Mark(self.at(fen), says, "start" if share < EDGE else anchor, line)


def _scale(bar: _Bar, part: tuple[Fraction, Fraction]) -> Iterator[Mark]:
    """Write the ends, and below them the limits of the part that may be chosen."""
    yield bar.mark(bar.low, money(round(bar.low)))
    yield bar.mark(bar.high, money(round(bar.high)))
    inner = [edge for edge in dict.fromkeys(part) if bar.low < edge < bar.high]
    apart = len(inner) > 1 and bar.share(inner[1]) - bar.share(inner[0]) < CLOSE
    for place, edge in enumerate(inner):
        yield bar.mark(edge, money(round(edge)), 1 + (place if apart else 0))


def _tiers(
    bar: _Bar, question: Mapping[str, Any], proposal: Proposal
) -> Iterator[Stretch]:
    """Draw every tier, or the one that applies where they cannot stand in a row."""
    tier = proposal.output("tier") or {}
    rows = rows_of(question, tier)
    edges = [_edges(one, proposal) for one in rows]
    known = [one for one in edges if one is not None]
    if len(known) < len(rows) or len(rows) > MOST_TIERS or _overlap(known):
        rows = [one for one in rows if _is_on(one, proposal)]
        known = [(Fraction(tier["low_fen"]), Fraction(tier["high_fen"]))] * len(rows)
    for number, (one, (low, high)) in enumerate(zip(rows, known, strict=True), 1):
        yield bar.stretch(
            low,
            high,
            number=number,
            name=row_words(one),
            limits=f"{money(round(low))}–{money(round(high))}",
            is_on=_is_on(one, proposal),
        )


def _is_on(row: Mapping[str, Any], proposal: Proposal) -> bool:
    return proposal.tier is not None and proposal.tier in {
        str(row.get("name")),
        str(row.get("id")),
    }


def _edges(
    row: Mapping[str, Any], proposal: Proposal
) -> tuple[Fraction, Fraction] | None:
    """Say from where to where a tier goes; None where its base is not known here."""
    least, most = Fraction(proposal.low_fen or 0), Fraction(proposal.high_fen or 0)
    if row.get("mode") == "percent":
        low, high = (Fraction(str(row[side])) for side in ("low", "high"))
        return least + low * (most - least), least + high * (most - least)
    if row.get("mode") == "amount" or {"low_fen", "high_fen"} & row.keys():
        return Fraction(row.get("low_fen") or least), Fraction(
            row.get("high_fen") or most
        )
    return None


def _overlap(edges: Sequence[tuple[Fraction, Fraction]]) -> bool:
    ordered = sorted(edges)
    return any(after[0] < before[1] for before, after in pairwise(ordered))


def _gates(bar: _Bar, question: Mapping[str, Any]) -> Iterator[Mark]:
    """Mark each amount from which on more is needed; a line of words for each."""
    needed: dict[tuple[int, bool], dict[str, None]] = {}
    for one in question.get("thresholds") or ():
        meant = one["subject"] in {"any", question["party"]}
        inside = bar.low < one["amount_fen"] < bar.high
        if meant and inside and one["measure"] == "fine":
            at = one["amount_fen"], not one["inclusive"]
            needed.setdefault(at, {})[str(Gate(one["gate"]).label)] = None
    for line, ((fen, beyond), gates) in enumerate(sorted(needed.items())):
        what = "、".join(gates)
        says = f"超过{money(fen)}：{what}" if beyond else f"{money(fen)}起：{what}"
        side = "start" if bar.share(fen) < WHOLE // 2 else "end"
        yield Mark(bar.at(fen), says, side, line)


def _says(proposal: Proposal, first: Fraction, last: Fraction) -> str:
    low, high = proposal.low_fen or 0, proposal.high_fen or 0
    return (
        f"法定幅度{money(low)}至{money(high)}，可以选择的部分"
        f"{money(round(first))}至{money(round(last))}，"
        f"罚款{money(proposal.fine_fen)}"
    )
