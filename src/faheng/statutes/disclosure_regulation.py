"""How government information is published and asked for."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Level, Statute, declare

# Revised by State Council order 711.
DISCLOSURE_REGULATION = declare(
    Statute(
        name="disclosure_regulation",
        title="中华人民共和国政府信息公开条例",
        short="政府信息公开条例",
        since=date(2019, 5, 15),
        level=Level.ADMIN_REGULATION,
        regime="disclosure",
    )
)
