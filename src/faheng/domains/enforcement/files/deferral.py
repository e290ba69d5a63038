"""What a deferral or an instalment plan knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    text,
)
from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.models import Case, CaseFile, CaseRow


class Relief(models.TextChoices):
    """The two ways in which 行政处罚法 article 66 helps."""

    DEFER = "defer", "延期缴纳"
    SPLIT = "split", "分期缴纳"


class DeferralFile(CaseFile):
    """One application to pay later, or in parts."""

    relief = choice("申请事项", Relief)
    applied_on = day("申请日期")
    hardship = text("经济困难的情况")
    proof = line("证明材料", 300)
    plan = text("缴款计划")
    opinion = line("审批意见", 300)

    class Meta:
        verbose_name = "延期、分期缴纳"


class Instalment(CaseRow):
    """One sum due on one day."""

    due_on = models.DateField("缴款日期")
    amount = FenField("金额")

    class Meta:
        verbose_name = "分期"

    def __str__(self) -> str:
        return f"{self.due_on:%Y-%m-%d}"


class InstalmentPayment(CaseRow):
    """One sum that came in for one instalment."""

    instalment = models.ForeignKey(
        Instalment, models.PROTECT, related_name="payments", verbose_name="分期"
    )
    paid_on = models.DateField("缴款日期")
    amount = FenField("缴款金额")
    receipt_no = models.CharField("票据号", max_length=40)

    class Meta:
        verbose_name = "分期缴款"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the instalments of the case."""
        return Instalment.objects.filter(case=case) if name == "instalment" else None
