"""A part of a range, its edges in or out, and rounding that stays inside."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

Exact = int | Fraction


@lru_cache(maxsize=4096)
def share_of(share: Any) -> Fraction:
    """Make a share exact; the same few are asked for again and again.

    >>> share_of("0.25")
    Fraction(1, 4)
    """
    return Fraction(share)


def times(amount: Exact, share: Fraction) -> Exact:
    """Take a share of an amount; whole fen stay whole numbers, which are quicker.

    >>> times(200, Fraction(1, 4))
    50
    """
    if isinstance(amount, int):
        whole, rest = divmod(amount * share.numerator, share.denominator)
        if not rest:
            return whole
    return amount * share


@dataclass(slots=True)
class Span:
    """Amounts from low to high; an open edge does not belong to it."""

    low: Exact
    high: Exact
    low_open: bool = False
    high_open: bool = False

    def holds(self, amount: Exact) -> bool:
        """Tell whether an amount lies in it."""
        if amount < self.low or (self.low_open and amount == self.low):
            return False
        return amount < self.high or (amount == self.high and not self.high_open)

    def at(self, share: Fraction) -> Exact:
        """Return the point that lies at a share of its width."""
        return self.low + times(self.high - self.low, share)

    def nearest(self, amount: Exact) -> Exact:
        """Return an amount moved to the nearer edge if it lies outside."""
        return min(max(amount, self.low), self.high)

    def rounded(self, amount: Exact, unit: int) -> int | None:
        """Round down to a unit without leaving it; None where no whole fen lies in it.

        Where rounding would leave it, whole fen are kept; a fine is never rounded
        up but to the first whole fen inside.
        """
        first = -floor(-self.low)
        if self.low_open and first == self.low:
            first += 1
        whole = floor(amount)
        for candidate in (whole // unit * unit, whole, first):
            if self.holds(candidate):
                return candidate
        return None

    def row(self) -> dict[str, Any]:
        """Write it; fractions of a fen are written as fractions."""
        return {
            "low_fen": written(self.low),
            "high_fen": written(self.high),
            "low_open": self.low_open,
            "high_open": self.high_open,
        }


def written(amount: Exact) -> int | str:
    """Write an exact amount: a whole number, or a fraction as text."""
    if isinstance(amount, int):
        return amount
    return amount.numerator if amount.denominator == 1 else str(amount)


def read(amount: int | str) -> Exact:
    """Read what was written."""
    return amount if isinstance(amount, int) else Fraction(amount)
