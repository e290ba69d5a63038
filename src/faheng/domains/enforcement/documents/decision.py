"""Papers of the decision."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import party_block
from faheng.domains.enforcement.documents.phrases import (
    at_moment,
    numbered,
    on_day,
    remedy,
)
from faheng.domains.enforcement.documents.stating import (
    act_time,
    applied,
    chosen,
    dated,
    exhibits,
    penalties,
    signer,
    signing,
    today,
    told,
    violated,
)
from faheng.domains.enforcement.files.choices import NoPenaltyGround
from faheng.domains.enforcement.files.legal_review import ReviewOpinion
from faheng.domains.enforcement.owing import imposed
from faheng.domains.enforcement.rows import DiscussionMember
from faheng.domains.enforcement.rows.reading import fine_of, latest
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.lib.text import full_date
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.fine_collection_measures import FINE_COLLECTION_MEASURES


class DiscussionRecord(Document):
    """集体讨论记录."""

    code = "PEN-35"
    title = "行政处罚案件集体讨论记录"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(57, 2)
    signers = ("参加人签名", "记录人签名")

    time = States("时间", of=lambda s: at_moment(s.main.discussed_at))
    place = States("地点", of=told("discussion_place"))
    chair = States("主持人", of=told("discussion_chair"))
    report = States("承办人汇报", of=told("discussion_report"))
    review = States("法制审核意见", of=told("discussion_review"))
    opinions = States("参加人及意见", of=lambda s: _opinions(s))
    conclusion = States("讨论结论", of=told("discussion_conclusion"))


def _opinions(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"name": one.person.name, "post": one.post, "opinion": one.opinion}
        for one in latest(s, DiscussionMember)
    )


def _review(s: Any) -> str:
    rows = s.rows(ReviewOpinion)
    return rows[-1].advice if rows else "不属于应当法制审核的案件"


def _answered(s: Any) -> str:
    return s.main.defence_result or "当事人未提出陈述、申辩意见"


class DecisionApproval(Document):
    """行政处罚决定审批表."""

    code = "PEN-36"
    title = "行政处罚决定审批表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(57, 1)

    who = States("当事人", of=party_block)
    summary = States("案情", of=told("facts"))
    defence = States("陈述申辩情况", of=_answered)
    review = States("法制审核意见", of=_review)
    proposed = States("拟作决定", of=lambda s: penalties(imposed(s)))
    team = States("办案机构意见", of=told("team_decision_opinion"))
    team_sign = States("办案机构负责人", of=signer("submit_decision"))
    head = States("负责人决定意见", of=told("head_decision_opinion"))
    head_sign = States("负责人及日期", of=signing)


def _paid_where(s: Any) -> str:
    if not fine_of(imposed(s)):
        return "本决定未处罚款"
    return f"自收到本决定书之日起十五日内到{s.main.payee}缴纳，或者通过电子支付系统缴纳"


def _late(s: Any) -> str:
    if not fine_of(imposed(s)):
        return "不适用加处罚款"
    return (
        "到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额"
    )


class PenaltyDecision(Document):
    """行政处罚决定书: the six items of article 59, where to pay, what follows."""

    code = "PEN-37"
    title = "行政处罚决定书"
    mark = "罚决"
    watch = "WS-02"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(59), FINE_COLLECTION_MEASURES.article(7))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    time = States("违法时间", required=False, of=act_time)
    place = States("违法地点", required=False, of=told("place"))
    facts = States("违法事实", of=told("facts"))
    exhibits = States("证据", of=exhibits)
    violated = States("违反的规定", of=violated)
    defence = States("陈述申辩及采纳情况", of=_answered)
    reasons = States("处罚理由和裁量", of=told("decision_reasons"))
    applied = States("处罚依据", of=applied)
    penalty = States("处罚种类和数额", of=lambda s: penalties(imposed(s)))
    how = States("履行方式和期限", of=told("perform_how"))
    paying = States("罚款缴纳", of=_paid_where)
    late = States("加处罚款的标准", of=_late)
    remedy = States("救济途径和期限", of=remedy, watch="WS-03")
    organ_name = States("作出决定的机关", of=lambda s: s.organ.name)
    decided = States("决定日期", of=today)


def _ground(s: Any) -> str:
    ground = NoPenaltyGround(s.main.no_penalty_ground)
    return f"{ground.label}（{ground.basis.printed()}）"


class NoPenaltyDecision(Document):
    """不予行政处罚决定书."""

    code = "PEN-38"
    title = "不予行政处罚决定书"
    mark = "不罚"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(57, 1), PENALTY_LAW.article(33))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    facts = States("查明的事实", of=told("no_penalty_facts"))
    ground = States("不予处罚的情形和依据", of=_ground)
    correction = States("改正情况", of=lambda s: _correction(s))
    education = States("教育情况", of=lambda s: _education(s))
    remedy = States("救济途径和期限", of=remedy, watch="WS-03")
    decided = States("决定日期", of=today)


def _correction(s: Any) -> str:
    day = on_day(s.main.corrected_on)
    said = s.main.correction_state
    return f"{day}{said}" if day or said else "不涉及改正"


def _education(s: Any) -> str:
    if s.main.no_penalty_ground == NoPenaltyGround.NOT_PROVEN:
        return "违法事实不能成立，不涉及教育"
    return str(s.main.education)


class EducationRecord(Document):
    """不罚教育记录."""

    code = "PEN-39"
    title = "不予处罚教育（告诫、承诺）记录"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(33, 3)
    signers = ("当事人签名", "执法人员签名")

    who = States("当事人", of=lambda s: s.case.party_name)
    ground = States("不予处罚情形", of=chosen("no_penalty_ground"))
    content = States("教育内容", of=_education)
    promise = States("当事人承诺", of=lambda s: s.main.promise or "无")
    date = States("日期", of=lambda s: full_date(s.on))
    corrected = States("改正日期", required=False, of=dated("corrected_on"))
