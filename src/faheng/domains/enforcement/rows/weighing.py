"""What a fine was weighed by, the sheet that came of it, and what was decided."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models

from faheng.kernel.cases.columns import line, money, text
from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.models import Case, CaseRow, Evidence
from faheng.kernel.parties.models import Organ


class AmountOf(models.TextChoices):
    """What a sum is, under the name by which brackets count from it."""

    GOODS = "goods_value_fen", "货值金额"
    GAINS = "gains_fen", "违法所得"
    PRICE = "contract_fen", "合同价款"
    BASE = "base_fen", "其他计算基数"
    RECEIPTS = "receipts_fen", "违法收入"
    REFUNDS = "refunds_fen", "已经退赔"
    COSTS = "costs_fen", "可以扣除的成本"


class WeighedFact(CaseRow):
    """A fact that was found, and the evidence; without any it is set aside.

    Attributes:
        fact: its code and what was found, as "改正情况=已改正".
    """

    fact = models.CharField("事实", max_length=300)
    evidence = models.ForeignKey(
        Evidence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="证据",
    )

    class Meta:
        verbose_name = "裁量事实"

    @property
    def code(self) -> str:
        """Code of the fact."""
        return self.fact.partition("=")[0]

    @property
    def value(self) -> str:
        """What was found."""
        return self.fact.partition("=")[2]

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the evidence of this case."""
        return Evidence.objects.filter(case=case).order_by("id")


class WeighedAmount(CaseRow):
    """A sum that a fine or a confiscation counts from."""

    of = models.CharField("金额种类", max_length=20, choices=AmountOf.choices)
    amount = FenField("金额")

    class Meta:
        verbose_name = "裁量金额"


class Worksheet(CaseRow):
    """How a proposal was computed; frozen, and computed again by whoever reviews it.

    Attributes:
        rows: the fourteen steps in canonical form, byte for byte.
        sha256: over those bytes; the record keeps it too.
        past: the nearest decisions of the same item and tier, as they were then.
    """

    item_code = line("事项代码", 160)
    benchmark = line("裁量基准")
    outcome = line("结论", 20)
    tier = line("裁量阶次")
    direction = line("方向", 12)
    low = money("法定下限")
    high = money("法定上限")
    fine = FenField("罚款", default=0)
    reasons = text("理由")
    deviation = text("偏离理由")
    rows = models.TextField("步骤")
    sha256 = models.CharField("哈希", max_length=64)
    past = models.JSONField("类案", default=dict)

    class Meta:
        verbose_name = "裁量适用说明"


class DecidedFine(models.Model):
    """What a decided case came to: like cases are found and compared by it.

    Attributes:
        tier: tier of the benchmark; empty where the case was weighed by hand.
    """

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="decided_fine"
    )
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="办案机关"
    )
    division_path = models.CharField("区划路径", max_length=120)
    field = models.CharField("执法领域", max_length=20, blank=True, default="")
    item_code = models.CharField("事项代码", max_length=160)
    tier = line("裁量阶次")
    fine = FenField("罚款", default=0)
    deviated = models.BooleanField("偏离裁量基准", default=False)
    decided_on = models.DateField("决定日期")

    class Meta:
        verbose_name = "已决罚款"
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(
                fields=["item_code", "tier", "-decided_on"], name="decided_alike"
            ),
            models.Index(
                fields=["division_path", "decided_on"], name="decided_in_place"
            ),
            models.Index(fields=["organ", "decided_on"], name="decided_by_organ"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}·{self.fine}"
