"""The papers of publishing a decision, and of taking it back."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.phrases import on_day, span
from faheng.domains.enforcement.masking import masked, masked_name
from faheng.kernel.clocks.periods import add_months
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.kernel.parties.declare import PartyKind
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.disclosure_regulation import DISCLOSURE_REGULATION


def shown_party(s: Any) -> str:
    """Return the party's name as it may be published."""
    if s.party is not None and s.party.kind == PartyKind.CITIZEN:
        return masked_name(s.case.party_name)
    return str(s.case.party_name)


def _period(s: Any) -> str:
    first, months = s.file.decided_on, s.file.months
    if first is None or not months:
        return ""
    return span(first, add_months(first, months))


class PublicationApproval(Document):
    """行政处罚信息公示审批（摘要）表."""

    code = "PEN-54"
    title = "行政处罚信息公示审批（摘要）表"
    kind = DocumentKind.FORM
    basis = (
        PENALTY_LAW.article(48, 1),
        DISCLOSURE_REGULATION.article(15),
        DISCLOSURE_REGULATION.article(20),
    )

    decision = States("决定书文号", of=lambda s: s.file.decision_no)
    decided = States("决定日期", of=lambda s: on_day(s.file.decided_on))
    who = States("当事人", of=shown_party)
    organ_name = States("作出机关", of=lambda s: s.organ.name)
    kind_of = States("公示内容", of=lambda s: s.file.get_decision_kind_display())
    abstract = States("公示摘要", of=lambda s: masked(s.file.abstract))
    level = States("类别", of=lambda s: s.file.get_credit_class_display())
    period = States("公示期", of=_period)
    secrecy = States("保密审查意见", of=lambda s: s.file.secrecy)
    approver = States("审批人", of=lambda s: s.actor.name if s.actor else "")
    approved = States("审批日期", of=lambda s: on_day(s.on))


class WithdrawalStatement(Document):
    """撤回公示信息说明: public, with the reason."""

    code = "PEN-55"
    title = "撤回公示信息说明"
    sealed = True
    mark = "撤示"
    basis = PENALTY_LAW.article(48, 2)
    copies = ("公开", "归档")

    original = States("原决定书文号", of=lambda s: s.file.decision_no)
    changing = States("变更、撤销等决定", of=lambda s: s.file.changing_paper)
    changed = States("变化情形", of=lambda s: s.file.get_changed_display())
    changed_on = States("变更文书日期", of=lambda s: on_day(s.file.changed_on))
    reason = States("撤回理由", of=lambda s: s.file.withdrawal)
    withdrawn = States("撤回日期", of=lambda s: on_day(s.on))
