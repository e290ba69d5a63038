"""Whether a decision was performed, and when it may be enforced."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.evidence import tracks_open
from faheng.domains.enforcement.files.choices import PayFor, RemedyKind
from faheng.domains.enforcement.files.deferral import Instalment
from faheng.domains.enforcement.frame import PenaltyFrame
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.owing import (
    court_window,
    due_on,
    imposed,
    owed,
    surcharge_grown,
    surcharge_now,
)
from faheng.domains.enforcement.rows import (
    ConfiscatedGoods,
    Payment,
    RemedyCase,
    RemedyEnd,
)
from faheng.domains.enforcement.rows.reading import fine_of, paid, sum_of
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "使缴款不超过应缴数额",
    basis=PENALTY_LAW.article(67, 1),
    mend="核对缴款金额和款项",
    watch="LC-47",
    on_given=True,
)
def not_overpaid(s: Any) -> bool:
    """Tell whether no more came in than was imposed and has accrued."""
    rows = imposed(s)
    most = {
        PayFor.FINE: fine_of(rows),
        PayFor.GAINS: sum_of(rows, PenaltyKind.CONFISCATE_GAINS),
        PayFor.SURCHARGE: surcharge_now(s),
    }
    return all(paid(s, kind) <= limit for kind, limit in most.items())


@condition(
    "使缴款日期不晚于今天",
    basis=PENALTY_LAW.article(67, 3),
    mend="核对缴款日期",
    on_given=True,
)
def paid_by_now(s: Any) -> bool:
    """Tell whether the payment does not lie in the future."""
    rows = s.rows(Payment)
    return not rows or bool(rows[-1].paid_on <= s.on)


@condition(
    "全部缴清罚款、加处罚款和没收的违法所得",
    basis=PENALTY_LAW.article(66, 1),
    mend="先登记缴款；确有困难的，办理延期、分期；逾期不缴的，催告",
    watch="LC-51",
)
def nothing_owed(s: Any) -> bool:
    """Tell whether no money is owed any more."""
    return not any(owed(s).values())


@condition(
    "收缴没收的非法财物",
    basis=PENALTY_LAW.article(74, 1),
    mend="先登记没收物品清单",
    watch="LC-51",
)
def goods_collected(s: Any) -> bool:
    """Tell whether goods were taken where the decision confiscates them."""
    rows = [r for r in imposed(s) if r.kind == PenaltyKind.CONFISCATE_GOODS]
    return not rows or bool(s.rows(ConfiscatedGoods))


@condition(
    "履行期限届满而当事人没有履行",
    basis=COERCION_LAW.article(35),
    mend="期限届满后再催告；已批准延期、分期的，按其期限",
)
def performance_overdue(s: Any) -> bool:
    """Tell whether the day has passed on which all should have been paid."""
    instalments = s.rows(Instalment)
    last = max((row.due_on for row in instalments), default=due_on(s))
    return last is None or bool(s.on > last)


@condition(
    "还有未履行的义务",
    basis=COERCION_LAW.article(35),
    mend="已经履行完毕的，办理“确认履行完毕”",
)
def something_owed(s: Any) -> bool:
    """Tell whether money is owed, or a duty that is no money was imposed."""
    measured = {
        PenaltyKind.FINE,
        PenaltyKind.CONFISCATE_GAINS,
        PenaltyKind.WARNING,
        PenaltyKind.CRITICISM,
    }
    other = any(row.kind not in measured for row in imposed(s))
    return any(owed(s).values()) or other


@condition(
    "已经逾期，产生加处罚款",
    basis=PENALTY_LAW.article(72, 1, 1),
    mend="到期未缴的次日起才能加处",
)
def surcharge_accrued(s: Any) -> bool:
    """Tell whether there is a surcharge at all."""
    return surcharge_grown(s) > 0


@condition(
    "只减免加处罚款，不减免罚款",
    basis=COERCION_LAW.article(42, 1),
    mend="减免数额不超过已产生的加处罚款",
    on_given=True,
)
def relief_within_surcharge(s: Any) -> bool:
    """Tell whether what is forgiven is no more than what has accrued."""
    return 0 <= (s.main.relief or 0) <= surcharge_grown(s)


@condition(
    "催告书送达满十个工作日",
    basis=COERCION_LAW.article(54),
    mend="期满后仍不履行的，再申请",
    watch="SX-23",
)
def demand_waited_out(s: Any) -> bool:
    """Tell whether a demand was served and its days have passed."""
    return bool(s.done("serve_demand") and s.lapsed(PenaltyFrame.waiting))


@condition(
    "在起诉期限届满后三个月内申请",
    basis=COERCION_LAW.article(53),
    mend="期限未到的等到期满；已过期的，写明正当理由后补录",
    watch="SX-25",
)
def inside_court_window(s: Any) -> bool:
    """Tell whether a court may be asked on that day."""
    window = court_window(s)
    return window is not None and window[0] < s.on <= window[1]


@condition(
    "没有正在进行的行政复议、行政诉讼",
    basis=COERCION_LAW.article(53),
    mend="等复议、诉讼终结，并登记结果",
)
def no_remedy_open(s: Any) -> bool:
    """Tell whether every remedy taken has ended."""
    ended = {row.remedy_id for row in s.rows(RemedyEnd)}
    kinds = {kind.value for kind in RemedyKind}
    return all(r.pk in ended for r in s.rows(RemedyCase) if r.kind in kinds)


@condition(
    "办结延期、分期缴纳",
    basis=PENALTY_LAW.article(66, 2),
    mend="先办结延期、分期事项",
)
def deferral_ended(s: Any) -> bool:
    """Tell whether no deferral is open."""
    return not tracks_open(s, "deferral")
