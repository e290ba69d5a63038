"""How much may be imposed."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.files.choices import Conclusion
from faheng.domains.enforcement.kinds import FineBase, PenaltyKind
from faheng.domains.enforcement.rows.outcome import PenaltyItem, ProposedPenalty
from faheng.domains.enforcement.rows.reading import (
    at_stake,
    fine_of,
    is_heavier,
    latest,
)
from faheng.domains.enforcement.rows.weighing import Worksheet
from faheng.kernel.cases.models import Case, CaseParty
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

_MEASURED = {
    PenaltyKind.FINE,
    PenaltyKind.CONFISCATE_GAINS,
    PenaltyKind.CONFISCATE_GOODS,
}


def _given(s: Any) -> list[Any]:
    return [*s.given.get("proposed_penalty", []), *s.given.get("penalty_item", [])]


def _fine(s: Any) -> int:
    return sum(r.get("amount") or 0 for r in _given(s) if r.get("kind") == "fine")


@condition(
    "由调查报告建议给予处罚",
    basis=PENALTY_LAW.article(57, 1),
    mend="按调查结论办理不予处罚、移送或者终止调查",
)
def penalty_concluded(s: Any) -> bool:
    """Tell whether the investigation led to a penalty."""
    return bool(s.main.conclusion == Conclusion.PENALTY)


@condition(
    "写明罚款、没收的金额或者价值，其他处罚写明具体内容",
    basis=PENALTY_LAW.article(59, 1, 3),
    mend="补写金额或者具体内容",
    on_given=True,
)
def penalties_stated(s: Any) -> bool:
    """Tell whether each penalty says how much, or what."""
    return all(
        (row.get("amount") or 0) > 0 if row.get("kind") in _MEASURED else True
        for row in _given(s)
    )


@condition(
    "写明裁量因素、证据和裁量理由",
    basis=PENALTY_LAW.article(34),
    mend="有裁量基准的，勾选事实并附证据，由系统算出；没有的，由承办人写明裁量因素及证据、裁量理由",
    on_given=True,
)
def discretion_reasoned(s: Any) -> bool:
    """Tell whether it is said what was weighed, and why it came to this."""
    return bool(s.main.factors.strip() and s.main.tier_reasons.strip())


@condition(
    "使罚款数额在法定幅度以内",
    basis=PENALTY_LAW.article(5, 2),
    mend="按事项的罚款幅度改写；低于下限的，须有减轻处罚的依据",
    watch="LC-27",
    on_given=True,
)
def fine_in_range(s: Any) -> bool:
    """Tell whether the fine lies between the item's limits.

    Limits that count from the value of goods or the gains are those of the worksheet.
    """
    fine, item = _fine(s), s.main.item
    if not fine or item is None:
        return True
    low, high = s.main.fine_range()
    if item.fine_base != FineBase.FIXED:
        sheets = s.rows(Worksheet)
        low, high = (sheets[-1].low, sheets[-1].high) if sheets else (None, None)
    mitigated = s.main.mitigated and s.main.mitigation_ground
    return (low is None or fine >= low or bool(mitigated)) and (
        high is None or fine <= high
    )


@condition(
    "使罚款数额在裁量阶次以内，偏离的说明理由",
    basis=PENALTY_LAW.article(34),
    mend="改写金额，或者写明偏离裁量基准的理由",
    watch="LC-28",
    on_given=True,
)
def fine_in_tier(s: Any) -> bool:
    """Tell whether the fine keeps to its tier, or says why it does not."""
    fine, low, high = _fine(s), s.main.tier_low, s.main.tier_high
    inside = (low is None or fine >= low) and (high is None or fine <= high)
    return not fine or inside or bool(s.main.deviation_reason)


@condition(
    "不因当事人陈述申辩而加重处罚，也不重于告知的内容",
    basis=PENALTY_LAW.article(45, 2),
    mend="按告知的内容决定；有新的事实的，重新告知",
    watch="LC-10",
    on_given=True,
)
def not_heavier_than_told(s: Any) -> bool:
    """Tell whether what is put to the head is no more than the party was told."""
    return not is_heavier(latest(s, PenaltyItem), latest(s, ProposedPenalty))


@condition(
    "对同一违法行为不给予两次以上罚款",
    basis=PENALTY_LAW.article(29),
    mend="核对该当事人已有的处罚；同一行为只罚款一次",
    watch="LC-21",
    on_given=True,
)
def not_fined_before(s: Any) -> bool:
    """Tell whether no other case of any organ fined the party for the same act."""
    if not fine_of(at_stake(s)) or s.party is None or s.main.item is None:
        return True
    return not _same_act(s).exists()


def _same_act(s: Any) -> Any:
    own = CaseParty.objects.filter(party=s.party).exclude(case=s.case)
    return Case.objects.filter(
        pk__in=own.values("case"),
        penaltyitem_rows__kind=PenaltyKind.FINE,
        courses__penaltyfile__item__code=s.main.item.code,
        courses__penaltyfile__act_began_on=s.main.act_began_on,
        courses__penaltyfile__act_ended_on=s.main.act_ended_on,
        courses__penaltyfile__place=s.main.place,
        history__step="decide",
    )
