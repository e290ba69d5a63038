"""Papers by which the party is told, and by which it answers."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import officers, party_block
from faheng.domains.enforcement.documents.phrases import numbered
from faheng.domains.enforcement.documents.stating import (
    act_time,
    applied,
    penalties,
    row,
    signing,
    told,
    violated,
)
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.owing import proposal
from faheng.domains.enforcement.rows import Defence, DefencePoint
from faheng.domains.enforcement.rows.reading import latest
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.lib.text import numeral
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

HEARING_DAYS = "五个工作日"


def _where(s: Any) -> str:
    return f"{s.organ.name}（地址：{s.organ.address}，电话：{s.organ.phone}）"


def _answer(s: Any) -> str:
    days = numeral(local("answer_days")(s))
    return (
        f"自收到本告知书之日起{days}个工作日内，可以向{_where(s)}"
        "书面或者口头提出陈述、申辩意见；逾期未提出的，视为没有意见"
    )


def _hearing(s: Any) -> str:
    return (
        f"自收到本告知书之日起{HEARING_DAYS}内，可以向{_where(s)}要求举行听证；"
        "逾期未提出的，视为放弃听证权利。听证不收取费用"
    )


class AdvanceNotice(Document):
    """行政处罚事先告知书."""

    code = "PEN-26"
    title = "行政处罚事先告知书"
    mark = "罚告"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(44), PENALTY_LAW.article(62))
    copies = ("送达当事人", "归档")
    watch = "LC-07"

    who = States("当事人", of=party_block)
    time = States("违法时间", required=False, of=act_time)
    place = States("违法地点", required=False, of=told("place"))
    facts = States("违法事实", of=told("facts"))
    reasons = States("处罚理由", of=told("tier_reasons"))
    violated = States("违反的规定", of=violated)
    applied = States("处罚依据", of=applied)
    intended = States("拟处罚内容", of=lambda s: penalties(proposal(s)))
    rights = States("陈述申辩的权利和期限", of=_answer)


class HearingRightNotice(Document):
    """行政处罚听证告知书: all of the notice, and the right to a hearing."""

    code = "PEN-27"
    title = "行政处罚听证告知书"
    mark = "听告"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(63, 1), PENALTY_LAW.article(64, 1, 1))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    facts = States("违法事实", of=told("facts"))
    reasons = States("处罚理由", of=told("tier_reasons"))
    violated = States("违反的规定", of=violated)
    applied = States("处罚依据", of=applied)
    intended = States("拟处罚内容", of=lambda s: penalties(proposal(s)))
    rights = States("陈述申辩的权利和期限", of=_answer)
    hearing = States("听证权利、期限和受理机关", of=_hearing)


class DefenceRecord(Document):
    """陈述申辩笔录."""

    code = "PEN-28"
    title = "陈述申辩笔录"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(45, 1)
    signers = ("陈述申辩人签名", "执法人员签名")

    time = States("时间", of=row(Defence, "made_at"))
    manner = States("方式", of=row(Defence, "manner"))
    speaker = States("陈述申辩人", of=row(Defence, "speaker"))
    content = States("内容", of=row(Defence, "content"))
    evidence = States("新的事实和证据", required=False, of=row(Defence, "evidence"))
    by = States("记录的执法人员", of=officers)


class AnswerWaiver(Document):
    """放弃陈述申辩声明: given up in so many words."""

    code = "PEN-28"
    title = "放弃陈述申辩声明"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(45, 1)

    who = States("当事人", of=party_block)
    waiver = States("放弃的表示", of=told("waiver"))
    hearing = States(
        "是否放弃听证", of=lambda s: "放弃" if s.main.hearing_waived else "未表示放弃"
    )


class DefenceReview(Document):
    """陈述申辩复核意见书: each point, whether it holds, and why."""

    code = "PEN-29"
    title = "陈述申辩复核意见书"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(45, 1)

    points = States("复核意见", of=lambda s: _points(s))
    sign = States("复核人及日期", of=signing)


def _points(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "point": one.point,
            "checked": one.checked,
            "accepted": "采纳" if one.accepted else "不予采纳",
            "reason": one.reason,
        }
        for one in latest(s, DefencePoint)
    )
