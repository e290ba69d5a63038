"""How licences are set, granted and withdrawn."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Amended 2019-04-23, taken to be in force on that day.
LICENSING_LAW = declare(
    Statute(
        name="licensing_law",
        title="中华人民共和国行政许可法",
        short="行政许可法",
        since=date(2019, 4, 23),
        regime="licensing",
    )
)
