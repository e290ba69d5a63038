"""How property and people are constrained, and decisions enforced."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Passed 2011-06-30; the last article gives the day.
COERCION_LAW = declare(
    Statute(
        name="administrative_coercion_law",
        title="中华人民共和国行政强制法",
        short="行政强制法",
        since=date(2012, 1, 1),
        regime="coercion",
    )
)
