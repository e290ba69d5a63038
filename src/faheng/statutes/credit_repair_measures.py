"""How long a penalty is shown, and how showing it ends."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Level, Statute, declare

# National Development and Reform Commission order 36.
CREDIT_REPAIR_MEASURES = declare(
    Statute(
        name="credit_repair_measures",
        title="信用修复管理办法",
        short="信用修复管理办法",
        since=date(2026, 4, 1),
        level=Level.MINISTRY_RULE,
        regime="disclosure",
    )
)
