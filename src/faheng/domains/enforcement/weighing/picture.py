"""The range bar: where tiers, the part that may be chosen and the fine lie on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Proposal
from faheng.domains.enforcement.kinds import Gate
from faheng.lib.text import yuan

WHOLE = 100
MOST_TIERS = 8
WAN = 10_000_00
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the bar, in per cent of its length."""

    left: str
    width: str
    name: str = ""
    is_on: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A point on the bar and what stands at it."""

    at: str
    says: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything on the range bar.

    Attributes:
        says: the same in words, for whoever does not see it.
    """

    tiers: tuple[Stretch, ...]
    part: Stretch | None
    point: Mark
    scale: tuple[Mark, ...]
    gates: tuple[Mark, ...]
    past: tuple[str, ...]
    says: str


def picture(
    question: Mapping[str, Any], proposal: Proposal, past: Sequence[int] = ()
) -> Picture | None:
    """Draw a proposal; None where there is no range to draw it on."""
    low, high = proposal.low_fen, proposal.high_fen
    if low is None or high is None or high <= low or proposal.part is None:
        return None
    bar = _Bar(min(low, proposal.fine_fen), high)
    first, last = (Fraction(proposal.part[name]) for name in ("low_fen", "high_fen"))
    part = bar.stretch(first, last, "")
    tiers = tuple(_tiers(bar, question, proposal))[:MOST_TIERS]
    marks = {bar.low: "start", Fraction(high): "end"}
    inner = [edge for edge in (first, last) if bar.low < edge < high]
    scale = [bar.mark(fen, amount(fen), where) for fen, where in marks.items()]
    scale += [bar.mark(fen, amount(fen)) for fen in dict.fromkeys(inner)]
    return Picture(
        tiers=tiers,
        part=part,
        point=bar.mark(proposal.fine_fen, f"{yuan(proposal.fine_fen)} 元", bar.side),
        scale=tuple(scale),
        gates=tuple(_gates(bar, question)),
        past=tuple(bar.at(fen) for fen in past if bar.low <= fen <= high),
        says=_says(proposal, first, last),
    )


class _Bar:
    """A range as a line from nought to a hundred."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.width = Fraction(low), Fraction(high - low)
        self.side = "middle"

    def share(self, fen: int | Fraction) -> Fraction:
        return min(max((fen - self.low) / self.width, Fraction(0)), Fraction(1)) * WHOLE

    def at(self, fen: int | Fraction) -> str:
        return f"{float(self.share(fen)):.{DIGITS}f}%"

    def stretch(
        self, low: Fraction, high: Fraction, name: str, *, is_on: bool = False
    ) -> Stretch:
        wide = max(self.share(high) - self.share(low), Fraction(1, 2))
        return Stretch(self.at(low), f"{float(wide):.{DIGITS}f}%", name, is_on)

    def mark(self, fen: int | Fraction, says: str, anchor: str = "") -> Mark:
        share = self.share(fen)
        side = (
            "start" if share < WHOLE // 6 else "end" if share > WHOLE * 5 // 6 else ""
        )
        return Mark(self.at(fen), says, side or anchor or "middle")


def _tiers(
    bar: _Bar, question: Mapping[str, Any], proposal: Proposal
) -> Iterator[Stretch]:
    tier = proposal.output("tier") or {}
    low, width = Fraction(proposal.low_fen or 0), bar.width
    for one in _rows(question, tier):
        if one.get("mode") == "percent":
            ends = [low + Fraction(one[side]) * width for side in ("low", "high")]
        elif one.get("mode") == "amount" or "low_fen" in one:
            ends = [
                Fraction(one.get(s) or e)
                for s, e in (("low_fen", 0), ("high_fen", proposal.high_fen or 0))
            ]
        else:
            continue
        name = str(one.get("name") or "")
        is_on = proposal.tier in {one.get("name"), str(one.get("id"))}
        yield bar.stretch(ends[0], ends[1], name, is_on=is_on)


def _rows(
    question: Mapping[str, Any], tier: Mapping[str, Any]
) -> Iterable[Mapping[str, Any]]:
    for benchmark in question["benchmarks"]:
        if benchmark["id"] != tier.get("benchmark"):
            continue
        for table in benchmark["tables"]:
            if table.get("code") == tier.get("table"):
                return [*(table.get("tiers") or ()), *(table.get("bands") or ())]
    return ()


def _gates(bar: _Bar, question: Mapping[str, Any]) -> Iterator[Mark]:
    party = question["party"]
    for one in question.get("thresholds") or ():
        meant = one["subject"] in {"any", party} and one["measure"] == "fine"
        if meant and bar.low < one["amount_fen"] < bar.low + bar.width:
            word = "起" if one["inclusive"] else "以上（不含）"
            says = f"{amount(one['amount_fen'])}{word}{Gate(one['gate']).label}"
            yield bar.mark(one["amount_fen"], says)


def amount(fen: int | Fraction) -> str:
    """Write an amount shortly: 10 万, 8,600."""
    whole = round(fen)
    if whole >= WAN and whole % (WAN // 10) == 0:
        return f"{Fraction(whole, WAN).__float__():g} 万"
    return yuan(whole)


def _says(proposal: Proposal, first: Fraction, last: Fraction) -> str:
    low, high = proposal.low_fen or 0, proposal.high_fen or 0
    return (
        f"法定幅度{yuan(low)}元至{yuan(high)}元，可以选择的部分"
        f"{yuan(round(first))}元至{yuan(round(last))}元，"
        f"罚款{yuan(proposal.fine_fen)}元"
    )
