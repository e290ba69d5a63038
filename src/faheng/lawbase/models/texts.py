"""Texts of statutes and of their articles, one row a version."""

from __future__ import annotations

from django.db import models


class StatuteText(models.Model):
    """One version of one statute, as a source gave it.

    `adopted_claim`, `effective_claim` and `status_claim` are the source's words. Of an
    amended law the source often tells the day its first version took effect.
    """

    title = models.CharField("名称", max_length=200, db_index=True)
    short = models.CharField("简称", max_length=200, db_index=True)
    version_label = models.CharField("版本", max_length=40)
    level_claim = models.CharField("效力级别（来源所称）", max_length=40, blank=True)
    adopted_claim = models.DateField("通过或修改日期（来源所称）", null=True)
    effective_claim = models.DateField("施行日期（来源所称）", null=True)
    begins_claim = models.DateField("本版起始日期（由来源日期推得）", null=True)
    status_claim = models.CharField("效力（来源所称）", max_length=40, blank=True)
    source = models.CharField("来源", max_length=80)
    source_key = models.CharField("来源编号", max_length=80)
    sha256 = models.CharField("正文摘要", max_length=64)
    loaded_at = models.DateTimeField("载入时间")

    class Meta:
        verbose_name = "法规文本"
        verbose_name_plural = "法规文本"
        ordering = ["title", "begins_claim"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], name="lawbase_one_text_a_source_key"
            )
        ]

    def __str__(self) -> str:
        return f"《{self.title}》（{self.version_label}）"


class ArticleText(models.Model):
    """One article; its paragraphs are the lines of `text`, see `split`."""

    statute = models.ForeignKey(
        StatuteText, models.CASCADE, related_name="articles", verbose_name="法规"
    )
    number = models.PositiveIntegerField("条")
    suffix = models.PositiveIntegerField("之", default=0)
    position = models.PositiveIntegerField("顺序")
    chapter = models.CharField("章", max_length=200, blank=True)
    text = models.TextField("正文")

    class Meta:
        verbose_name = "条文"
        verbose_name_plural = "条文"
        ordering = ["statute", "position"]
        indexes = [
            models.Index(
                fields=["statute", "number", "suffix"], name="lawbase_article_number"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statute", "position"], name="lawbase_one_article_a_position"
            )
        ]

    def __str__(self) -> str:
        return f"{self.statute} {self.number}-{self.suffix}"
