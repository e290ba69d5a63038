"""How an administrative act is brought before a court."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Amended 2017-06-27; the amending decision gives the day.
LITIGATION_LAW = declare(
    Statute(
        name="litigation_law",
        title="中华人民共和国行政诉讼法",
        short="行政诉讼法",
        since=date(2017, 7, 1),
        regime="litigation",
    )
)
