"""How files are kept and handed over."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Revised 2020-06-20.
ARCHIVES_LAW = declare(
    Statute(
        name="archives_law",
        title="中华人民共和国档案法",
        short="档案法",
        since=date(2021, 1, 1),
        regime="plain",
    )
)
