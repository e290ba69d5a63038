"""行政执法投诉举报: taken on or not, looked into, answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.supervision.conditions.complaints import (
    COMPLAINT_RULE,
    case_is_the_organs,
    extension_is_allowed,
    organ_has_days_left,
    organ_has_spoken,
    received_by_now,
)
from faheng.domains.supervision.documents.complaints import (
    ComplaintAnswer,
    ComplaintRefusal,
    ComplaintTransfer,
)
from faheng.domains.supervision.files.complaint import ComplaintFile, OrganStatement
from faheng.domains.supervision.registers import local
from faheng.kernel.cases.models import Evidence
from faheng.kernel.clocks.declare import DAYS, WORKING_DAYS
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    ANYWHERE,
    Adds,
    Extend,
    Join,
    Part,
    Procedure,
    Stage,
    Step,
    Term,
    one,
)
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION

RECEIVERS = (Role.SUPERVISOR, Role.RECORDER)


def acceptance_due(s: Any) -> date:
    """Return the last day on which to take a complaint on, counted from receipt."""
    days = local("complaint_accept_days")(s)
    return calendar().add_workdays(s.file.received_on or s.on, days)


class EnforcementComplaint(Procedure):
    """A slip becomes a case; whoever sent it is told what came of it."""

    title = "行政执法投诉举报"
    basis = SUPERVISION_REGULATION
    file = ComplaintFile

    received = Stage("待决定是否受理")
    refused = Stage("不予受理待告知")
    transferring = Stage("转送待告知")
    investigating = Stage("核查中")
    asked = Stage("待被投诉机关说明")
    found = Stage("待答复")
    closed = Stage("已办结", final=True)

    accepting = Term(
        0,
        WORKING_DAYS,
        COMPLAINT_RULE,
        title="决定是否受理投诉举报",
        until=acceptance_due,
    )
    handling = Term(local("complaint_days"), DAYS, COMPLAINT_RULE, title="办结投诉举报")
    explaining = Term(
        0,
        DAYS,
        COMPLAINT_RULE,
        title="向监督机关说明情况",
        until=lambda s: s.file.organ_due_on,
        part=Part.SUPERVISED,
    )

    register = Step(
        "登记投诉举报",
        at=None,
        to=received,
        by=RECEIVERS,
        basis=SUPERVISION_REGULATION,
        asks=["slip", "about_organ", "about", "summary", "received_on"],
        optional=["about_case_no"],
        requires=[case_is_the_organs, received_by_now],
        starts=[accepting],
        numbers="诉",
        note="投诉要点不写投诉人的姓名和联系方式",
    )
    accept = Step(
        "受理",
        at=received,
        to=investigating,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        stops=[accepting],
        starts=[handling],
    )
    refuse = Step(
        "不予受理",
        at=received,
        to=refused,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["not_accepted", "not_accepted_note"],
        stops=[accepting],
        issues=[ComplaintRefusal],
        aside=True,
    )
    tell_refusal = Step(
        "告知不予受理",
        at=refused,
        to=closed,
        by=RECEIVERS,
        basis=SUPERVISION_REGULATION,
        serves=[ComplaintRefusal],
    )
    transfer = Step(
        "转送有权机关",
        at=(received, investigating),
        to=transferring,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["transferred_to", "transfer_note"],
        stops=[accepting, handling],
        issues=[ComplaintTransfer],
        aside=True,
    )
    tell_transfer = Step(
        "告知转送",
        at=transferring,
        to=closed,
        by=RECEIVERS,
        basis=SUPERVISION_REGULATION,
        serves=[ComplaintTransfer],
    )
    ask_organ = Step(
        "要求被投诉机关说明",
        at=investigating,
        to=asked,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["organ_question", "organ_due_on"],
        requires=[organ_has_days_left],
        joins=[Join(Part.SUPERVISED, "about_organ")],
        starts=[explaining],
        aside=True,
    )
    explain = Step(
        "说明情况",
        at=asked,
        to=investigating,
        by=(Role.HEAD, Role.TEAM_LEAD),
        part=Part.SUPERVISED,
        basis=SUPERVISION_REGULATION,
        adds=[one(OrganStatement), Adds(Evidence, least=0, most=None)],
        stops=[explaining],
    )
    extend = Step(
        "延长办理期限",
        at=(investigating, asked),
        by=Role.SUPERVISOR,
        basis=COMPLAINT_RULE,
        asks=["extra_days", "extension_reason"],
        requires=[extension_is_allowed],
        extends=Extend(handling, "extra_days", DAYS),
        aside=True,
    )
    conclude = Step(
        "作出核查结论",
        at=(investigating, asked),
        to=found,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["finding", "findings", "measures"],
        requires=[organ_has_spoken],
        stops=[explaining],
        note="执法行为违法或者不当的，另行出具监督文书",
    )
    answer = Step(
        "答复投诉举报人",
        at=found,
        to=closed,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["answer_text"],
        stops=[handling],
        issues=[ComplaintAnswer],
        serves=[ComplaintAnswer],
    )
    end = Step(
        "终止办理",
        at=ANYWHERE,
        to=closed,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["end_reason"],
        stops=[accepting, handling, explaining],
        aside=True,
        note="投诉举报人撤回，或者没有留下联系方式、无从答复的",
    )
