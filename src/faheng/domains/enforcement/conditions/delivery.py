"""When the delivery that is being entered takes effect."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from faheng.kernel.cases.actions.papers import PUBLIC_NOTICE_DAYS
from faheng.kernel.cases.models import ServiceMethod


def takes_effect(s: Any) -> date | None:
    """Return the day on which the delivery just given counts as made."""
    rows = s.given.get("service") or [{}]
    acted_on: date | None = rows[0].get("acted_on")
    if acted_on is not None and rows[0].get("method") == ServiceMethod.PUBLIC_NOTICE:
        return acted_on + timedelta(days=PUBLIC_NOTICE_DAYS)
    return acted_on
