"""The papers of a hearing."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import party_block
from faheng.domains.enforcement.documents.phrases import numbered, on_day
from faheng.domains.enforcement.files.hearing import HearingPerson
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def _time(s: Any) -> str:
    on, at = s.file.held_on, s.file.held_time
    return f"{on_day(on)}{at:%H时%M分}" if on and at else ""


def _host(s: Any) -> str:
    return s.file.host.name if s.file.host else ""


def _clerk(s: Any) -> str:
    return s.file.clerk.name if s.file.clerk else ""


def _public(s: Any) -> str:
    if s.file.is_public:
        return "公开举行"
    return f"不公开举行（{s.file.get_closed_ground_display()}）"


def _people(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "capacity": row.get_capacity_display(),
            "name": row.name,
            "remark": row.remark,
        }
        for row in s.rows(HearingPerson, of_course=True)
    )


def _signing(s: Any) -> str:
    if s.file.signed:
        return "笔录已交当事人（代理人）核对无误并签字"
    return str(s.file.host_note)


class HearingRequest(Document):
    """听证申请书: what the party asked for, and when."""

    code = "PEN-30"
    title = "听证申请书"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(64, 1, 1)

    who = States("申请人", of=party_block)
    manner = States("提出方式", of=lambda s: s.file.get_asked_how_display())
    asked = States("提出日期", of=lambda s: on_day(s.file.asked_on))
    claims = States("听证要求和理由", of=lambda s: s.file.claims)
    excuse = States(
        "逾期提出的正当理由", required=False, of=lambda s: s.file.late_excuse
    )


class HearingNotice(Document):
    """行政处罚听证通知书."""

    code = "PEN-31"
    title = "行政处罚听证通知书"
    mark = "听通"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(64, 1, 2)
    copies = ("送达当事人", "送有关人员", "归档")

    who = States("当事人", of=party_block)
    time = States("听证时间", of=_time)
    place = States("听证地点", of=lambda s: s.file.place)
    host = States("主持人", of=_host)
    clerk = States("记录员", of=_clerk)
    public = States("是否公开", of=_public)
    recusal = States(
        "申请回避的权利",
        of=lambda s: (
            "认为主持人与本案有直接利害关系的，有权在听证举行前申请其回避，并说明理由"
        ),
    )
    agents = States(
        "委托代理",
        of=lambda s: (
            "可以亲自参加听证，也可以委托一至二人代理；代理人应当提交授权委托书"
        ),
    )
    absence = States(
        "缺席的后果",
        of=lambda s: (
            "无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利，终止听证"
        ),
    )


class HearingAnnouncement(Document):
    """听证公告: a public hearing is announced."""

    code = "PEN-32"
    title = "听证公告"
    mark = "听公"
    sealed = True
    basis = PENALTY_LAW.article(64, 1, 3)
    copies = ("公告", "归档")

    who = States("当事人", of=lambda s: s.case.party_name)
    cause = States("案由", of=lambda s: s.case.matter)
    time = States("听证时间", of=_time)
    place = States("听证地点", of=lambda s: s.file.place)


class HearingTranscript(Document):
    """听证笔录: the decision rests on it."""

    code = "PEN-33"
    title = "听证笔录"
    kind = DocumentKind.RECORD
    signers = ("当事人（代理人）签名", "主持人签名", "记录员签名")
    basis = (PENALTY_LAW.article(64, 1, 7), PENALTY_LAW.article(64, 1, 8))

    time = States("听证时间", of=_time)
    place = States("听证地点", of=lambda s: s.file.place)
    public = States("是否公开", of=_public)
    host = States("主持人", of=_host)
    clerk = States("记录员", of=_clerk)
    people = States("参加人", of=_people)
    proposal = States("调查人员意见", of=lambda s: s.file.proposal)
    defence = States("当事人申辩", of=lambda s: s.file.defence)
    challenge = States("质证", of=lambda s: s.file.challenge)
    last_words = States("最后陈述", of=lambda s: s.file.last_words)
    signing = States("核对签字", of=_signing)


class HearingTermination(Document):
    """终止听证记录: the party stayed away or left; the right counts as given up."""

    code = "PEN-33"
    title = "终止听证记录"
    kind = DocumentKind.RECORD
    signers = ("主持人签名", "记录员签名")
    basis = PENALTY_LAW.article(64, 1, 6)

    time = States("听证时间", of=_time)
    place = States("听证地点", of=lambda s: s.file.place)
    host = States("主持人", of=_host)
    clerk = States("记录员", of=_clerk)
    case_of = States("情形", of=lambda s: s.file.get_missed_display())
    facts = States("经过", of=lambda s: s.file.missed_facts)


class HearingReport(Document):
    """听证报告."""

    code = "PEN-34"
    title = "听证报告"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(65)

    who = States("当事人", of=lambda s: s.case.party_name)
    time = States("听证时间", of=_time)
    host = States("主持人", of=_host)
    findings = States("听证查明的事实", of=lambda s: s.file.findings)
    disputes = States("争议焦点", of=lambda s: s.file.disputes)
    opinion = States("处理意见", of=lambda s: s.file.opinion)
    made = States("报告日期", of=lambda s: on_day(s.on))
