"""Papers of the clue and the filing."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import party_block
from faheng.domains.enforcement.documents.stating import (
    chosen,
    dated,
    handlers,
    masked,
    signer,
    signing,
    told,
    violated,
)
from faheng.kernel.documents.declare import OTHER, Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def _informant(s: Any) -> str:
    return masked(s.main.informant) or "无"


class ClueForm(Document):
    """案件来源登记表: where a clue came from and what became of it."""

    code = "PEN-01"
    title = "案件来源登记表"
    mark = "线登"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(54, 1)

    source = States("案件来源", of=chosen("source"))
    received = States("收到时间", of=dated("received_on"))
    informant = States("举报人", of=_informant)
    suspected = States("涉嫌当事人", of=told("suspected"))
    act = States("涉嫌违法行为", of=told("act_desc"))
    place = States("发生地点", of=told("place"))
    handler = States("登记人", of=signer("register_clue"))
    verified = States("核查情况", of=told("verify_facts"))
    result = States("核查结论", of=chosen("verify_result"))
    verifier = States("核查人", of=signing)


class FilingApproval(Document):
    """立案审批表: the day of approval starts the ninety days."""

    code = "PEN-02"
    title = "立案审批表"
    kind = DocumentKind.FORM
    basis = (PENALTY_LAW.article(54, 2), PENALTY_LAW.article(60))

    case_title = States("案件名称", of=lambda s: s.case.title)
    case_no = States("案号", of=lambda s: s.case.number)
    who = States("当事人", of=party_block)
    source = States("案件来源", of=chosen("source"))
    facts = States("简要案情", of=told("brief_facts"))
    violated = States("涉嫌违反的规定", of=violated)
    reason = States("立案理由", of=told("filing_reason"))
    proposer = States("承办人", of=signer("propose_filing"))
    officers = States("拟指派的办案人员", of=handlers)
    team = States("办案机构意见", of=told("team_filing_opinion"))
    team_sign = States("办案机构负责人", of=signer("endorse_filing"))
    head = States("负责人审批意见", of=told("head_filing_opinion"))
    head_sign = States("负责人及日期", of=signing)


class NoFilingDecision(Document):
    """不予立案审批表及告知记录."""

    code = "PEN-03"
    title = "不予立案审批表"
    kind = DocumentKind.FORM
    basis = (PENALTY_LAW.article(36), PENALTY_LAW.article(54))

    clue_no = States("线索编号", of=lambda s: _clue_no(s))
    facts = States("核查情况", of=told("verify_facts"))
    reason = States("不予立案理由", of=chosen("refuse_reason"))
    head = States("负责人意见", of=told("refuse_opinion"))
    head_sign = States("负责人及日期", of=signing)
    informed = States("告知举报人情况", of=told("informant_told"))


def _clue_no(s: Any) -> str:
    paper = s.paper(ClueForm)
    return paper.number if paper else ""


class TransferLetter(Document):
    """案件移送函: another organ has the power."""

    code = "PEN-04"
    title = "案件移送函"
    mark = "移函"
    serve_on = OTHER
    sealed = True
    basis = PENALTY_LAW.article(22)
    copies = ("送达受移送机关", "归档")

    receiver = States("受移送机关", of=told("transfer_to"))
    summary = States("案情摘要", of=told("verify_facts"))
    reason = States("移送理由", of=told("transfer_reason"))
    material = States("移送材料清单", of=told("transfer_list"))
    contact = States("联系人", of=told("transfer_contact"))
