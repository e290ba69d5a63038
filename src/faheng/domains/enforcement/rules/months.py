"""Three months from a day, counted in days: engines do not add months alike."""

from __future__ import annotations

from typing import Any

from faheng.kernel.questions.words import ibis

_LENGTHS = (90, 89, 92, 91, 92, 92, 92, 92, 91, 92, 92, 90)
"""Days of three months that begin in each month of a common year."""

_BEFORE_THIRTY = (1, 3, 8)
"""Long months after which, three months on, comes a shorter one."""

NOVEMBER, DECEMBER, LAST_OF_FEBRUARY = 11, 12, 28


def three_months(day: Any) -> Any:
    """Count the days to the same day three months on, or to that month's last."""
    month, on = day.month(), day.day()
    lengths = [(month == at, days) for at, days in enumerate(_LENGTHS, start=1)]
    length = ibis.cases(*lengths, else_=0)
    this, following = _leap(day.year()), _leap(day.year() + 1)
    length += ibis.ifelse(month.isin((1, 2)) & this, 1, 0)
    length += ibis.ifelse((month == DECEMBER) & following, 1, 0)
    length -= ibis.ifelse(month.isin(_BEFORE_THIRTY) & (on == 31), 1, 0)
    last = LAST_OF_FEBRUARY + ibis.ifelse(following, 1, 0)
    return length - ibis.ifelse((month == NOVEMBER) & (on > last), on - last, 0)


def _leap(year: Any) -> Any:
    return ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
