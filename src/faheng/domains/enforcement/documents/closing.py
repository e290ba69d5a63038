"""Papers of closing, withdrawal and archive."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import amount, party_block
from faheng.domains.enforcement.documents.execution import decision_no
from faheng.domains.enforcement.documents.phrases import numbered, on_day
from faheng.domains.enforcement.documents.stating import (
    chosen,
    handlers,
    row,
    signer,
    signing,
    today,
    told,
)
from faheng.domains.enforcement.files.choices import PayFor
from faheng.domains.enforcement.rows import Recording
from faheng.domains.enforcement.rows.reading import latest, paid
from faheng.kernel.cases.models import Course
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.archives_law import ARCHIVES_LAW


class WithdrawalApproval(Document):
    """终止调查（撤案）审批表."""

    code = "PEN-48"
    title = "终止调查（撤案）审批表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(57, 1)

    who = States("当事人", of=party_block)
    ground = States("终止情形", of=chosen("withdraw_ground"))
    facts = States("事实和理由", of=told("withdraw_facts"))
    goods = States("涉案财物处理", of=told("goods_handling"))
    handlers = States("承办人", of=handlers)
    legal = States("法制机构意见", of=told("withdraw_legal_view"))
    head = States("负责人意见", of=told("withdraw_opinion"))
    head_sign = States("负责人及日期", of=signing)
    informed = States("告知情况", of=told("withdraw_told"))


def _money(s: Any) -> str:
    parts = [f"{kind.label}{amount(paid(s, kind))}" for kind in PayFor if paid(s, kind)]
    return "、".join(parts) or "没有款项入库"


def _published(s: Any) -> str:
    ran = Course.objects.filter(case=s.case, track="publicity")
    if not ran.exists():
        return "未公示"
    return "公示中" if ran.filter(ended_at=None).exists() else "公示已办结"


class ClosingApproval(Document):
    """结案审批表."""

    code = "PEN-53"
    title = "结案审批表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(47)

    case_no = States("案号", of=lambda s: s.case.number)
    who = States("当事人", of=lambda s: s.case.party_name)
    decision = States("决定", of=lambda s: decision_no(s) or "未作处罚决定")
    kind_of = States("结案方式", of=chosen("close_kind"))
    performance = States(
        "履行情况", of=lambda s: s.main.performance_note or "不涉及履行"
    )
    money = States("款项", of=_money)
    goods = States("罚没财物", of=lambda s: s.main.goods_state or "不涉及罚没财物")
    published = States("公示", of=_published)
    remedies = States(
        "复议诉讼", of=lambda s: s.main.remedies_outcome or "未申请复议、未提起诉讼"
    )
    team = States("办案机构意见", of=told("closing_opinion"))
    team_sign = States("办案机构负责人", of=signer("propose_closing"))
    head = States("负责人意见", of=told("head_closing_opinion"))
    head_sign = States("负责人及日期", of=signing)


class FileCover(Document):
    """卷宗封面."""

    code = "PEN-56"
    title = "卷宗封面"
    kind = DocumentKind.FORM
    basis = (PENALTY_LAW.article(47), ARCHIVES_LAW.article(14))

    archive_no = States("档号", of=told("archive_no"))
    case_title = States("题名", of=lambda s: s.case.title)
    case_no = States("案号", of=lambda s: s.case.number or "无案号")
    body = States("立卷机关", of=lambda s: s.organ.name)
    opened = States(
        "立案日期", of=lambda s: on_day(s.when("file_case") or s.case.opened_on)
    )
    closed = States("结案日期", of=lambda s: on_day(_closed(s)))
    handlers = States("承办人", of=handlers)
    retention = States("保管期限", of=chosen("retention"))
    pages = States("页数", of=lambda s: str(s.main.pages or ""))


def _closed(s: Any) -> Any:
    return s.when("close_case") or s.when("withdraw")


class ContentsList(Document):
    """卷内目录: every paper of the case, in order."""

    code = "PEN-57"
    title = "卷内目录"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(47)

    papers = States("卷内文件", of=lambda s: _papers(s))


def _papers(s: Any) -> list[dict[str, str]]:
    listed = (p for p in s.papers if p.code not in {"PEN-56", "PEN-57", "PEN-58"})
    return numbered(
        {
            "title": paper.title,
            "number": paper.number,
            "date": on_day(paper.made_on),
            "served": f"{on_day(paper.served_on)}送达" if paper.served_on else "",
        }
        for paper in listed
    )


class FileNote(Document):
    """卷内备考表."""

    code = "PEN-58"
    title = "卷内备考表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(47)

    pages = States("页数", of=lambda s: str(s.main.pages or ""))
    note = States("缺损等情况", of=told("file_note"))
    archivist = States("立卷人", of=signing)
    checker = States("检查人", of=told("checker"))
    date = States("日期", of=today)


class RecordingIndex(Document):
    """音像记录清单."""

    code = "PEN-59"
    title = "音像记录清单"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(47)

    clips = States("音像记录", of=lambda s: _clips(s))
    collector = States("移交人", of=row(Recording, "officer"))


def _clips(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "clip": one.clip_no,
            "device": one.device,
            "officer": one.officer,
            "step": one.step,
            "digest": one.digest,
            "path": one.path,
            "kept": one.kept,
        }
        for one in latest(s, Recording)
    )
