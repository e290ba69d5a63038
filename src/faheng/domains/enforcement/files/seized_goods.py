"""What was sealed or seized, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.cases.columns import (
    line,
    tick,
)
from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.models import Case, CaseRow


class Fate(models.TextChoices):
    """What may be decided on a thing (行政强制法 art. 27)."""

    CONFISCATE = "confiscate", "没收"
    DESTROY = "destroy", "销毁"
    RELEASE = "release", "解除并退还"
    TRANSFER = "transfer", "随案移送"


class SeizedGood(CaseRow):
    """One row of the list of what was sealed or seized."""

    name = models.CharField("名称", max_length=120)
    spec = line("规格型号", 120)
    quantity = models.PositiveIntegerField("数量")
    unit = models.CharField("单位", max_length=20)
    state = models.CharField("成色、状况", max_length=200)
    photos = models.PositiveSmallIntegerField("照片张数")

    class Meta:
        verbose_name = "查封、扣押物品"

    def __str__(self) -> str:
        return f"{self.name} {self.quantity}{self.unit}"


class _OfGood(CaseRow):
    good = models.ForeignKey(
        SeizedGood, models.PROTECT, related_name="%(class)s_rows", verbose_name="物品"
    )

    class Meta:
        abstract = True

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer what was sealed or seized in the case."""
        return SeizedGood.objects.filter(case=case) if name == "good" else None


class GoodFate(_OfGood):
    """What was decided on one thing."""

    fate = models.CharField("处理", max_length=12, choices=Fate.choices)

    class Meta:
        verbose_name = "物品处理"


class ReturnedGood(_OfGood):
    """One thing, or what it was sold for, given back."""

    state = models.CharField("退还时状况", max_length=200)
    receiver = models.CharField("领取人", max_length=60)

    class Meta:
        verbose_name = "退还物品"


class SoldGood(_OfGood):
    """One perishable thing disposed of before the decision."""

    reasons = models.CharField("先行处置的理由", max_length=300)
    way = models.CharField("处置方式", max_length=120)
    price = FenField("变价款")
    price_basis = models.CharField("价格依据", max_length=200)
    account = models.CharField("款项存放", max_length=120)
    proof_kept = models.CharField("留存的证据", max_length=200)

    class Meta:
        verbose_name = "先行处置物品"


class LabPeriod(CaseRow):
    """The days of a test, fixed in advance and told to the party in writing."""

    institute = models.CharField("检测机构", max_length=120)
    purpose = models.CharField("检测事项", max_length=200)
    from_on = models.DateField("检测期间自")
    until_on = models.DateField("检测期间至")

    class Meta:
        verbose_name = "检测期间"


class Custody(CaseRow):
    """A third person who keeps what was sealed, at the organ's cost."""

    keeper = models.CharField("保管人", max_length=120)
    place = models.CharField("保管地点", max_length=200)
    duties = models.CharField("保管要求", max_length=300)
    organ_pays = tick("保管费用由行政机关承担")

    class Meta:
        verbose_name = "委托保管"
