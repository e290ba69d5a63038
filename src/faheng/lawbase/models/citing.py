"""Citations found in the units of the law base."""

from __future__ import annotations

from django.db import models

from faheng.lawbase.models.units import Unit
from faheng.lawbase.models.works import Work


class CitationFound(models.Model):
    """A citation as printed: characters `start` to before `end` of the unit's text."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="citations")
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    words = models.CharField("原文", max_length=400)

    class Meta:
        verbose_name = "引用"
        verbose_name_plural = "引用"
        ordering = ("unit", "start")

    def __str__(self) -> str:
        return self.words


class TargetOutcome(models.TextChoices):
    """What a citation pointed at on the day of the citing text."""

    RESOLVES = "resolves", "有此条文"
    NOT_HELD = "not_held", "法规库未收录"
    NOT_YET = "not_yet", "尚未施行"
    REPEALED = "repealed", "已经废止"
    NO_SUCH = "no_such", "无此条款"


class CitationTarget(models.Model):
    """One unit that a citation means: `unit` is what it was on the citing day."""

    citation = models.ForeignKey(
        CitationFound, models.CASCADE, related_name="targets", verbose_name="引用"
    )
    own = models.BooleanField("本法")
    law = models.CharField("法规", max_length=200, blank=True)
    address = models.CharField("位置", max_length=120)
    work = models.ForeignKey(
        Work, models.SET_NULL, null=True, related_name="cited_from"
    )
    unit = models.ForeignKey(
        Unit, models.SET_NULL, null=True, related_name="cited_from"
    )
    outcome = models.CharField("结果", max_length=10, choices=TargetOutcome.choices)

    class Meta:
        verbose_name = "引用对象"
        verbose_name_plural = "引用对象"
        ordering = ("citation", "pk")
        indexes = (models.Index(fields=("law", "address"), name="lawbase_target_law"),)

    def __str__(self) -> str:
        return f"{self.law} {self.address}"
