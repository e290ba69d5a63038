"""查封、扣押 until property is held: power, approval, the ten steps, emergencies."""

from __future__ import annotations

from faheng.domains.enforcement.conditions import seizures as must
from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.seizure import (
    MeasureApproval,
    MeasureRecord,
    SeizureDecision,
    SeizureList,
    UrgentMeasureApproval,
)
from faheng.domains.enforcement.files.seized_goods import (
    SeizedGood,
)
from faheng.domains.enforcement.files.seizure import SeizureFile
from faheng.domains.enforcement.local import local
from faheng.kernel.clocks.declare import DAYS, HOURS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Duty,
    Procedure,
    Stage,
    Step,
    Term,
    many,
)
from faheng.statutes.administrative_coercion_law import COERCION_LAW

CLAIMING_RULE = LocalRule("无主财物认领公告期限", "各地自行规定，按参数执行")
PLANNED = ["measure", "power_level", "power_law", "power_place", "reasons", "days"]
CARRIED_OUT = [
    "place",
    *must.TICKS,
    "not_necessities",
    "not_sealed",
    "attendance",
    "defence",
]
ON_THE_SPOT = [
    two_certified,
    must.not_entrusted,
    must.all_steps_done,
    must.signed_or_witnessed,
    must.no_necessities,
    must.not_sealed_already,
    must.all_photographed,
    must.delivered_on_the_spot,
    *LAWFUL_SERVICE,
]


class SeizureStart(Procedure, part=True):
    """Stages, periods, and all that leads to property being held."""

    basis = COERCION_LAW.article(22)
    file = SeizureFile

    proposed = Stage("待批准")
    refused = Stage("不予批准", final=True)
    approved = Stage("待实施")
    urgent = Stage("已紧急实施，待补办批准")
    disapproved = Stage("未获批准，应当立即解除")
    held = Stage("查封、扣押中")
    handled = Stage("已作处理决定")
    lifted = Stage("已决定解除，待退还")
    unclaimed = Stage("认领公告中")
    ended = Stage("已办结", final=True)

    reporting = Term(
        24,
        HOURS,
        COERCION_LAW.article(19),
        title="报告并补办批准手续",
        lapse="未补办批准手续的，应当立即解除",
        watch="SX-13",
    )
    holding = Term(
        lambda s: s.file.days or must.MOST_DAYS,
        DAYS,
        COERCION_LAW.article(25, 1),
        title="查封、扣押期限",
        lapse="期限届满，应当立即解除查封、扣押",
        # A decision may fix ten days or fewer; those are days, not the law's own.
        regime="plain",
        watch="SX-09",
    )
    claiming = Term(
        local("claim_days"),
        DAYS,
        CLAIMING_RULE,
        title="认领",
        of=Duty.PARTY,
        lapse="逾期无人认领的，依法处理",
    )

    propose = Step(
        "提请查封、扣押",
        at=None,
        to=proposed,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(18, 1, 1),
        asks=[*PLANNED, "objects_planned"],
        requires=[must.law_grants_power, must.not_entrusted, must.at_most_thirty_days],
        rows=["P15.1", "P15.5"],
    )
    approve = Step(
        "批准查封、扣押",
        at=proposed,
        to=approved,
        by=Role.HEAD,
        basis=COERCION_LAW.article(18, 1, 1),
        asks=["opinion"],
        requires=[must.law_grants_power, must.not_entrusted],
        issues=[MeasureApproval],
        rows=["P15.2"],
    )
    refuse = Step(
        "不予批准",
        at=proposed,
        to=refused,
        by=Role.HEAD,
        basis=COERCION_LAW.article(18, 1, 1),
        asks=["opinion"],
        aside=True,
        rows=["P15.2"],
    )
    execute = Step(
        "实施查封、扣押",
        at=approved,
        to=held,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(24, 1),
        asks=CARRIED_OUT,
        optional=["witness"],
        adds=[many(SeizedGood)],
        requires=ON_THE_SPOT,
        starts=[holding],
        issues=[SeizureDecision, SeizureList, MeasureRecord],
        serves=[SeizureDecision, SeizureList],
        rows=["P15.3", "P15.5", "P15.6"],
        note="决定书和清单当场交付；清单一式二份",
    )
    execute_at_once = Step(
        "紧急情况当场实施",
        at=None,
        to=urgent,
        by=Role.OFFICER,
        basis=COERCION_LAW.article(19),
        asks=[*PLANNED, "urgency", *CARRIED_OUT],
        optional=["witness"],
        adds=[many(SeizedGood)],
        requires=[must.law_grants_power, must.at_most_thirty_days, *ON_THE_SPOT],
        starts=[reporting, holding],
        issues=[SeizureDecision, SeizureList, MeasureRecord],
        serves=[SeizureDecision, SeizureList],
        aside=True,
        rows=["P15.3", "P15.4", "P15.5", "P15.6"],
        note="二十四小时内报告并补办批准手续，夜间和节假日照算",
    )
    approve_late = Step(
        "补办批准",
        at=urgent,
        to=held,
        by=Role.HEAD,
        basis=COERCION_LAW.article(19),
        asks=["reported_at", "opinion"],
        requires=[must.within_a_day],
        stops=[reporting],
        issues=[UrgentMeasureApproval],
        rows=["P15.4"],
    )
    disapprove = Step(
        "不予补办，责令解除",
        at=urgent,
        to=disapproved,
        by=Role.HEAD,
        basis=COERCION_LAW.article(19),
        asks=["reported_at", "opinion"],
        stops=[reporting],
        issues=[UrgentMeasureApproval],
        aside=True,
        rows=["P15.4"],
    )
