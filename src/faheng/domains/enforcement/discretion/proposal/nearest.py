"""Past decisions of the same item and tier: the nearest, and how far off this one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

NEAREST = 3
FAR = 2
"""Standard deviations from the mean beyond which a proposal is far off."""
LEAST = 3
"""Decisions without which a spread says nothing."""
TENTHS = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Past:
    """A decision made before."""

    number: str
    organ: str
    decided_on: date
    fine_fen: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The nearest past decisions, and whether the proposal is far from them all.

    Attributes:
        mean_fen: mean of the past fines, None without any.
        z: how many standard deviations off, None where the past does not tell.
    """

    nearest: tuple[Past, ...]
    count: int
    mean_fen: int | None
    z: Decimal | None
    is_far: bool


def compare(fine_fen: int, past: Sequence[Past]) -> Comparison:
    """Set a proposed fine against past decisions of the same item and tier.

    Where every past fine was the same, any other is far off.
    """
    nearest = sorted(
        past,
        key=lambda one: (abs(one.fine_fen - fine_fen), -one.decided_on.toordinal()),
    )
    shown, count = tuple(nearest[:NEAREST]), len(past)
    if not past:
        return Comparison(shown, 0, None, None, is_far=False)
    mean = Fraction(sum(one.fine_fen for one in past), count)
    if count < LEAST:
        return Comparison(shown, count, int(mean), None, is_far=False)
    variance = Fraction(sum((one.fine_fen - mean) ** 2 for one in past), count)
    off = fine_fen - mean
    far = off**2 > FAR**2 * variance
    z = None
    if variance:
        spread = (Decimal(variance.numerator) / variance.denominator).sqrt()
        exact = Decimal(off.numerator) / off.denominator / spread
        z = exact.quantize(TENTHS)
    return Comparison(shown, count, int(mean), z, is_far=far)
