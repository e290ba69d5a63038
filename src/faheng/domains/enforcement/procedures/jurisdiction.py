"""管辖争议: two organs talk it over, or their common superior decides."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.documents.jurisdiction import (
    DesignationRecord,
    DesignationRequest,
)
from faheng.domains.enforcement.files.jurisdiction import JurisdictionFile
from faheng.domains.enforcement.local import local
from faheng.kernel.clocks.compute import compute
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.clocks.regimes import PLAIN
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Procedure,
    Stage,
    Step,
    Term,
    condition,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

NEGOTIATING_RULE = LocalRule("管辖争议协商期限", "各领域部门规章，按参数执行")


def _last_day(s: Any) -> date | None:
    if s.file.arose_on is None:
        return None
    ledger = compute(
        regime=PLAIN,
        unit=DAYS,
        length=local("dispute_days")(s),
        start_on=s.file.arose_on,
        calendar=calendar(),
    )
    return ledger.due_on


@condition(
    "使争议发生日期不晚于今天",
    basis=PENALTY_LAW.article(25, 2),
    mend="核对争议发生日期",
    on_given=True,
)
def arose_before(s: Any) -> bool:
    """Tell whether the dispute arose by today."""
    return s.file.arose_on is None or s.file.arose_on <= s.on


class JurisdictionDispute(Procedure):
    """Talked over; failing that, put to the common superior, who designates."""

    title = "管辖争议"
    basis = PENALTY_LAW.article(25, 2)
    file = JurisdictionFile

    disputed = Stage("协商中")
    settled = Stage("协商一致", final=True)
    reported = Stage("已报请指定管辖")
    designated = Stage("已指定管辖", final=True)

    negotiating = Term(
        local("dispute_days"),
        DAYS,
        NEGOTIATING_RULE,
        title="协商管辖争议",
        until=_last_day,
        lapse="协商不成的，报请共同的上一级行政机关指定管辖",
    )

    dispute = Step(
        "提出管辖争议",
        at=None,
        to=disputed,
        by=(Role.OFFICER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(25, 2),
        asks=["dispute", "others", "arose_on", "positions"],
        requires=[arose_before],
        starts=[negotiating],
        rows=["P01.4"],
        note="也可以不经协商，直接报请共同的上一级行政机关指定",
    )
    settle = Step(
        "协商一致",
        at=disputed,
        to=settled,
        by=(Role.TEAM_LEAD, Role.HEAD),
        basis=PENALTY_LAW.article(25, 2),
        asks=["negotiation", "competent"],
        stops=[negotiating],
        rows=["P01.4"],
    )
    report = Step(
        "报请指定管辖",
        at=disputed,
        to=reported,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(25, 2),
        asks=["superior", "negotiation"],
        stops=[negotiating],
        issues=[DesignationRequest],
        aside=True,
        rows=["P01.4"],
        note="未经协商的，写明直接报请的原因",
    )
    record = Step(
        "登记指定管辖决定",
        at=reported,
        to=designated,
        by=(Role.OFFICER, Role.TEAM_LEAD, Role.RECORDER),
        basis=PENALTY_LAW.article(25, 2),
        asks=["designation_no", "designation", "competent"],
        issues=[DesignationRecord],
        rows=["P01.4"],
    )
