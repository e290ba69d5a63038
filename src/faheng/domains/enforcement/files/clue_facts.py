"""What a penalty case knows from the clue to the filing."""

from __future__ import annotations

from django.db import models

from faheng.domains.enforcement.files.choices import (
    CaseSource,
    RefuseReason,
    VerifyResult,
)
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.cases.columns import choice, day, line, number, text
from faheng.kernel.parties.models import Division


class ClueFacts(models.Model):
    """The clue, its verification and the filing.

    Attributes:
        item: the enforcement item that the officer started from; provisions, kinds
            and limits are read from it and stored nowhere else.
        discovered_on: the day on which any organ first found the act; the
            limitation period is measured to it, not to the filing.
        act_ended_on: the last day of a continuing act.
        place_division: where the act happened, for territorial jurisdiction.
    """

    item = models.ForeignKey(
        EnforcementItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="执法事项",
    )
    source = choice("案件来源", CaseSource)
    received_on = day("线索收到日期")
    informant = line("举报人（不对外）", 60)
    suspected = line("涉嫌当事人", 120)
    act_desc = text("涉嫌违法行为")
    place = line("违法行为发生地")
    place_division = models.ForeignKey(
        Division,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="发生地区划",
    )

    verify_extra_days = number("核查延长工作日数")
    verify_extra_reason = text("延长核查的理由")
    verify_facts = text("核查情况")
    verify_result = choice("核查结论", VerifyResult)
    discovered_on = day("违法行为发现日期")
    act_began_on = day("违法行为开始日期")
    act_ended_on = day("违法行为终了日期")

    brief_facts = text("简要案情")
    filing_reason = text("立案理由")
    team_filing_opinion = text("办案机构立案意见")
    head_filing_opinion = text("负责人立案审批意见")

    refuse_reason = choice("不予立案理由", RefuseReason)
    refuse_opinion = text("负责人不予立案意见")
    informant_told = line("告知举报人的情况")

    transfer_to = line("受移送机关", 120)
    transfer_reason = text("移送理由")
    transfer_list = text("移送材料清单")
    transfer_contact = line("移送联系人", 120)

    class Meta:
        abstract = True
