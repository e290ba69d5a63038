"""查封、扣押: property held for a limited time, then confiscated or given back."""

from __future__ import annotations

from faheng.domains.enforcement.conditions import seized_goods as goods
from faheng.domains.enforcement.conditions import seizures as must
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.seizure import (
    ExtensionDecision,
)
from faheng.domains.enforcement.documents.seizure_end import (
    ClaimNotice,
    CustodyAgreement,
    EarlyDisposalRecord,
    LabPeriodNotice,
    LiftingDecision,
    ReturnList,
)
from faheng.domains.enforcement.files.seized_goods import (
    Custody,
    GoodFate,
    LabPeriod,
    ReturnedGood,
    SoldGood,
)
from faheng.domains.enforcement.files.seizure import SeizureFile
from faheng.domains.enforcement.procedures.seizure_start import (
    CLAIMING_RULE,
    SeizureStart,
)
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Extend,
    LeaveOut,
    Step,
    many,
    one,
)
from faheng.statutes.administrative_coercion_law import COERCION_LAW


class Seizure(SeizureStart):
    """Approved, carried out, tested, lengthened, decided, lifted and returned."""

    title = "查封、扣押"
    basis = COERCION_LAW.article(22)
    file = SeizureFile

    extend = Step(
        "延长期限",
        at=SeizureStart.held,
        by=Role.HEAD,
        basis=COERCION_LAW.article(25, 1),
        asks=["extension_days", "extension_reasons"],
        requires=[must.before_the_end, must.extended_once],
        extends=Extend(
            SeizureStart.holding, by="extension_days", unit=DAYS, most=must.MOST_DAYS
        ),
        issues=[ExtensionDecision],
        aside=True,
        rows=["P15.7"],
    )
    serve_extension = Step(
        "送达延长期限决定书",
        at=SeizureStart.held,
        by=(Role.OFFICER, Role.RECORDER),
        basis=COERCION_LAW.article(25, 2),
        requires=LAWFUL_SERVICE,
        serves=[ExtensionDecision],
        aside=True,
        rows=["P15.7"],
    )
    fix_test = Step(
        "确定检测期间",
        at=SeizureStart.held,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(25, 3),
        adds=[one(LabPeriod)],
        requires=[must.before_the_end, must.test_period_is_fixed],
        issues=[LabPeriodNotice],
        aside=True,
        rows=["P15.6"],
        note="告知书送达以前的检测日数照样计入期限",
    )
    serve_test_notice = Step(
        "送达检测期间告知书",
        at=SeizureStart.held,
        by=(Role.OFFICER, Role.RECORDER),
        basis=COERCION_LAW.article(25, 3),
        requires=[must.before_the_end, *LAWFUL_SERVICE],
        serves=[LabPeriodNotice],
        leaves_out=[LeaveOut(SeizureStart.holding, must.notified_test_days)],
        aside=True,
        rows=["P15.6"],
    )
    end_test = Step(
        "检测提前结束",
        at=SeizureStart.held,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(25, 3),
        resumes=[SeizureStart.holding],
        aside=True,
        rows=["P15.6"],
        note="自结束之日的次日起恢复计算期限",
    )
    entrust = Step(
        "委托第三人保管",
        at=SeizureStart.held,
        by=(Role.OFFICER, Role.TEAM_LEAD),
        basis=COERCION_LAW.article(26, 2),
        adds=[one(Custody)],
        requires=[must.is_sealing, must.organ_pays_for_custody],
        issues=[CustodyAgreement],
        aside=True,
        rows=["P15.8"],
    )
    dispose_early = Step(
        "先行处置易腐等物品",
        at=SeizureStart.held,
        by=Role.HEAD,
        basis=COERCION_LAW.article(28, 2),
        adds=[many(SoldGood)],
        requires=[goods.sold_once],
        issues=[EarlyDisposalRecord],
        aside=True,
        rows=["P15.10"],
        note="先留存样品、照片；变卖价格明显低于市场价格造成损失的，应当补偿",
    )
    handle = Step(
        "作出处理决定",
        at=SeizureStart.held,
        to=SeizureStart.handled,
        by=Role.HEAD,
        basis=COERCION_LAW.article(27),
        asks=["handling_reasons"],
        adds=[many(GoodFate)],
        requires=[must.before_the_end, goods.every_good_decided],
        stops=[SeizureStart.holding],
        rows=["P15.9"],
    )
    lift = Step(
        "解除查封、扣押",
        at=(
            SeizureStart.held,
            SeizureStart.urgent,
            SeizureStart.disapproved,
            SeizureStart.handled,
        ),
        to=SeizureStart.lifted,
        by=Role.HEAD,
        basis=COERCION_LAW.article(28, 1),
        asks=["lift_ground", "lift_reasons"],
        requires=[must.ground_is_true, goods.something_to_release],
        stops=[SeizureStart.reporting, SeizureStart.holding],
        issues=[LiftingDecision],
        rows=["P15.4", "P15.10"],
    )
    hand_back = Step(
        "退还物品",
        at=(SeizureStart.lifted, SeizureStart.unclaimed),
        to=SeizureStart.ended,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(28, 2),
        adds=[many(ReturnedGood)],
        requires=[goods.all_returned, *LAWFUL_SERVICE],
        stops=[SeizureStart.claiming],
        issues=[ReturnList],
        serves=[LiftingDecision],
        rows=["P15.10"],
    )
    post_claim_notice = Step(
        "发布认领公告",
        at=SeizureStart.lifted,
        to=SeizureStart.unclaimed,
        by=(Role.OFFICER, Role.RECORDER),
        basis=CLAIMING_RULE,
        asks=["notice_posted"],
        starts=[SeizureStart.claiming],
        issues=[ClaimNotice],
        aside=True,
        rows=["P15.11"],
        note="所有人不明或者不来领取的",
    )
    close_unclaimed = Step(
        "期满无人认领",
        at=SeizureStart.unclaimed,
        to=SeizureStart.ended,
        by=(Role.RECORDER, Role.OFFICER),
        basis=CLAIMING_RULE,
        requires=[goods.claim_period_over],
        stops=[SeizureStart.claiming],
        aside=True,
        rows=["P15.11"],
    )
    finish = Step(
        "办结查封、扣押",
        at=SeizureStart.handled,
        to=SeizureStart.ended,
        by=(Role.OFFICER, Role.RECORDER),
        basis=COERCION_LAW.article(27),
        requires=[goods.nothing_to_release],
        aside=True,
        rows=["P15.9"],
        note="物品全部没收、销毁或者移送的",
    )
