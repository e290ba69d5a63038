"""The papers of an order to correct."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import officers, party_block
from faheng.domains.enforcement.documents.phrases import on_day, remedy
from faheng.domains.enforcement.files.correction import Reinspection
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def _latest(s: Any, name: str) -> Any:
    rows = s.rows(Reinspection, of_course=True)
    return getattr(rows[-1], name) if rows else ""


def _order(s: Any) -> str:
    paper = s.paper(CorrectionOrder)
    return paper.number if paper else ""


def _result(s: Any) -> str:
    rows = s.rows(Reinspection, of_course=True)
    return rows[-1].get_result_display() if rows else ""


class CorrectionOrder(Document):
    """责令（限期）改正通知书."""

    code = "PEN-22"
    title = "责令（限期）改正通知书"
    mark = "责改"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(28, 1)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    act = States("违法行为", of=lambda s: s.file.act_found)
    violated = States("违反的规定", of=lambda s: s.file.violated)
    demands = States("改正内容", of=lambda s: s.file.demands)
    until = States("改正期限", of=lambda s: on_day(s.file.correct_by))
    consequence = States("逾期不改正的后果", of=lambda s: s.file.consequence)
    remedies = States("救济途径", of=remedy)


class ReinspectionRecord(Document):
    """复查记录: whether the order was followed."""

    code = "INS-07"
    title = "复查记录"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(28, 1)

    order = States("责令改正通知书文号", of=_order)
    until = States("改正期限", of=lambda s: on_day(s.file.correct_by))
    inspected = States("复查日期", of=lambda s: on_day(_latest(s, "inspected_on")))
    checked = States("复查内容", of=lambda s: _latest(s, "checked"))
    result = States("改正情况", of=_result)
    proof = States("证据", of=lambda s: _latest(s, "proof"))
    next_step = States("后续处理", of=lambda s: _latest(s, "next_step"))
    by = States("执法人员", of=officers)
