"""How legal aid is asked for and given."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Passed 2021-08-20.
LEGAL_AID_LAW = declare(
    Statute(
        name="legal_aid_law",
        title="中华人民共和国法律援助法",
        short="法律援助法",
        since=date(2022, 1, 1),
        regime="plain",
    )
)
