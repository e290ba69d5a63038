"""What the legal review of a major decision knows."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    line,
    number,
    text,
)
from faheng.kernel.cases.models import CaseFile, CaseRow


class Trigger(models.TextChoices):
    """Why a review is due: the four items of 行政处罚法 article 58."""

    PUBLIC = "public", "涉及重大公共利益"
    HEARING = "hearing", "直接关系重大权益，经过听证程序"
    COMPLEX = "complex", "案件情况疑难复杂、涉及多个法律关系"
    STATUTE = "statute", "法律、法规规定应当审核的其他情形"
    LOCAL = "local", "本地重大执法决定目录"


class ReviewFile(CaseFile):
    """One submission, corrected and resubmitted until it passes or is rejected."""

    trigger = choice("审核事由", Trigger)
    proposal = text("拟作出的决定")
    lacking = text("需要补充的材料")
    response = text("对审核意见的处理")
    extension_days = number("延长工作日数")
    extension_reason = line("延长理由", 300)

    class Meta:
        verbose_name = "法制审核"


class SubmittedMaterial(CaseRow):
    """One piece handed to the reviewer."""

    name = models.CharField("材料名称", max_length=120)
    pages = number("页数")

    class Meta:
        verbose_name = "送审材料"

    def __str__(self) -> str:
        return self.name


class ReviewOpinion(CaseRow):
    """One opinion on the eight points; the act that gave it says how it ends."""

    power = models.CharField("主体资格和权限", max_length=300)
    facts = models.CharField("事实认定", max_length=300)
    evidence = models.CharField("证据", max_length=300)
    law = models.CharField("法律适用", max_length=300)
    discretion = models.CharField("裁量", max_length=300)
    procedure = models.CharField("程序", max_length=300)
    documents = models.CharField("文书", max_length=300)
    crime = models.CharField("是否涉嫌犯罪需要移送", max_length=300)
    advice = models.TextField("审核意见", max_length=2000)

    class Meta:
        verbose_name = "法制审核意见"
