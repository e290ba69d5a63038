"""How the enforcement of organs is supervised by the government above them."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Level, Statute, declare

# State Council order 825, issued 2025-12-17. Its articles are not cited one by one:
# the text is not in the law base yet, and its numbers of days are parameters.
SUPERVISION_REGULATION = declare(
    Statute(
        name="supervision_regulation",
        title="行政执法监督条例",
        short="行政执法监督条例",
        since=date(2026, 2, 1),
        level=Level.ADMIN_REGULATION,
        regime="plain",
    )
)
