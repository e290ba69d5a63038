"""The papers of a dispute over jurisdiction."""

from __future__ import annotations

from faheng.domains.enforcement.documents.phrases import on_day
from faheng.kernel.documents.declare import OTHER, Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class DesignationRequest(Document):
    """指定管辖请示: the common superior is asked to say whose case it is."""

    code = "PEN-05"
    title = "指定管辖请示"
    mark = "管辖"
    serve_on = OTHER
    sealed = True
    basis = PENALTY_LAW.article(25, 2)
    copies = ("报上一级机关", "归档")

    superior = States("上一级机关", of=lambda s: s.file.superior)
    bodies = States("争议的机关", of=lambda s: s.file.others)
    dispute = States("争议情形", of=lambda s: s.file.get_dispute_display())
    arose = States("争议发生日期", of=lambda s: on_day(s.file.arose_on))
    positions = States("各方意见", of=lambda s: s.file.positions)
    negotiation = States("协商经过", of=lambda s: s.file.negotiation)


class DesignationRecord(Document):
    """指定管辖决定登记表: what the superior decided."""

    code = "PEN-05"
    title = "指定管辖决定登记表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(25, 2)

    superior = States("决定机关", of=lambda s: s.file.superior)
    decision = States("决定文号", of=lambda s: s.file.designation_no)
    content = States("决定内容", of=lambda s: s.file.designation)
    competent = States("管辖机关", of=lambda s: s.file.competent)
    told = States("登记日期", of=lambda s: on_day(s.on))
