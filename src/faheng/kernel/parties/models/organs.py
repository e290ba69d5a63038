"""Divisions, organs, their fields and the entrustments they work under."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from faheng.kernel.parties.declare import Field, Level, OrganKind


def in_order(name: str) -> models.CheckConstraint:
    """Refuse a last day before the first."""
    return models.CheckConstraint(
        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
        name=name,
    )


class Division(models.Model):
    """An administrative division, down to the street.

    Attributes:
        path: codes from the top down to this one, joined by strokes.
    """

    code = models.CharField("区划代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=60)
    level = models.CharField("层级", max_length=12, choices=Level.pairs())
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="上级区划",
    )
    path = models.CharField("路径", max_length=120, db_index=True)

    class Meta:
        verbose_name = "行政区划"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Organ(models.Model):
    """A body that enforces the law, or watches over those that do.

    Attributes:
        mark: the character or two that open its document numbers.
        deciding_organ: the organ in whose name an entrusted body decides.
    """

    code = models.CharField("主体代码", max_length=40, unique=True)
    name = models.CharField("主体名称", max_length=120)
    short_name = models.CharField("简称", max_length=40)
    mark = models.CharField("机关代字", max_length=20)
    kind = models.CharField(
        "主体性质",
        max_length=12,
        choices=OrganKind.pairs(),
        default=OrganKind.ORGAN.value,
    )
    level = models.CharField("层级", max_length=12, choices=Level.pairs())
    division = models.ForeignKey(Division, models.PROTECT, verbose_name="行政区划")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="上级机关",
    )
    deciding_organ = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decides_for",
        verbose_name="决定机关",
    )
    uscc = models.CharField("统一社会信用代码", max_length=18, blank=True)
    remedy_recon_organ = models.CharField("复议机关", max_length=120, blank=True)
    remedy_court = models.CharField("管辖法院", max_length=120, blank=True)
    qualified_from = models.DateField("资格起始日")
    qualified_until = models.DateField("资格截止日", null=True, blank=True)
    announced_on = models.DateField("公告日期", null=True, blank=True)
    announce_url = models.URLField("公告网址", blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)

    class Meta:
        verbose_name = "执法主体"
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(qualified_until__isnull=True)
                | Q(qualified_until__gte=F("qualified_from")),
                name="organ_qualified_in_order",
            ),
            models.UniqueConstraint(
                fields=["uscc"], condition=~Q(uscc=""), name="organ_uscc_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class OrganField(models.Model):
    """One field of enforcement that an organ works in."""

    organ = models.ForeignKey(
        Organ, models.CASCADE, related_name="fields", verbose_name="执法主体"
    )
    field = models.CharField("执法领域", max_length=20, choices=Field.pairs())

    class Meta:
        verbose_name = "主体执法领域"
        constraints = (
            models.UniqueConstraint(fields=["organ", "field"], name="organ_field_once"),
        )

    def __str__(self) -> str:
        return Field(self.field).title


class Entrustment(models.Model):
    """The written entrustment under which an entrusted body works."""

    organ = models.ForeignKey(
        Organ, models.CASCADE, related_name="entrustments", verbose_name="受委托组织"
    )
    document_no = models.CharField("委托书文号", max_length=80)
    matters = models.TextField("委托事项")
    valid_from = models.DateField("起始日")
    valid_until = models.DateField("截止日", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政处罚委托书"
        constraints = (in_order("entrustment_in_order"),)

    def __str__(self) -> str:
        return self.document_no
