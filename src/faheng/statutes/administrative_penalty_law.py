"""How administrative penalties are set and imposed."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Revised 2021-01-22; the last article gives the day.
PENALTY_LAW = declare(
    Statute(
        name="administrative_penalty_law",
        title="中华人民共和国行政处罚法",
        short="行政处罚法",
        since=date(2021, 7, 15),
        regime="penalty",
    )
)
