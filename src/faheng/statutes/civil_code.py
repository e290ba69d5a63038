"""Lends its rules on the counting of periods and on capacity."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Passed 2020-05-28.
CIVIL_CODE = declare(
    Statute(
        name="civil_code",
        title="中华人民共和国民法典",
        short="民法典",
        since=date(2021, 1, 1),
        regime="litigation",
    )
)
