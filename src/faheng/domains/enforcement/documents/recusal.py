"""The paper of a recusal."""

from __future__ import annotations

from faheng.domains.enforcement.documents.phrases import on_day
from faheng.kernel.documents.declare import PARTY, Document, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

OUTCOMES = {"granted": "准予回避", "denied": "驳回回避申请"}


class RecusalDecision(Document):
    """回避申请及决定书: what was asked, and what the head decided."""

    code = "PEN-07"
    title = "回避申请及决定书"
    mark = "回避"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(43)
    copies = ("送达申请人", "归档")

    applicant = States("申请人", of=lambda s: s.file.applicant_name)
    manner = States("提出方式", of=lambda s: s.file.get_applicant_display())
    applied = States("提出日期", of=lambda s: on_day(s.file.applied_on))
    officer = States(
        "被申请回避的人员", of=lambda s: s.file.officer.name if s.file.officer else ""
    )
    ground = States("回避事由", of=lambda s: s.file.get_ground_display())
    facts = States("事实和理由", of=lambda s: s.file.facts)
    decision = States("决定", of=lambda s: OUTCOMES.get(s.course.stage, ""))
    reasons = States("决定理由", of=lambda s: s.file.decision_reasons)
    decider = States("决定人", of=lambda s: s.actor.name if s.actor else "")
    decided = States("决定日期", of=lambda s: on_day(s.on))
