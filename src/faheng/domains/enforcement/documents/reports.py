"""What the officers report and how they weigh it."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import amount, party_block
from faheng.domains.enforcement.documents.phrases import numbered
from faheng.domains.enforcement.documents.sheets import (
    alike_of,
    digest_of,
    steps_of,
)
from faheng.domains.enforcement.documents.stating import (
    applied,
    chosen,
    exhibits,
    fine_range,
    handlers,
    money,
    penalties,
    signing,
    told,
    violated,
)
from faheng.domains.enforcement.owing import proposal
from faheng.domains.enforcement.rows import ExhibitFact
from faheng.domains.enforcement.rows.reading import fine_of
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.lib.text import full_date
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def _facts(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"fact": row.fact, "title": row.evidence.title, "proves": row.evidence.proves}
        for row in s.rows(ExhibitFact)
    )


def _followed(s: Any) -> str:
    filed = s.when("file_case")
    day = f"{full_date(filed)}立案，" if filed else ""
    return f"{day}由{handlers(s)}依照{s.procedure.title}调查"


class InvestigationReport(Document):
    """案件调查终结报告."""

    code = "PEN-23"
    title = "案件调查终结报告"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(57, 1)

    who = States("当事人", of=party_block)
    origin = States("案件来源", of=chosen("source"))
    followed = States("办理经过", of=_followed)
    facts = States("查明的事实", of=told("facts"))
    proofs = States("事实与证据", required=False, of=_facts)
    exhibits = States("证据清单", of=exhibits)
    nature = States("案件性质", of=told("nature"))
    violated = States("违反的规定", of=violated)
    applied = States("处罚依据", of=applied)
    circumstances = States("情节和危害后果", of=told("circumstances"))
    tier = States("裁量阶次", of=lambda s: s.main.tier or "未设裁量阶次")
    conclusion = States("处理建议", of=chosen("conclusion"))
    opinion = States("承办人意见", of=told("handler_opinion"))
    sign = States("承办人及日期", of=signing)


class DiscretionWorksheet(Document):
    """裁量适用说明表: computed by the engine where a benchmark weighs the item."""

    code = "PEN-24"
    title = "裁量适用说明表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(34)

    benchmark = States("裁量基准", of=lambda s: s.main.benchmark or "未制定裁量基准")
    factors = States("裁量因素及证据", of=told("factors"))
    tier = States("裁量阶次", of=lambda s: s.main.tier or "未设裁量阶次")
    legal_range = States("法定幅度", of=fine_range)
    tier_low = States("可选幅度下限", required=False, of=money("tier_low"))
    tier_high = States("可选幅度上限", required=False, of=money("tier_high"))
    fine = States("拟罚款数额", of=lambda s: amount(fine_of(proposal(s))) or "不处罚款")
    intended = States("拟处罚内容", of=lambda s: penalties(proposal(s)))
    reasons = States("裁量理由", of=told("tier_reasons"))
    mitigation = States("减轻处罚依据", required=False, of=told("mitigation_ground"))
    deviation = States("偏离理由", required=False, of=told("deviation_reason"))
    steps = States("计算步骤", required=False, of=steps_of)
    alike = States("类案", required=False, of=alike_of)
    digest = States("计算记录的哈希", required=False, of=digest_of)
    sign = States("承办人及日期", of=signing)
