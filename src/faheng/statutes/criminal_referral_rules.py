"""How a suspected crime goes from an organ to the police."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Level, Statute, declare

# State Council order 310, amended 2020-08-07; does not say working days.
CRIMINAL_REFERRAL_RULES = declare(
    Statute(
        name="criminal_referral_rules",
        title="行政执法机关移送涉嫌犯罪案件的规定",
        short="移送规定",
        since=date(2020, 8, 7),
        level=Level.ADMIN_REGULATION,
        regime="plain",
    )
)
