"""Steps 11 and 14: gains, and what follows the decision."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.discretion.amounts import (
    answer_daily_fine,
    answer_surcharge,
)
from faheng.domains.enforcement.discretion.proposal.declare import Found
from faheng.domains.enforcement.discretion.reading import Given
from faheng.domains.enforcement.discretion.trace import Trace, plain
from faheng.domains.enforcement.surcharge import PER_CENT_A_DAY
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

GAINS = str(PENALTY_LAW.article(28, 2))
SURCHARGE = str(PENALTY_LAW.article(72, 1, 1))
PAY_DAYS = 15


def compute_gains(given: Given) -> Found:
    """Step 11: what was received less what was lawfully refunded."""
    if "confiscate_gains" not in given.rows("kinds"):
        return GAINS, {"confiscate_fen": 0, "asked": False}
    gains = given.part("gains") if given.has("gains") else None
    if gains is None:
        reason = "罚则规定没收违法所得，请填写收款和退赔；没有违法所得的填零"
        raise given.wrong("gains", reason, GAINS)
    receipts, refunds = gains.fen("receipts_fen"), 0
    if gains.has("refunds_fen"):
        refunds = gains.fen("refunds_fen")
    if refunds > receipts:
        raise gains.wrong("refunds_fen", "退赔多于所得，前后矛盾", GAINS)
    deduct = gains.has("deduct_costs") and gains.flag("deduct_costs")
    costs = gains.fen("costs_fen") if deduct else 0
    kept = max(0, receipts - refunds - costs)
    if not kept and given.rows("kinds") == ["confiscate_gains"]:
        reason = "罚款和没收都为零，没有可以给予的处罚，请核对所得，或者改选没有违法所得时的规定"
        raise gains.wrong("receipts_fen", reason, GAINS)
    return GAINS, {"confiscate_fen": kept, "asked": True}


def foresee(given: Given) -> Found:
    """Step 14: the surcharge, a daily continuing fine, and what is set off."""
    fine = given.fen("fine_fen")
    found: dict[str, Any] = {
        "pay_days": PAY_DAYS,
        "surcharge_a_day_fen": fine * PER_CENT_A_DAY // 100,
        "surcharge_most_fen": fine,
    }
    if given.has("payment"):
        asked = {"suspensions": [], "pay_days": PAY_DAYS} | dict(
            given.part("payment").values
        )
        owed = answer_surcharge(Given(asked | {"fine_fen": fine}, "payment"), Trace())
        found["surcharge"] = plain(owed)
    if given.has("daily"):
        asked = dict(given.part("daily").values) | {"base_fen": fine}
        found["daily"] = answer_daily_fine(Given(asked, "daily"), Trace())
    if given.has("judgment"):
        found["set_off"] = _set_off(given.part("judgment"))
    return SURCHARGE, found


def _set_off(judgment: Given) -> dict[str, int]:
    """Set an earlier fine or detention off against the court's."""
    found = {}
    for punished, sentence in (
        ("paid_fine_fen", "criminal_fine_fen"),
        ("detained_days", "sentence_days"),
    ):
        if judgment.has(punished) and judgment.has(sentence):
            found[punished] = min(judgment.whole(punished), judgment.whole(sentence))
    return found
