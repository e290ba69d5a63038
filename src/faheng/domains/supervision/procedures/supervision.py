"""行政执法监督: a notice asks, an opinion tells, a decision orders."""

from __future__ import annotations

from typing import Any

from faheng.domains.supervision.conditions.instruments import (
    REPLY_RULE,
    decision_follows_opinion,
    due_day_is_fair,
    matters_are_the_organs,
    notice_is_settled,
    opinion_is_settled,
    organ_is_watched,
)
from faheng.domains.supervision.documents.instruments import (
    InterviewRecord,
    RectificationReport,
    SupervisionDecisionPaper,
    SupervisionNoticePaper,
    SupervisionOpinionPaper,
)
from faheng.domains.supervision.files.supervision import (
    Interview,
    Rectification,
    SupervisedMatter,
    SupervisionDecision,
    SupervisionFile,
    SupervisionNotice,
    SupervisionOpinion,
    SupervisionReply,
)
from faheng.domains.supervision.registers import local
from faheng.kernel.cases.models import Evidence
from faheng.kernel.clocks.declare import DAYS, WORKING_DAYS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    ANYWHERE,
    Adds,
    Join,
    Part,
    Procedure,
    Stage,
    Step,
    Term,
    one,
)
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION

REVIEW_RULE = LocalRule("监督答复审查期限", "本省行政执法监督规定")
LEADERS = (Role.HEAD, Role.TEAM_LEAD)
PROOF = Adds(Evidence, least=0, most=None)


def due(model: type[Any]) -> Any:
    """Return a function that reads the last day off the latest instrument."""

    def read(s: Any) -> Any:
        rows = s.rows(model)
        return rows[-1].due_on if rows else None

    return read


class EnforcementSupervision(Procedure):
    """One organ is asked, told and if need be ordered; its answers are looked at."""

    title = "行政执法监督"
    basis = SUPERVISION_REGULATION
    file = SupervisionFile

    opened = Stage("待出具监督文书")
    notified = Stage("通知书待答复")
    explained = Stage("通知书答复待审查")
    opined = Stage("意见书待整改")
    corrected = Stage("整改报告待审查")
    decided = Stage("决定书待执行")
    executed = Stage("执行报告待审查")
    closed = Stage("监督办结", final=True)

    answering = Term(
        0,
        DAYS,
        REPLY_RULE,
        title="答复监督通知书",
        until=due(SupervisionNotice),
        part=Part.SUPERVISED,
    )
    correcting = Term(
        0,
        DAYS,
        REPLY_RULE,
        title="按监督意见整改并报告",
        until=due(SupervisionOpinion),
        part=Part.SUPERVISED,
        watch="SX-36",
    )
    executing = Term(
        0,
        DAYS,
        REPLY_RULE,
        title="执行监督决定并报告",
        until=due(SupervisionDecision),
        part=Part.SUPERVISED,
        watch="SX-36",
    )
    reviewing = Term(
        local("reply_review_days"),
        WORKING_DAYS,
        REVIEW_RULE,
        title="审查答复",
    )

    open = Step(
        "监督立案",
        at=None,
        to=opened,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["supervised", "ground", "matter", "facts"],
        adds=[Adds(SupervisedMatter, least=0, most=None)],
        requires=[organ_is_watched, matters_are_the_organs],
        joins=[Join(Part.SUPERVISED, "supervised")],
        numbers="监",
        rows=["P36.1"],
    )
    notify = Step(
        "出具监督通知书",
        at=(opened, explained),
        to=notified,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        adds=[one(SupervisionNotice)],
        requires=[due_day_is_fair],
        starts=[answering],
        stops=[reviewing],
        issues=[SupervisionNoticePaper],
        rows=["P36.2"],
    )
    answer = Step(
        "答复监督通知书",
        at=notified,
        to=explained,
        by=LEADERS,
        part=Part.SUPERVISED,
        basis=SUPERVISION_REGULATION,
        adds=[one(SupervisionReply), PROOF],
        stops=[answering],
        starts=[reviewing],
        rows=["P36.2"],
    )
    opine = Step(
        "出具监督意见书",
        at=(opened, notified, explained),
        to=opined,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        adds=[one(SupervisionOpinion)],
        requires=[notice_is_settled, due_day_is_fair],
        starts=[correcting],
        stops=[answering, reviewing],
        issues=[SupervisionOpinionPaper],
        rows=["P36.3"],
    )
    report_correction = Step(
        "报送整改报告",
        at=opined,
        to=corrected,
        by=LEADERS,
        part=Part.SUPERVISED,
        basis=SUPERVISION_REGULATION,
        adds=[one(Rectification), PROOF],
        stops=[correcting],
        starts=[reviewing],
        issues=[RectificationReport],
        rows=["P36.3"],
    )
    return_correction = Step(
        "退回重新整改",
        at=corrected,
        to=opined,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["review_note"],
        adds=[one(SupervisionOpinion)],
        requires=[due_day_is_fair],
        starts=[correcting],
        stops=[reviewing],
        issues=[SupervisionOpinionPaper],
        aside=True,
        rows=["P36.3"],
    )
    decide = Step(
        "出具监督决定书",
        at=(opened, explained, opined, corrected),
        to=decided,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        optional=["serious_reason"],
        adds=[one(SupervisionDecision)],
        requires=[opinion_is_settled, decision_follows_opinion, due_day_is_fair],
        starts=[executing],
        stops=[correcting, reviewing],
        issues=[SupervisionDecisionPaper],
        rows=["P36.4"],
    )
    report_execution = Step(
        "报送执行情况",
        at=decided,
        to=executed,
        by=LEADERS,
        part=Part.SUPERVISED,
        basis=SUPERVISION_REGULATION,
        adds=[one(Rectification), PROOF],
        stops=[executing],
        starts=[reviewing],
        issues=[RectificationReport],
        rows=["P36.4"],
    )
    return_execution = Step(
        "退回重新执行",
        at=executed,
        to=decided,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["review_note"],
        adds=[one(SupervisionDecision)],
        requires=[due_day_is_fair],
        starts=[executing],
        stops=[reviewing],
        issues=[SupervisionDecisionPaper],
        aside=True,
        rows=["P36.4"],
    )
    interview = Step(
        "约谈",
        at=(opined, corrected, decided, executed),
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        adds=[one(Interview)],
        issues=[InterviewRecord],
        aside=True,
        rows=["P36.3"],
    )
    close = Step(
        "审查通过，办结",
        at=(explained, corrected, executed),
        to=closed,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["review_note", "closing_reason"],
        stops=[reviewing],
        rows=["P36.3"],
    )
    end = Step(
        "终止监督",
        at=ANYWHERE,
        to=closed,
        by=Role.SUPERVISOR,
        basis=SUPERVISION_REGULATION,
        asks=["closing_reason"],
        stops=[answering, correcting, executing, reviewing],
        aside=True,
        note="查明没有问题，或者事项并入另一件监督的",
    )
