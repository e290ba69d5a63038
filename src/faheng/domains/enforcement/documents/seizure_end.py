"""The papers by which a measure on property is tested, kept and ended."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import amount, officers, party_block
from faheng.domains.enforcement.documents.phrases import numbered, on_day, span
from faheng.domains.enforcement.documents.seizure import decision_number, measure
from faheng.domains.enforcement.files.seized_goods import (
    Custody,
    Fate,
    GoodFate,
    LabPeriod,
    ReturnedGood,
    SeizedGood,
    SoldGood,
)
from faheng.kernel.documents.declare import (
    OTHER,
    PARTY,
    Document,
    DocumentKind,
    States,
)
from faheng.statutes.administrative_coercion_law import COERCION_LAW


def _latest(s: Any, model: type[Any], name: str) -> str:
    rows = s.rows(model, of_course=True)
    return str(getattr(rows[-1], name)) if rows else ""


def _test_period(s: Any) -> str:
    rows = s.rows(LabPeriod, of_course=True)
    return span(rows[-1].from_on, rows[-1].until_on) if rows else ""


def to_release(s: Any) -> list[SeizedGood]:
    """Return what is neither confiscated, destroyed nor handed on."""
    fates = s.rows(GoodFate, of_course=True)
    gone = {row.good_id for row in fates if row.fate != Fate.RELEASE}
    rows = s.rows(SeizedGood, of_course=True)
    return [row for row in rows if row.pk not in gone]


def _released(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"name": row.name, "spec": row.spec, "quantity": f"{row.quantity}{row.unit}"}
        for row in to_release(s)
    )


def _returned(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"good": str(row.good), "state": row.state, "receiver": row.receiver}
        for row in s.rows(ReturnedGood, of_course=True)
    )


def _sold(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "good": str(row.good),
            "reasons": row.reasons,
            "way": row.way,
            "price": amount(row.price),
            "price_basis": row.price_basis,
            "account": row.account,
            "proof": row.proof_kept,
        }
        for row in s.rows(SoldGood, of_course=True)
    )


class LabPeriodNotice(Document):
    """检测期间告知书: without it the days of the test count."""

    code = "COE-06"
    title = "检测（检验、检疫、鉴定）期间告知书"
    mark = "检期"
    serve_on = PARTY
    sealed = True
    basis = COERCION_LAW.article(25, 3)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("决定书文号", of=decision_number)
    institute = States("检测机构", of=lambda s: _latest(s, LabPeriod, "institute"))
    purpose = States("检测事项", of=lambda s: _latest(s, LabPeriod, "purpose"))
    days = States("检测期间", of=_test_period)


class LiftingDecision(Document):
    """解除查封（扣押）决定书."""

    code = "COE-07"
    title = "解除查封（扣押）决定书"
    mark = "强解"
    serve_on = PARTY
    sealed = True
    basis = (COERCION_LAW.article(27), COERCION_LAW.article(28))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("决定书文号", of=decision_number)
    kind_of = States("强制措施", of=measure)
    objects = States("解除的物品", of=_released)
    ground = States("解除事由", of=lambda s: s.file.get_lift_ground_display())
    reasons = States("理由", of=lambda s: s.file.lift_reasons)
    lifted = States("解除日期", of=lambda s: on_day(s.on))


class ReturnList(Document):
    """解除查封（扣押）清单及领取凭证."""

    code = "COE-08"
    title = "解除查封（扣押）清单及领取凭证"
    kind = DocumentKind.RECORD
    signers = ("领取人签名", "执法人员签名")
    basis = COERCION_LAW.article(28)
    copies = ("领取人保存", "归档")

    decision = States("查封、扣押决定书文号", of=decision_number)
    who = States("当事人", of=lambda s: s.case.party_name)
    rows = States("退还的物品", of=_returned)
    returned = States("退还日期", of=lambda s: on_day(s.on))
    by = States("执法人员", of=officers)


class CustodyAgreement(Document):
    """委托保管书: the organ pays."""

    code = "COE-11"
    title = "委托保管书"
    mark = "委保"
    serve_on = OTHER
    sealed = True
    basis = COERCION_LAW.article(26, 2)
    copies = ("保管人保存", "归档")

    keeper = States("保管人", of=lambda s: _latest(s, Custody, "keeper"))
    place = States("保管地点", of=lambda s: _latest(s, Custody, "place"))
    duties = States("保管要求", of=lambda s: _latest(s, Custody, "duties"))
    decision = States("决定书文号", of=decision_number)
    costs = States("费用承担", of=lambda s: "保管费用由本机关承担，不向当事人收取")


class EarlyDisposalRecord(Document):
    """易腐等物品先行处置记录."""

    code = "COE-12"
    title = "易腐等物品先行处置记录"
    kind = DocumentKind.RECORD
    signers = ("当事人签名", "执法人员签名")
    basis = COERCION_LAW.article(28)

    decision = States("决定书文号", of=decision_number)
    rows = States("处置的物品", of=_sold)
    by = States("执法人员", of=officers)
    approver = States("批准人", of=lambda s: s.actor.name if s.actor else "")
    disposed = States("处置日期", of=lambda s: on_day(s.on))


class ClaimNotice(Document):
    """认领公告: nobody came for what is to be given back."""

    code = "COE-07"
    title = "认领公告"
    mark = "认领"
    sealed = True
    basis = COERCION_LAW.article(28)
    copies = ("公告", "归档")

    objects = States("待认领的物品", of=_released)
    days = States("认领期限", of=lambda s: f"{_claim_days(s)}日")
    where = States("发布处", of=lambda s: s.file.notice_posted)


def _claim_days(s: Any) -> int:
    clock = s.clock(s.procedure.terms()["claiming"])
    length = s.procedure.terms()["claiming"].length
    return int(clock.length) if clock else int(length(s))
