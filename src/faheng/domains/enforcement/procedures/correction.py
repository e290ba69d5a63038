"""责令改正: an order with a last day, and a look whether it was followed."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.delivery import takes_effect
from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.correction import (
    CorrectionOrder,
    ReinspectionRecord,
)
from faheng.domains.enforcement.files.correction import CorrectionFile, Reinspection
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Duty,
    Procedure,
    Stage,
    Step,
    Term,
    condition,
    one,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "使改正期限不早于今天",
    basis=PENALTY_LAW.article(28, 1),
    mend="重新确定改正期限",
    on_given=True,
)
def deadline_is_ahead(s: Any) -> bool:
    """Tell whether the last day to correct has not passed already."""
    return s.file.correct_by is None or s.file.correct_by >= s.on


@condition(
    "给当事人留有改正的时间，改正期限晚于送达日期",
    basis=PENALTY_LAW.article(28, 1),
    mend="重新制作通知书，确定新的改正期限",
    on_given=True,
)
def deadline_after_service(s: Any) -> bool:
    """Tell whether the order was served before its last day."""
    served = takes_effect(s)
    return served is None or s.file.correct_by is None or s.file.correct_by > served


@condition(
    "等改正期限届满，或者由当事人申请提前复查",
    basis=PENALTY_LAW.article(28, 1),
    mend="期满后复查；当事人已改正并申请复查的，勾选“申请提前复查”",
    on_given=True,
)
def due_or_asked(s: Any) -> bool:
    """Tell whether the last day has come, or the party asked for an earlier look."""
    given = s.given.get("reinspection", [])
    if any(row.get("asked_by_party") for row in given):
        return True
    looked = [row.get("inspected_on") or s.on for row in given] or [s.on]
    return s.file.correct_by is not None and min(looked) >= s.file.correct_by


class Correction(Procedure):
    """Ordered, served, looked at again: corrected, partly, or not."""

    title = "责令改正"
    basis = PENALTY_LAW.article(28, 1)
    file = CorrectionFile

    ordered = Stage("通知书待送达")
    running = Stage("改正中")
    inspected = Stage("已复查")
    ended = Stage("办结", final=True)

    correcting = Term(
        1,
        DAYS,
        PENALTY_LAW.article(28, 1),
        title="改正违法行为",
        of=Duty.PARTY,
        until=lambda s: s.file.correct_by,
        lapse="逾期不改正的，依法处理",
    )

    order = Step(
        "责令改正",
        at=None,
        to=ordered,
        by=(Role.OFFICER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(28, 1),
        asks=["act_found", "violated", "demands", "correct_by", "consequence"],
        requires=[deadline_is_ahead],
        issues=[CorrectionOrder],
        rows=["P03.1"],
        note="责令改正不是处罚种类，每件处罚案件都应当责令改正",
    )
    serve = Step(
        "送达责令改正通知书",
        at=ordered,
        to=running,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(28, 1),
        requires=[deadline_after_service, *LAWFUL_SERVICE],
        serves=[CorrectionOrder],
        starts=[correcting],
        rows=["P03.1"],
    )
    remake = Step(
        "重新制作通知书",
        at=ordered,
        by=(Role.OFFICER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(28, 1),
        asks=["demands", "correct_by", "consequence"],
        requires=[deadline_is_ahead],
        issues=[CorrectionOrder],
        aside=True,
        rows=["P03.1"],
    )
    prolong = Step(
        "延长改正期限",
        at=running,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(28, 1),
        asks=["correct_by", "prolong_reason"],
        requires=[deadline_is_ahead],
        stops=[correcting],
        starts=[correcting],
        aside=True,
        rows=["P03.1"],
    )
    reinspect = Step(
        "复查",
        at=(running, inspected),
        to=inspected,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(28, 1),
        adds=[one(Reinspection)],
        requires=[two_certified, due_or_asked],
        stops=[correcting],
        issues=[ReinspectionRecord],
        rows=["P03.2"],
    )
    finish = Step(
        "办结责令改正",
        at=inspected,
        to=ended,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(28, 1),
        rows=["P03.2"],
    )
