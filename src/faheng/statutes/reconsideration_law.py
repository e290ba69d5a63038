"""How an administrative act is reconsidered by another organ."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Revised 2023-09-01; the last article gives the day.
RECONSIDERATION_LAW = declare(
    Statute(
        name="reconsideration_law",
        title="中华人民共和国行政复议法",
        short="行政复议法",
        since=date(2024, 1, 1),
        regime="reconsideration",
    )
)
