"""In what order a fine comes in where it may be collected on the spot."""

from __future__ import annotations

from typing import Any

from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "先当场收缴罚款，再交款",
    basis=PENALTY_LAW.article(71),
    mend="没有当场收缴的，由当事人自行到银行缴纳",
)
def was_collected(s: Any) -> bool:
    """Whether the fine was collected on the spot."""
    return bool(s.done("collect"))


@condition(
    "先将收缴的罚款交至机关，再缴付银行",
    basis=PENALTY_LAW.article(71),
    mend="先办理“收缴的罚款交至机关”",
)
def was_handed_in(s: Any) -> bool:
    """Whether the money that was collected lies with the organ."""
    return bool(s.done("hand_in"))


@condition(
    "罚款没有缴过",
    basis=PENALTY_LAW.article(67),
    mend="罚款已经收缴或者登记缴款，不能再收一次",
)
def not_yet_paid(s: Any) -> bool:
    """Whether the fine came in neither way."""
    return not (s.done("collect") or s.done("pay"))
