"""What an advance registration and preservation of evidence knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    line,
    moment,
    text,
)
from faheng.kernel.cases.models import Case, CaseFile, CaseRow


class KeptWhere(models.TextChoices):
    """Who keeps what was registered."""

    ON_SITE = "on_site", "就地由当事人保管"
    ELSEWHERE = "elsewhere", "异地由行政机关保管"


class Disposal(models.TextChoices):
    """What may be decided on a registered thing."""

    RETURN = "return", "返还"
    COPY_RETURN = "copy_return", "复制、拍照后返还"
    TEST = "test", "送交检测、检验、鉴定"
    SEIZE = "seize", "依法查封、扣押"
    CONFISCATE = "confiscate", "依法没收"
    TRANSFER = "transfer", "移送有关机关"


class Attendance(models.TextChoices):
    """Who was there when a measure was carried out."""

    PARTY = "party", "当事人到场"
    WITNESS = "witness", "当事人未到场，见证人到场"


class PreservationFile(CaseFile):
    """One preservation, from the request to the decision on every thing."""

    planned = text("拟登记保存的物品")
    reasons = text("证据可能灭失或者以后难以取得的理由")
    kept_where = choice("保存方式", KeptWhere)
    place = line("保存地点")
    opinion = line("审批意见", 300)
    urgency = text("需要先行实施的紧急情况")
    reported_at = moment("向负责人报告时间")
    attendance = choice("到场情况", Attendance)
    witness = line("见证人", 60)
    decision_reasons = text("处理理由")

    class Meta:
        verbose_name = "先行登记保存"


class PreservedItem(CaseRow):
    """One thing on the list of what was registered and kept."""

    name = models.CharField("物品名称", max_length=120)
    spec = line("规格型号", 120)
    quantity = models.PositiveIntegerField("数量")
    unit = models.CharField("单位", max_length=20)
    state = models.CharField("成色、状况", max_length=200)

    class Meta:
        verbose_name = "登记保存物品"

    def __str__(self) -> str:
        return f"{self.name} {self.quantity}{self.unit}"


class PreservedItemFate(CaseRow):
    """What was decided on one thing."""

    item = models.ForeignKey(
        PreservedItem, models.PROTECT, related_name="fates", verbose_name="物品"
    )
    disposal = models.CharField("处理方式", max_length=12, choices=Disposal.choices)

    class Meta:
        verbose_name = "登记保存物品处理"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the things registered in the case."""
        return PreservedItem.objects.filter(case=case) if name == "item" else None
