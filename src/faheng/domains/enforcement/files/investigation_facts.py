"""What a penalty case knows from the filing to the end of the investigation."""

from __future__ import annotations

from django.db import models

from faheng.domains.enforcement.files.choices import Conclusion
from faheng.kernel.cases.columns import (
    choice,
    line,
    money,
    number,
    text,
    tick,
)


class InvestigationFacts(models.Model):
    """Where papers go, what was found and what follows from it.

    Attributes:
        is_complex: complex circumstances or a major violation: the leaders
            discuss it together, and a legal reviewer reads it first.
        correction_waived: why no order to correct was given.
        tier: the step of the benchmark, in words; empty where none applies.
        law_choice: why a law is applied that was not in force on the day of the act,
            or no longer is: the lighter one, or a rule of transition.
    """

    identity_proof = text("主体资格材料及核对情况")
    service_address = line("送达地址")
    service_phone = line("送达联系电话", 40)
    service_account = line("电子送达账号", 120)
    e_service_consent = tick("同意电子送达")
    consent_scope = line("同意电子送达的文书范围")

    suspend_ground = text("中止调查的理由")
    resume_ground = text("恢复调查的理由")
    extension_days = number("延长日数")
    extension_reason = text("延长办案期限的理由")

    evidence_opinion = text("证据审查意见")
    facts = text("查明的违法事实")
    nature = text("案件性质")
    circumstances = text("情节和危害后果")
    conclusion = choice("处理建议", Conclusion)
    handler_opinion = text("承办人意见")
    is_complex = tick("情节复杂或者重大违法")
    public_interest = tick("涉及重大公共利益")
    correction_waived = line("未责令改正的理由")

    benchmark = line("裁量基准", 120)
    tier = line("裁量阶次", 60)
    tier_low = money("阶次罚款下限")
    tier_high = money("阶次罚款上限")
    factors = text("裁量因素及证据")
    tier_reasons = text("裁量理由")
    mitigated = tick("减轻处罚")
    mitigation_ground = line("减轻处罚的依据")
    deviation_reason = text("偏离裁量基准的理由")
    law_choice = text("新旧法律选择适用的理由")

    class Meta:
        abstract = True
