"""The lists that enforcement rests on: items, powers, thresholds, parameters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from faheng.domains.enforcement.kinds import (
    FineBase,
    Gate,
    Measure,
    PenaltyKind,
    ProvisionRole,
    Subject,
    Unit,
)
from faheng.kernel.parties.declare import Field, Level
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.registers.models import DatedEntry

APPLIED_LIMITATION_YEARS = 2
"""行政处罚法 article 36: two years unless life, health or finance is at stake."""


class EnforcementItem(DatedEntry):
    """One violation that is punished: what an officer starts a case from.

    Attributes:
        requires_prior_correction: a fine only after an order to correct was ignored.
        simple_ok: may be punished on the spot when the penalty is small enough.
        fine_min: lower end of the fine in fen, where the base is a fixed amount.
        fine_max: upper end of the fine in fen.
        number: the code of twelve figures that the unified list gives it.
        department: who is in charge of it, as the list says.
        level: the level of government that exercises it.
    """

    name = models.CharField("事项名称", max_length=200, db_index=True)
    field = models.CharField("执法领域", max_length=20, choices=Field.pairs())
    subject = models.CharField(
        "适用对象", max_length=12, choices=Subject.choices, default=Subject.ANY
    )
    requires_prior_correction = models.BooleanField("须先责令改正", default=False)
    simple_ok = models.BooleanField("可适用简易程序", default=False)
    limitation_years = models.PositiveSmallIntegerField(
        "追责时效（年）", default=APPLIED_LIMITATION_YEARS
    )
    fine_min = models.BigIntegerField("罚款下限", null=True, blank=True)
    fine_max = models.BigIntegerField("罚款上限", null=True, blank=True)
    fine_base = models.CharField(
        "罚款计算基准", max_length=12, choices=FineBase.choices, default=FineBase.FIXED
    )
    summary = models.TextField("违法行为说明", blank=True, default="")
    number = models.CharField(
        "事项编码", max_length=12, blank=True, default="", db_index=True
    )
    department = models.CharField("主管部门", max_length=120, blank=True, default="")
    level = models.CharField(
        "层级", max_length=12, choices=Level.pairs(), blank=True, default=""
    )

    class Meta(DatedEntry.Meta):
        verbose_name = "行政处罚事项"
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *DatedEntry.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(fine_min__isnull=True)
                | models.Q(fine_max__isnull=True)
                | models.Q(fine_max__gte=models.F("fine_min")),
                name="item_fine_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ItemProvision(models.Model):
    """One provision that an item breaks, or by which it is punished."""

    item = models.ForeignKey(
        EnforcementItem,
        models.CASCADE,
        related_name="provisions",
        verbose_name="执法事项",
    )
    role = models.CharField("作用", max_length=12, choices=ProvisionRole.choices)
    law = models.CharField("法律名称", max_length=120)
    article = models.PositiveSmallIntegerField("条")
    suffix = models.PositiveSmallIntegerField("之几", default=0)
    para = models.PositiveSmallIntegerField("款", null=True, blank=True)
    item_no = models.PositiveSmallIntegerField("项", null=True, blank=True)
    citation = models.CharField("引用", max_length=200)

    class Meta:
        verbose_name = "事项依据"
        ordering = ("item_id", "role", "pk")

    def __str__(self) -> str:
        return self.citation


class ItemKind(models.Model):
    """One kind of penalty that an item allows."""

    item = models.ForeignKey(
        EnforcementItem, models.CASCADE, related_name="kinds", verbose_name="执法事项"
    )
    kind = models.CharField("处罚种类", max_length=20, choices=PenaltyKind.choices)

    class Meta:
        verbose_name = "事项处罚种类"
        ordering = ("item_id", "pk")
        constraints = (
            models.UniqueConstraint(fields=["item", "kind"], name="item_kind_once"),
        )

    def __str__(self) -> str:
        return PenaltyKind(self.kind).label


class Power(DatedEntry):
    """That an organ may punish an item, and on what document that rests."""

    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="powers", verbose_name="执法主体"
    )
    item = models.ForeignKey(
        EnforcementItem, models.PROTECT, related_name="powers", verbose_name="执法事项"
    )
    basis_doc = models.CharField("依据文件", max_length=200)
    street = models.BooleanField("赋权街道", default=False)

    class Meta(DatedEntry.Meta):
        verbose_name = "执法权力"

    def __str__(self) -> str:
        return f"{self.organ}·{self.item}"


class Threshold(DatedEntry):
    """The amount from which a hearing, a review or a panel is due.

    Attributes:
        inclusive: 以上 takes the amount itself in, 超过 does not.
        field: one field of enforcement; empty for all.
    """

    kind = models.CharField("门槛种类", max_length=12, choices=Gate.choices)
    subject = models.CharField(
        "适用对象", max_length=12, choices=Subject.choices, default=Subject.ANY
    )
    measure = models.CharField("金额种类", max_length=12, choices=Measure.choices)
    amount = models.BigIntegerField("金额")
    inclusive = models.BooleanField("含本数", default=True)
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, verbose_name="行政区划"
    )
    field = models.CharField(
        "执法领域", max_length=20, choices=Field.pairs(), blank=True, default=""
    )
    basis = models.CharField("依据", max_length=200)

    class Meta(DatedEntry.Meta):
        verbose_name = "数额门槛"

    def __str__(self) -> str:
        return self.code


class Parameter(DatedEntry):
    """A number that a place or a field sets for itself within the law."""

    name = models.CharField("参数", max_length=40, db_index=True)
    value = models.BigIntegerField("数值")
    unit = models.CharField("单位", max_length=16, choices=Unit.choices)
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, verbose_name="行政区划"
    )
    field = models.CharField(
        "执法领域", max_length=20, choices=Field.pairs(), blank=True, default=""
    )

    class Meta(DatedEntry.Meta):
        verbose_name = "办案参数"

    def __str__(self) -> str:
        return self.code
