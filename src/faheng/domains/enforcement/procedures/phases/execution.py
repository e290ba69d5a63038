"""Payment, demand, surcharge and the ways of enforcing (执行)."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.execution import (
    deferral_ended,
    demand_waited_out,
    goods_collected,
    inside_court_window,
    no_remedy_open,
    not_overpaid,
    nothing_owed,
    paid_by_now,
    performance_overdue,
    relief_within_surcharge,
    something_owed,
    surcharge_accrued,
)
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.execution import (
    CourtApplication,
    DemandAnswerRecord,
    DisposalRecord,
    EnforcementAgreement,
    GoodsList,
    MoneyReceipt,
    PerformanceDemand,
    SurchargeNotice,
    TerminationDecision,
)
from faheng.domains.enforcement.documents.service import ProofOfService
from faheng.domains.enforcement.frame import PenaltyFrame
from faheng.domains.enforcement.rows import (
    ConfiscatedGoods,
    DemandAnswer,
    GoodsDisposal,
    Payment,
    RemedyCase,
    RemedyEnd,
)
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Step, many, one
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

AFTER = (PenaltyFrame.served, PenaltyFrame.overdue, PenaltyFrame.in_court)


class ExecutionPhase(PenaltyFrame, part=True):
    """What was decided is performed, or the way to force it is opened."""

    record_payment = Step(
        "登记缴款",
        at=AFTER,
        by=(Role.RECORDER, Role.OFFICER),
        basis=PENALTY_LAW.article(67, 3),
        adds=[one(Payment)],
        requires=[paid_by_now, not_overpaid],
        issues=[MoneyReceipt],
        rows=["P17.1"],
        note="罚款由指定银行或者电子支付系统收缴，作出决定的机关不得自行收缴",
    )
    collect_goods = Step(
        "收缴没收物品",
        at=AFTER,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(74, 1),
        adds=[many(ConfiscatedGoods)],
        issues=[GoodsList],
        aside=True,
        rows=["P11.11"],
    )
    dispose_goods = Step(
        "登记罚没物品处置",
        at=(*AFTER, PenaltyFrame.performed),
        by=Role.RECORDER,
        basis=PENALTY_LAW.article(74, 1),
        adds=[one(GoodsDisposal)],
        requires=[goods_collected],
        issues=[DisposalRecord],
        aside=True,
        rows=["P11.11"],
    )
    record_remedy = Step(
        "登记复议诉讼",
        at=(*AFTER, PenaltyFrame.performed),
        by=(Role.RECORDER, Role.OFFICER),
        basis=PENALTY_LAW.article(73, 1),
        adds=[one(RemedyCase)],
        aside=True,
        rows=["P17.2", "P19.4"],
        note="复议、诉讼期间处罚不停止执行；加处罚款不予计算",
    )
    record_remedy_end = Step(
        "登记复议诉讼结果",
        at=(*AFTER, PenaltyFrame.performed),
        by=(Role.RECORDER, Role.OFFICER),
        basis=PENALTY_LAW.article(73, 3),
        adds=[one(RemedyEnd)],
        aside=True,
        rows=["P19.4"],
    )
    demand = Step(
        "催告履行",
        at=PenaltyFrame.served,
        to=PenaltyFrame.overdue,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(35),
        requires=[performance_overdue, something_owed, deferral_ended],
        issues=[PerformanceDemand],
        aside=True,
        rows=["P18.1", "P11.11"],
    )
    serve_demand = Step(
        "送达催告书",
        at=PenaltyFrame.overdue,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(38),
        requires=[*LAWFUL_SERVICE],
        serves=[PerformanceDemand],
        issues=[ProofOfService],
        starts=[PenaltyFrame.waiting],
        rows=["P18.1", "P18.3"],
    )
    hear_on_demand = Step(
        "记录并复核催告陈述申辩",
        at=PenaltyFrame.overdue,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(36),
        adds=[one(DemandAnswer)],
        issues=[DemandAnswerRecord],
        aside=True,
        rows=["P18.2"],
    )
    levy_surcharge = Step(
        "决定加处罚款",
        at=PenaltyFrame.overdue,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(72, 1, 1),
        requires=[surcharge_accrued],
        issues=[SurchargeNotice],
        aside=True,
        rows=["P19.1", "P19.2", "P19.3", "P19.4"],
    )
    serve_surcharge = Step(
        "送达加处罚款决定书",
        at=PenaltyFrame.overdue,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(45, 1),
        requires=[*LAWFUL_SERVICE],
        serves=[SurchargeNotice],
        issues=[ProofOfService],
        aside=True,
        rows=["P19.3"],
    )
    agree = Step(
        "达成执行协议",
        at=PenaltyFrame.overdue,
        by=Role.HEAD,
        basis=COERCION_LAW.article(42),
        asks=["agreement"],
        optional=["relief"],
        requires=[surcharge_accrued, relief_within_surcharge],
        issues=[EnforcementAgreement],
        aside=True,
        rows=["P19.6"],
        note="只能减免加处罚款，不能减免罚款本身",
    )
    confirm_performed = Step(
        "确认履行完毕",
        at=(PenaltyFrame.served, PenaltyFrame.overdue),
        to=PenaltyFrame.performed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(66, 1),
        asks=["performed_on", "performance_note"],
        requires=[nothing_owed, goods_collected, deferral_ended],
        stops=[PenaltyFrame.paying, PenaltyFrame.waiting],
        starts=[PenaltyFrame.closing],
        rows=["P17.1", "P11.11"],
    )
    apply_to_court = Step(
        "申请法院强制执行",
        at=PenaltyFrame.overdue,
        to=PenaltyFrame.in_court,
        by=Role.HEAD,
        basis=COERCION_LAW.article(53),
        asks=["court", "court_grounds", "property_clues"],
        requires=[
            something_owed,
            demand_waited_out,
            inside_court_window,
            no_remedy_open,
        ],
        issues=[CourtApplication],
        stops=[PenaltyFrame.waiting],
        aside=True,
        rows=["P18.3", "P11.11"],
    )
    record_enforced = Step(
        "登记法院执行结果",
        at=PenaltyFrame.in_court,
        to=PenaltyFrame.performed,
        by=(Role.OFFICER, Role.RECORDER),
        basis=COERCION_LAW.article(57),
        asks=["court_result", "performed_on", "performance_note"],
        stops=[PenaltyFrame.paying],
        starts=[PenaltyFrame.closing],
        rows=["P11.11"],
    )
    terminate_enforcement = Step(
        "终结执行",
        at=(PenaltyFrame.overdue, PenaltyFrame.in_court),
        to=PenaltyFrame.performed,
        by=Role.HEAD,
        basis=COERCION_LAW.article(40),
        asks=["terminate_ground", "terminate_reason"],
        issues=[TerminationDecision],
        stops=[PenaltyFrame.paying, PenaltyFrame.waiting],
        starts=[PenaltyFrame.closing],
        aside=True,
        rows=["P29.1"],
    )
