"""How letters and visits of citizens are handled."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Level, Statute, declare

# In force 2022-05-01; issued jointly by the Party centre and the State Council.
PETITION_REGULATION = declare(
    Statute(
        name="petition_regulation",
        title="信访工作条例",
        short="信访工作条例",
        since=date(2022, 5, 1),
        level=Level.ADMIN_REGULATION,
        regime="petition",
    )
)
