"""The papers of sampling and testing."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import officers, party_block
from faheng.domains.enforcement.documents.phrases import numbered, on_day
from faheng.domains.enforcement.files.sampling import (
    LabCommission,
    LabResult,
    Sample,
)
from faheng.domains.enforcement.local import local
from faheng.kernel.documents.declare import OTHER, PARTY, Document, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def _samples(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "sample_no": row.sample_no,
            "name": row.name,
            "spec": row.spec,
            "batch": f"{row.batch}（{row.batch_quantity}{row.unit}）",
            "quantity": f"{row.quantity}{row.unit}",
            "sealed": row.sealed,
            "storage": row.storage,
        }
        for row in s.rows(Sample, of_course=True)
    )


def _latest(s: Any) -> LabCommission | None:
    rows = s.rows(LabCommission, of_course=True)
    return rows[-1] if rows else None


def _told(s: Any, name: str) -> str:
    commission = _latest(s)
    return str(getattr(commission, name)) if commission else ""


def _accreditation(s: Any) -> str:
    row = _latest(s)
    return f"{row.accreditation}，有效期至{on_day(row.accredited_until)}" if row else ""


def _due(s: Any) -> str:
    row = _latest(s)
    return on_day(row.due_on) if row else ""


def _results(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "sample": str(row.sample),
            "report": row.report_no,
            "tested": on_day(row.tested_on),
            "result": row.result,
        }
        for row in s.rows(LabResult, of_course=True)
    )


def _right(s: Any) -> str:
    days = local("retest_days")(s)
    return f"对结果有异议的，可以自收到本告知书之日起{days}日内书面提出并申请复检"


class SamplingNotice(Document):
    """抽样取证通知书及物品清单."""

    code = "PEN-15"
    title = "抽样取证通知书"
    mark = "抽样"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(56)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    place = States("抽样地点", of=lambda s: s.file.place)
    method = States("抽样方法", of=lambda s: s.file.method)
    sampled = States("抽样日期", of=lambda s: on_day(s.on))
    samples = States("样品清单", of=_samples)
    by = States("执法人员", of=officers)


class LabCommissionLetter(Document):
    """检测委托书: the question put to the institute."""

    code = "PEN-19"
    title = "检测（检验、检疫、鉴定）委托书"
    mark = "检委"
    serve_on = OTHER
    sealed = True
    basis = PENALTY_LAW.article(46, 1, 7)
    copies = ("送受托机构", "归档")

    institute = States("受托机构", of=lambda s: _told(s, "institute"))
    accreditation = States("资质", of=_accreditation)
    sample = States("样品", of=lambda s: _told(s, "sample"))
    question = States("委托事项", of=lambda s: _told(s, "question"))
    due = States("完成期限", of=_due)


class LabResultNotice(Document):
    """检测结果告知书: the result, and the right to have it tested again."""

    code = "PEN-20"
    title = "检测（鉴定）结果告知书"
    mark = "检告"
    serve_on = PARTY
    sealed = True
    basis = PENALTY_LAW.article(44)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    institute = States("检测机构", of=lambda s: _told(s, "institute"))
    results = States("检测结果", of=_results)
    right = States("异议和复检的权利、期限", of=_right)
