"""The units of a version, and where they come from in the version before."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Person
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models.works import Version


class Unit(models.Model):
    """A unit of one version.

    `path` is four figures a level, so that paths sort in reading order and a unit's
    parts are those whose path begins with its own. `address` names the unit within
    its version: a33/p1/i2, a133-1, b2/c1. `text` is the unit's own words, without
    its label and without its parts; of a heading, the words of the heading.
    `article` and `article_suffix` are set on an article and on everything in it.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="units")
    path = models.CharField("路径", max_length=60)
    address = models.CharField("位置", max_length=80)
    kind = models.CharField("层级", max_length=10, choices=UnitKind.choices)
    label = models.CharField("标号", max_length=40, blank=True)
    number = models.PositiveIntegerField("序号")
    suffix = models.PositiveIntegerField("之", default=0)
    article = models.PositiveIntegerField("条", null=True)
    article_suffix = models.PositiveIntegerField("条之", default=0)
    text = models.TextField("正文", blank=True)
    line_from = models.PositiveIntegerField("起行")
    line_to = models.PositiveIntegerField("止行")

    class Meta:
        verbose_name = "条文单元"
        verbose_name_plural = "条文单元"
        ordering = ("version", "path")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "path"), name="lawbase_one_unit_a_path"
            ),
            models.UniqueConstraint(
                fields=("version", "address"), name="lawbase_one_unit_an_address"
            ),
        )
        indexes = (
            models.Index(
                fields=("version", "article", "article_suffix", "path"),
                name="lawbase_unit_article",
            ),
        )

    def __str__(self) -> str:
        return f"{self.version} {self.address}"


class SuggestionState(models.TextChoices):
    """What a person made of what the program suggested."""

    SUGGESTED = "suggested", "待确认"
    CONFIRMED = "confirmed", "已确认"
    REJECTED = "rejected", "已否定"


class LineageKind(models.TextChoices):
    """What became of a unit from one version to the next."""

    SAME = "same", "未变"
    MODIFIED = "modified", "修改"
    RENUMBERED = "renumbered", "改序号"
    MOVED = "moved", "移动"
    SPLIT = "split", "拆分"
    MERGED = "merged", "合并"
    INSERTED = "inserted", "新增"
    DELETED = "deleted", "删除"


class Lineage(models.Model):
    """What a unit of `later` was in the version before.

    `before` is empty for what was inserted, `after` for what was deleted. A unit
    that was split or merged has a row for each of its parts.
    """

    later = models.ForeignKey(Version, models.CASCADE, related_name="lineage")
    before = models.ForeignKey(
        Unit, models.CASCADE, null=True, related_name="descendants"
    )
    after = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="ancestors")
    kind = models.CharField("关系", max_length=10, choices=LineageKind.choices)
    renumbered = models.BooleanField("序号已变", default=False)
    score = models.FloatField("相似度")
    state = models.CharField(
        "状态",
        max_length=10,
        choices=SuggestionState.choices,
        default=SuggestionState.SUGGESTED,
    )
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("处理时间", null=True)

    class Meta:
        verbose_name = "条文沿革"
        verbose_name_plural = "条文沿革"
        ordering = ("later", "pk")

    def __str__(self) -> str:
        return f"{self.before} → {self.after} {self.get_kind_display()}"
