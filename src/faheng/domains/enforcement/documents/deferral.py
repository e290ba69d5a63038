"""The papers of a deferral or an instalment plan."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import amount, party_block
from faheng.domains.enforcement.documents.phrases import number_of, numbered, on_day
from faheng.domains.enforcement.files.deferral import Instalment
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

DECISIONS = ("PEN-37", "PEN-40")


def _decision(s: Any) -> str:
    return number_of(s, *DECISIONS)


def _schedule(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"due": on_day(row.due_on), "amount": amount(row.amount)}
        for row in s.rows(Instalment, of_course=True)
    )


def _last(s: Any) -> str:
    rows = s.rows(Instalment, of_course=True)
    return on_day(max(row.due_on for row in rows)) if rows else ""


class DeferralRequest(Document):
    """延期（分期）缴纳罚款申请书."""

    code = "PEN-49"
    title = "延期（分期）缴纳罚款申请书"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(66, 2)

    who = States("申请人", of=party_block)
    decision = States("处罚决定书文号", of=_decision)
    relief = States("申请事项", of=lambda s: s.file.get_relief_display())
    hardship = States("经济困难的情况", of=lambda s: s.file.hardship)
    proof = States("证明材料", of=lambda s: s.file.proof)
    plan = States("缴款计划", of=lambda s: s.file.plan)
    applied = States("申请日期", of=lambda s: on_day(s.file.applied_on))


class DeferralApproval(Document):
    """延期（分期）缴纳罚款通知书: approved, with the schedule."""

    code = "PEN-50"
    title = "延期（分期）缴纳罚款通知书"
    mark = "延缴"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(66, 2), PENALTY_LAW.article(72, 2))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("处罚决定书文号", of=_decision)
    relief = States("批准事项", of=lambda s: s.file.get_relief_display())
    opinion = States("审批意见", of=lambda s: s.file.opinion)
    approver = States("批准人", of=lambda s: s.actor.name if s.actor else "")
    schedule = States("缴款安排", of=_schedule)
    last = States("最后缴款日期", of=_last)


class DeferralRefusal(Document):
    """不予延期（分期）缴纳罚款通知书."""

    code = "PEN-50"
    title = "不予延期（分期）缴纳罚款通知书"
    mark = "延缴"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(66, 2)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("处罚决定书文号", of=_decision)
    relief = States("申请事项", of=lambda s: s.file.get_relief_display())
    opinion = States("不予批准的理由", of=lambda s: s.file.opinion)
    approver = States("决定人", of=lambda s: s.actor.name if s.actor else "")
