"""Penal paragraphs in parts, and the duties whose breach they punish."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Person
from faheng.lawbase.models.units import SuggestionState, Unit


class ReadingState(models.TextChoices):
    """What a person made of a reading."""

    SUGGESTED = "suggested", "待确认"
    CONFIRMED = "confirmed", "已确认"
    CORRECTED = "corrected", "已更正"


class PenaltyReading(models.Model):
    """What a penal paragraph says, in parts; `unit` is the paragraph."""

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="penalty")
    criminal_liability = models.BooleanField("追究刑事责任", default=False)
    official_discipline = models.BooleanField("给予处分", default=False)
    state = models.CharField(
        "状态",
        max_length=10,
        choices=ReadingState.choices,
        default=ReadingState.SUGGESTED,
    )
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("处理时间", null=True)

    class Meta:
        verbose_name = "罚则要素"
        verbose_name_plural = "罚则要素"
        ordering = ("unit",)
        indexes = (models.Index(fields=("state",), name="lawbase_penalty_state"),)

    def __str__(self) -> str:
        return f"{self.unit} {self.get_state_display()}"


class TermRole(models.TextChoices):
    """What a word of a penal paragraph is in it."""

    AUTHORITY = "authority", "处罚机关"
    VIOLATED = "violated", "违反条款"
    KIND = "kind", "处罚种类"
    CONDITION = "condition", "适用条件"
    CORRECTIVE = "corrective", "责令改正"


class PenaltyTerm(models.Model):
    """One authority, violated article, kind, condition or corrective order."""

    reading = models.ForeignKey(PenaltyReading, models.CASCADE, related_name="terms")
    role = models.CharField("要素", max_length=10, choices=TermRole.choices)
    text = models.CharField("内容", max_length=1000)

    class Meta:
        verbose_name = "罚则要素词"
        verbose_name_plural = "罚则要素词"
        ordering = ("reading", "pk")

    def __str__(self) -> str:
        return f"{self.get_role_display()}：{self.text}"


class PenaltyFine(models.Model):
    """One fine; amounts in yuan, times or per cent, as `unit` says."""

    reading = models.ForeignKey(PenaltyReading, models.CASCADE, related_name="fines")
    subject = models.CharField("对象", max_length=500, null=True)
    condition = models.CharField("条件", max_length=1000, null=True)
    min = models.FloatField("下限", null=True)
    max = models.FloatField("上限", null=True)
    unit = models.CharField("单位", max_length=20, null=True)
    base = models.CharField("计罚方式", max_length=20)
    of = models.CharField("基数", max_length=500, null=True)
    cap = models.FloatField("封顶", null=True)
    cap_unit = models.CharField("封顶单位", max_length=20, null=True)

    class Meta:
        verbose_name = "罚款"
        verbose_name_plural = "罚款"
        ordering = ("reading", "pk")

    def __str__(self) -> str:
        return f"{self.min}–{self.max}{self.unit}"


class ViolationPair(models.Model):
    """A penal paragraph or item, and a duty whose breach it may punish."""

    penalty = models.ForeignKey(Unit, models.CASCADE, related_name="duties")
    violated = models.ForeignKey(Unit, models.CASCADE, related_name="punished_by")
    rank = models.PositiveIntegerField("名次")
    score = models.FloatField("分值")
    state = models.CharField(
        "状态",
        max_length=10,
        choices=SuggestionState.choices,
        default=SuggestionState.SUGGESTED,
    )
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("处理时间", null=True)

    class Meta:
        verbose_name = "罚则与违则"
        verbose_name_plural = "罚则与违则"
        ordering = ("penalty", "rank", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("penalty", "violated"), name="lawbase_one_pair"
            ),
        )
        indexes = (models.Index(fields=("state",), name="lawbase_pair_state"),)

    def __str__(self) -> str:
        return f"{self.penalty} ← {self.violated}"
