"""What is asked about, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone


@dataclass(frozen=True)
class Asked:
    """What is asked about, and when.

    Attributes:
        first, last: keys that bound the focus; one case is its key twice.
        at: the moment; the day follows from it.
    """

    first: int
    last: int
    at: datetime

    @classmethod
    def of_case(cls, case_id: int, at: datetime) -> Asked:
        """Ask about one case."""
        return cls(case_id, case_id, at)

    @property
    def today(self) -> date:
        """Return the local day."""
        return timezone.localdate(self.at)

    def literals(self) -> dict[str, str]:
        """Write the values as SQL; they are numbers and a day of our own making."""
        return {
            "first": str(int(self.first)),
            "last": str(int(self.last)),
            "today": f"DATE '{self.today.isoformat()}'",
            "now": str(int(self.at.timestamp())),
        }

    def named(self) -> dict[str, Any]:
        """Give the values by name."""
        return {
            "first": self.first,
            "last": self.last,
            "today": self.today.isoformat(),
            "now": int(self.at.timestamp()),
        }
