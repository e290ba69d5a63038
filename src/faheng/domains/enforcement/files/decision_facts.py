"""What a penalty case knows from the notice to the service of the decision."""

from __future__ import annotations

from django.db import models

from faheng.domains.enforcement.files.choices import NoPenaltyGround, RenoticeReason
from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    moment,
    text,
    tick,
)


class DecisionFacts(models.Model):
    """The notice, the answer, the discussion and the decision.

    Attributes:
        hearing_waived: the party gave up the hearing in so many words.
        payee: where a fine is paid; never the organ that imposed it.
    """

    waiver = text("当事人放弃陈述申辩的表示")
    hearing_waived = tick("当事人明确放弃听证")
    renotice_reason = choice("重新告知的原因", RenoticeReason)
    renotice_facts = text("新的事实或者变更的内容")

    discussed_at = moment("讨论时间")
    discussion_place = line("讨论地点")
    discussion_chair = line("主持人", 60)
    discussion_report = text("承办人汇报")
    discussion_review = text("法制审核意见")
    discussion_conclusion = text("讨论结论")

    decision_reasons = text("处罚理由和裁量说明")
    defence_result = text("陈述申辩采纳情况")
    perform_how = text("履行方式和期限")
    payee = line("罚款代收机构", 120)
    team_decision_opinion = text("办案机构处理意见")
    head_decision_opinion = text("负责人决定意见")
    return_reason = text("退回补充的原因")

    no_penalty_ground = choice("不予处罚情形", NoPenaltyGround)
    no_penalty_facts = text("认定该情形的事实和证据")
    list_entry = models.ForeignKey(
        "enforcement.ListEntry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="适用的不予处罚清单条目",
    )
    corrected_on = day("改正日期")
    correction_state = text("改正情况")
    education = text("教育内容")
    promise = text("当事人承诺")

    police_organ = line("受移送的公安机关", 120)
    police_reason = text("涉嫌犯罪的事实")
    police_sent_on = day("移送日期")
    police_result = text("公安机关处理结果")

    class Meta:
        abstract = True
