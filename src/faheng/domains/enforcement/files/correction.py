"""What an order to correct and its re-inspections know."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.columns import (
    day,
    line,
    text,
    tick,
)
from faheng.kernel.cases.models import CaseFile, CaseRow


class Corrected(models.TextChoices):
    """What a re-inspection found."""

    YES = "yes", "已改正"
    PARTLY = "partly", "部分改正"
    NO = "no", "未改正"


class CorrectionFile(CaseFile):
    """One order to correct, with the day until which."""

    act_found = text("查明的违法行为")
    violated = line("违反的规定", 300)
    demands = text("改正内容和要求")
    correct_by = day("改正期限")
    consequence = line("逾期不改正的后果", 300)
    prolong_reason = line("延长改正期限的理由", 300)

    class Meta:
        verbose_name = "责令改正"


class Reinspection(CaseRow):
    """One look at whether the order was followed."""

    inspected_on = models.DateField("复查日期")
    asked_by_party = tick("当事人申请提前复查")
    checked = models.CharField("复查内容", max_length=300)
    result = models.CharField("改正情况", max_length=8, choices=Corrected.choices)
    proof = models.CharField("证据", max_length=300)
    next_step = models.CharField("后续处理", max_length=300)

    class Meta:
        verbose_name = "复查"
