"""Papers of a penalty imposed on the spot."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import (
    amount,
    cited,
    officers,
    party_block,
)
from faheng.domains.enforcement.documents.phrases import at_moment
from faheng.domains.enforcement.files.on_the_spot import Reply
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.lib.text import full_date
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.reconsideration_law import RECONSIDERATION_LAW


def _moment(s: Any) -> str:
    return at_moment(s.file.act_at)


def _penalty(s: Any) -> str:
    kind = s.file.get_kind_display()
    return f"{kind}{amount(s.file.fine)}" if s.file.fine else kind


def _defence(s: Any) -> str:
    if s.file.reply == Reply.MADE:
        return f"{s.file.reply_text}。复核意见：{s.file.reply_review}"
    return str(s.file.get_reply_display())


class OnTheSpotDecision(Document):
    """当场行政处罚决定书: handed over on the spot, reconsideration comes first."""

    code = "PEN-40"
    title = "当场行政处罚决定书"
    mark = "当罚"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(52), RECONSIDERATION_LAW.article(23, 1, 1))
    copies = ("送达当事人", "报所属行政机关备案")

    who = States("当事人", of=party_block)
    act_time = States("违法时间", of=_moment)
    place = States("违法地点", of=lambda s: s.file.place)
    facts = States("违法事实", of=lambda s: s.file.facts)
    violated = States("违反的条款", of=lambda s: cited(s, ProvisionRole.VIOLATION))
    applied = States("处罚依据", of=lambda s: cited(s, ProvisionRole.PENALTY))
    penalty = States("处罚种类和数额", of=_penalty)
    defence = States("陈述申辩情况", of=_defence)
    order = States("责令改正", required=False, of=lambda s: s.file.order)
    payment = States("缴纳方式和期限", required=False, of=lambda s: _payment(s))
    remedy = States("救济途径和期限", of=lambda s: _remedy(s), watch="WS-03")
    by = States("执法人员", of=officers)


def _payment(s: Any) -> str:
    if not s.file.fine:
        return ""
    return "自收到本决定书之日起十五日内到指定银行或者通过电子支付系统缴纳"


def _remedy(s: Any) -> str:
    organ = s.organ.remedy_recon_organ
    if not organ:
        return ""
    return (
        f"对本决定不服的，应当自收到本决定书之日起六十日内先向{organ}申请行政复议；"
        "对行政复议决定仍不服的，可以依法提起行政诉讼"
    )


class OnTheSpotRecord(Document):
    """当场处罚备案表: the officers tell their own organ."""

    code = "PEN-41"
    title = "当场处罚备案表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(52, 3)

    decision = States("决定书文号", of=lambda s: _decision_number(s))
    who = States("当事人", of=lambda s: s.case.party_name)
    penalty = States("处罚内容", of=_penalty)
    by = States("执法人员", of=officers)
    filed = States("备案时间", of=lambda s: full_date(s.on))


def _decision_number(s: Any) -> str:
    paper = s.paper(OnTheSpotDecision)
    return paper.number if paper else ""
