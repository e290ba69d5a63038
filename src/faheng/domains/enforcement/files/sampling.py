"""What the sampling and testing of goods knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.cases.columns import (
    line,
    text,
    tick,
)
from faheng.kernel.cases.models import Case, CaseFile, CaseRow


class SamplingFile(CaseFile):
    """One sampling, its tests and what the party was told of them."""

    place = line("抽样地点")
    method = line("抽样方法")
    from_seized = tick("样品取自查封、扣押的物品")
    objection = text("当事人异议和复检申请")
    waived = tick("当事人书面表示无异议")

    class Meta:
        verbose_name = "抽样取证"


class Sample(CaseRow):
    """One sample, with the batch it stands for."""

    sample_no = models.CharField("样品编号", max_length=40)
    name = models.CharField("样品名称", max_length=120)
    spec = models.CharField("规格型号", max_length=120)
    batch = models.CharField("批号", max_length=60)
    batch_quantity = models.PositiveIntegerField("批次数量")
    quantity = models.PositiveIntegerField("抽样数量")
    unit = models.CharField("单位", max_length=20)
    sealed = models.CharField("封样状态", max_length=120)
    storage = models.CharField("保存条件", max_length=120)

    class Meta:
        verbose_name = "样品"

    def __str__(self) -> str:
        return f"{self.sample_no} {self.name}"


def _samples(name: str, case: Case) -> models.QuerySet[Any] | None:
    return Sample.objects.filter(case=case) if name == "sample" else None


class LabCommission(CaseRow):
    """A sample sent to an institute with a question."""

    sample = models.ForeignKey(
        Sample, models.PROTECT, related_name="commissions", verbose_name="样品"
    )
    institute = models.CharField("受托机构", max_length=120)
    accreditation = models.CharField("资质证书编号", max_length=60)
    accredited_until = models.DateField("资质有效期至")
    question = models.CharField("委托事项", max_length=300)
    sent_on = models.DateField("送样日期")
    due_on = models.DateField("要求完成日期")

    class Meta:
        verbose_name = "检测委托"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the samples of the case."""
        return _samples(name, case)


class LabResult(CaseRow):
    """What the institute found out about a sample."""

    sample = models.ForeignKey(
        Sample, models.PROTECT, related_name="results", verbose_name="样品"
    )
    lab_no = models.CharField("实验室样品编号", max_length=40)
    report_no = models.CharField("报告编号", max_length=60)
    tested_on = models.DateField("检测日期")
    result = models.CharField("检测结论", max_length=300)

    class Meta:
        verbose_name = "检测结果"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the samples of the case."""
        return _samples(name, case)
