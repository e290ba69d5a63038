"""Why who fines does not collect."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Level, Statute, declare

# State Council order 235 of 1997-11-17.
FINE_COLLECTION_MEASURES = declare(
    Statute(
        name="fine_collection_measures",
        title="罚款决定与罚款收缴分离实施办法",
        short="罚款决定与罚款收缴分离实施办法",
        since=date(1998, 1, 1),
        level=Level.ADMIN_REGULATION,
        regime="penalty",
    )
)
