"""Statutes, their versions, and what sources claim about both."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class DateBasis(models.TextChoices):
    """Where a date comes from, the surest first."""

    INDEX = "index", "汇编目录"
    TEXT = "text", "文本自述"
    DECISION = "decision", "修改决定"
    CLAIM = "claim", "来源所称"
    ASSUMED = "assumed", "推定：通过之日施行"


class Work(models.Model):
    """A statute through all its versions.

    `title` is bare: without 《》 and without the name of the state.
    """

    title = models.CharField("名称", max_length=200, unique=True)
    full_title = models.CharField("全称", max_length=200)
    level = models.CharField("效力级别", max_length=40, blank=True)
    issuer = models.CharField("制定机关", max_length=200, blank=True)
    repealed_on = models.DateField("废止日期", null=True)
    repealed_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        related_name="repeals",
        verbose_name="废止者",
    )
    repeal_source = models.TextField("废止依据原文", blank=True)

    class Meta:
        verbose_name = "法规"
        verbose_name_plural = "法规"
        ordering = ("title",)

    def __str__(self) -> str:
        return f"《{self.full_title}》"


class WorkName(models.Model):
    """A name that a statute is found by: bare, full, short."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="names")
    name = models.CharField("名称", max_length=200, db_index=True)

    class Meta:
        verbose_name = "法规名称"
        verbose_name_plural = "法规名称"
        constraints = (
            models.UniqueConstraint(
                fields=("work", "name"), name="lawbase_one_name_a_work"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Version(models.Model):
    """One version of a statute: in force from `valid_from` until before `valid_to`.

    A version is known by the day it was adopted. `held` is false where only another
    text proves that there was such a version.
    """

    work = models.ForeignKey(Work, models.CASCADE, related_name="versions")
    adopted_on = models.DateField("通过或修改日期", null=True)
    adopted_basis = models.CharField(
        "通过日期依据", max_length=10, choices=DateBasis.choices
    )
    adopted_source = models.TextField("通过日期原文", blank=True)
    valid_from = models.DateField("施行日期", null=True)
    from_basis = models.CharField(
        "施行日期依据", max_length=10, choices=DateBasis.choices
    )
    from_source = models.TextField("施行日期原文", blank=True)
    valid_to = models.DateField("失效日期（不含）", null=True)
    to_basis = models.CharField(
        "失效日期依据", max_length=10, choices=DateBasis.choices, blank=True
    )
    to_source = models.TextField("失效日期原文", blank=True)
    replaced_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="replaces"
    )
    repealed_by = models.ForeignKey(
        Work, models.SET_NULL, null=True, related_name="repealed_versions"
    )
    held = models.BooleanField("收有文本", default=False)
    recorded_at = models.DateTimeField("记录时间")

    class Meta:
        verbose_name = "法规版本"
        verbose_name_plural = "法规版本"
        ordering = ("work", F("valid_from").asc(nulls_first=True), "adopted_on")
        constraints = (
            models.UniqueConstraint(
                fields=("work", "adopted_on"), name="lawbase_one_version_a_day"
            ),
            models.UniqueConstraint(
                fields=("work",),
                condition=Q(adopted_on=None),
                name="lawbase_one_undated_version",
            ),
        )

    def __str__(self) -> str:
        return f"{self.work}（{self.valid_from or '日期不明'}）"


class ClaimKind(models.TextChoices):
    """What a source says something about."""

    ADOPTED = "adopted", "通过或修改"
    EFFECTIVE = "effective", "施行"
    STATUS = "status", "效力"
    REPEALED = "repealed", "废止"
    ENDS = "ends", "失效"


class Claim(models.Model):
    """What one source says about a statute: kept as it was said.

    `about_on` is the day of adoption of the version meant; empty where the source
    only prints a day of taking effect, which is that of the last version adopted
    by then.
    """

    work = models.ForeignKey(Work, models.CASCADE, related_name="claims")
    about_on = models.DateField("所指版本通过日", null=True)
    what = models.CharField("事项", max_length=10, choices=ClaimKind.choices)
    basis = models.CharField("依据", max_length=10, choices=DateBasis.choices)
    on = models.DateField("日期", null=True)
    value = models.CharField("值", max_length=200, blank=True)
    said = models.TextField("原文", blank=True)
    source = models.CharField("来源", max_length=200)
    recorded_at = models.DateTimeField("记录时间")

    class Meta:
        verbose_name = "来源所称"
        verbose_name_plural = "来源所称"
        ordering = ("pk",)
        indexes = (models.Index(fields=("work", "what"), name="lawbase_claim_what"),)

    def __str__(self) -> str:
        return f"{self.source}：{self.get_what_display()} {self.on or self.value}"


class TitleSeen(models.Model):
    """A title that some text names: on that day at the latest there was such a law."""

    title = models.CharField("名称", max_length=200, unique=True)
    on = models.DateField("最早见于")

    class Meta:
        verbose_name = "被提及的法规"
        verbose_name_plural = "被提及的法规"
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title
