"""The surcharge on an unpaid fine: three per cent a day, never more than the fine.

行政处罚法 art. 72 gives the rate, 行政强制法 art. 45 the cap, and 行政处罚法 art. 73
leaves out the days of a reconsideration or a suit. Amounts are in fen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

PER_CENT_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Due:
    """A part of the fine and the last day on which it is paid in time."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Paid:
    """Money paid towards the fine."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Span:
    """Days that do not count, both ends included; None while they last."""

    from_on: date
    until_on: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


def surcharge(
    dues: Sequence[Due],
    paid: Sequence[Paid],
    on: date,
    left_out: Sequence[Span] = (),
) -> int:
    """Compute what has accrued up to and including a day.

    Money paid on a day lowers the base from the next day on: the day itself is
    still one on which the fine was late.

    >>> surcharge([Due(date(2026, 5, 1), 10_000)], [], date(2026, 5, 11))
    3000
    """
    cap = sum(due.amount for due in dues)
    if not dues or cap <= 0:
        return 0
    day = min(due.on for due in dues) + timedelta(days=1)
    hundredths = 0
    while day <= on and hundredths < cap * 100:
        if not any(span.holds(day) for span in left_out):
            hundredths += PER_CENT_A_DAY * overdue(dues, paid, day)
        day += timedelta(days=1)
    return min(hundredths // 100, cap)


def overdue(dues: Sequence[Due], paid: Sequence[Paid], day: date) -> int:
    """Return what should have been paid before a day and was not."""
    asked = sum(due.amount for due in dues if due.on < day)
    came = sum(one.amount for one in paid if one.on < day)
    return max(asked - came, 0)


def days_late(dues: Sequence[Due], on: date, left_out: Sequence[Span] = ()) -> int:
    """Count the days that count, from the day after the first that was due."""
    if not dues:
        return 0
    first = min(due.on for due in dues) + timedelta(days=1)
    days = (first + timedelta(days=n) for n in range(max((on - first).days + 1, 0)))
    return sum(not any(span.holds(day) for span in left_out) for day in days)
