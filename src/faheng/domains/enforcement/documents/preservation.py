"""The papers of an advance registration and preservation of evidence."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import officers, party_block
from faheng.domains.enforcement.documents.phrases import at_moment, numbered, on_day
from faheng.domains.enforcement.files.preservation import (
    PreservedItem,
    PreservedItemFate,
)
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def _items(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "name": row.name,
            "spec": row.spec,
            "quantity": f"{row.quantity}{row.unit}",
            "state": row.state,
        }
        for row in s.rows(PreservedItem, of_course=True)
    )


def _fates(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"item": str(row.item), "disposal": row.get_disposal_display()}
        for row in s.rows(PreservedItemFate, of_course=True)
    )


def _executed(s: Any) -> str:
    return on_day(s.when("execute") or s.when("execute_at_once"))


def _number(s: Any) -> str:
    paper = s.paper(PreservationNotice)
    return paper.number if paper else ""


class PreservationApproval(Document):
    """先行登记保存证据审批表."""

    code = "PEN-16"
    title = "先行登记保存证据审批表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(56)

    who = States("当事人", of=lambda s: s.case.party_name)
    items = States("拟登记保存的物品", of=lambda s: s.file.planned)
    reasons = States("登记保存的理由", of=lambda s: s.file.reasons)
    way = States("保存方式", of=lambda s: s.file.get_kept_where_display())
    place = States("保存地点", of=lambda s: s.file.place)
    handlers = States("承办人", of=officers)
    opinion = States("审批意见", of=lambda s: s.file.opinion)
    approver = States("批准人", of=lambda s: s.actor.name if s.actor else "")
    approved = States("批准时间", of=lambda s: at_moment(s.at))


class PreservationNotice(Document):
    """先行登记保存证据通知书及清单: handed over when the measure is carried out."""

    code = "PEN-17"
    title = "先行登记保存证据通知书"
    mark = "登存"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(56)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    reasons = States("登记保存的理由", of=lambda s: s.file.reasons)
    began = States("开始时间", of=lambda s: at_moment(s.at))
    period = States("期限", of=lambda s: "七个工作日")
    way = States("保存方式", of=lambda s: s.file.get_kept_where_display())
    place = States("保存地点", of=lambda s: s.file.place)
    items = States("物品清单", of=_items)
    duty = States(
        "不得销毁或者转移的义务",
        of=lambda s: "在此期间，当事人或者有关人员不得损毁、销毁或者转移上述物品",
    )
    attended = States("到场情况", of=lambda s: s.file.get_attendance_display())
    by = States("执法人员", of=officers)


class PreservationDecision(Document):
    """先行登记保存证据处理决定书: what becomes of every thing on the list."""

    code = "PEN-18"
    title = "先行登记保存证据处理决定书"
    mark = "登处"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(56), PENALTY_LAW.article(85))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    notice = States("通知书文号", of=_number)
    executed = States("登记保存日期", of=lambda s: _executed(s))
    fates = States("逐项处理", of=_fates)
    reasons = States("处理理由", of=lambda s: s.file.decision_reasons)
