"""What every dated list has, and the traces that imports leave."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q, QuerySet

from faheng.kernel.parties.models import Person
from faheng.kernel.parties.queries import valid_on

_Entry = TypeVar("_Entry", bound=models.Model)


class DatedManager(models.Manager[_Entry]):
    """Finds the entries that hold on a day."""

    def on(self, day: date) -> QuerySet[_Entry]:
        """Give the entries valid on a day, its first and last day included."""
        return self.get_queryset().filter(valid_on(day))


class DatedEntry(models.Model):
    """One version of one thing on a list, from its first to its last day.

    Attributes:
        code: what stays the same from version to version.
        valid_until: the last day it holds; none while it is in force.
        replaces: the version that this one closed.
        source: the document or site that the entry rests on.
    """

    code = models.CharField("代码", max_length=160, db_index=True)
    valid_from = models.DateField("生效日期")
    valid_until = models.DateField("失效日期", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="所替代的条目",
    )
    recorded_at = models.DateTimeField("登记时间")
    source = models.CharField("来源", max_length=200, blank=True, default="")

    objects: ClassVar[DatedManager[Self]] = DatedManager()

    class Meta:
        abstract = True
        ordering = ("code", "valid_from")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="%(class)s_in_order",
            ),
            models.UniqueConstraint(
                fields=["code", "valid_from"], name="%(class)s_begins_once"
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_until__isnull=True),
                name="%(class)s_one_open",
            ),
        )

    def holds_on(self, day: date) -> bool:
        """Tell whether this version holds on a day."""
        ended = self.valid_until is not None and self.valid_until < day
        return self.valid_from <= day and not ended


class ImportBatch(models.Model):
    """One file read into a register."""

    register = models.CharField("名录", max_length=60, db_index=True)
    file_name = models.CharField("文件名", max_length=200)
    sha256 = models.CharField("文件摘要", max_length=64)
    recorded_at = models.DateTimeField("导入时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="导入人"
    )
    accepted = models.PositiveIntegerField("接受行数", default=0)
    rejected = models.PositiveIntegerField("退回行数", default=0)

    class Meta:
        verbose_name = "导入批次"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.register}·{self.file_name}"


class RejectedRow(models.Model):
    """A row that was not taken in, as it stood in the file, and why."""

    batch = models.ForeignKey(
        ImportBatch, models.CASCADE, related_name="rows", verbose_name="导入批次"
    )
    line = models.PositiveIntegerField("行号")
    raw = models.JSONField("原值")
    reason = models.TextField("退回原因")

    class Meta:
        verbose_name = "退回行"
        ordering = ("line",)

    def __str__(self) -> str:
        return f"第{self.line}行：{self.reason}"


class Correction(models.Model):
    """What an entry said before it was put right, and why it was."""

    register = models.CharField("名录", max_length=60)
    code = models.CharField("代码", max_length=160)
    entry_id = models.BigIntegerField("条目")
    before = models.JSONField("更正前")
    reason = models.CharField("更正原因", max_length=200)
    recorded_at = models.DateTimeField("更正时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="更正人"
    )

    class Meta:
        verbose_name = "条目更正"
        ordering = ("-pk",)
        indexes = (models.Index(fields=["register", "code"], name="correction_of"),)

    def __str__(self) -> str:
        return f"{self.code}·{self.reason}"
