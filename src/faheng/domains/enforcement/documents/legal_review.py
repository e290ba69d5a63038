"""The paper of a legal review."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.phrases import on_day
from faheng.domains.enforcement.files.legal_review import (
    ReviewOpinion,
    SubmittedMaterial,
)
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

CONCLUSIONS = {
    "passed": "审核通过",
    "correcting": "补正后重新送审",
    "rejected": "审核不通过",
}


def _said(s: Any, name: str) -> str:
    rows = s.rows(ReviewOpinion, of_course=True)
    return str(getattr(rows[-1], name)) if rows else ""


def _material(s: Any) -> str:
    return "、".join(row.name for row in s.rows(SubmittedMaterial, of_course=True))


class LegalReviewOpinion(Document):
    """重大行政执法决定法制审核意见书: one for every opinion."""

    code = "PEN-25"
    title = "重大行政执法决定法制审核意见书"
    mark = "法审"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(58)

    trigger = States("审核事由", of=lambda s: s.file.get_trigger_display())
    proposal = States("拟作出的决定", of=lambda s: s.file.proposal)
    material = States("送审材料", of=_material)
    submitted = States("送审日期", of=lambda s: on_day(s.when("submit")))
    reviewed = States("审核日期", of=lambda s: on_day(s.on))
    power = States("主体资格和权限", of=lambda s: _said(s, "power"))
    facts = States("事实认定", of=lambda s: _said(s, "facts"))
    evidence = States("证据", of=lambda s: _said(s, "evidence"))
    law = States("法律适用", of=lambda s: _said(s, "law"))
    discretion = States("裁量", of=lambda s: _said(s, "discretion"))
    procedure = States("程序", of=lambda s: _said(s, "procedure"))
    documents = States("文书", of=lambda s: _said(s, "documents"))
    crime = States("涉嫌犯罪移送", of=lambda s: _said(s, "crime"))
    advice = States("审核意见", of=lambda s: _said(s, "advice"))
    conclusion = States("审核结论", of=lambda s: CONCLUSIONS.get(s.course.stage, ""))
    reviewer = States("审核人", of=lambda s: s.actor.name if s.actor else "")
