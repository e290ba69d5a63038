"""The files that texts were read from, the doubts about them, their differences."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Person
from faheng.lawbase.models.works import Version


class FileRole(models.TextChoices):
    """What a file is for its version."""

    PRIMARY = "primary", "正文来源"
    SECOND = "second", "第二来源"


class SourceFile(models.Model):
    """A file as it came in. Its bytes are never changed.

    `linked` is false until the import that brought it has looked up what citations
    mean: one that was cut short is finished by the next.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="files")
    role = models.CharField("用途", max_length=8, choices=FileRole.choices)
    name = models.CharField("文件名", max_length=300)
    source = models.CharField("来源", max_length=200)
    format = models.CharField("格式", max_length=16)
    encoding = models.CharField("编码", max_length=16, blank=True)
    size = models.PositiveBigIntegerField("字节")
    sha256 = models.CharField("哈希", max_length=64, unique=True)
    original = models.BinaryField("原文件")
    recorded_at = models.DateTimeField("导入时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="导入人"
    )
    linked = models.BooleanField("引用和沿革已查", default=True)

    class Meta:
        verbose_name = "来源文件"
        verbose_name_plural = "来源文件"
        ordering = ("version", "role", "pk")

    def __str__(self) -> str:
        return self.name


class SplitCorrection(models.Model):
    """A person's corrected wording of a file; the newest is the one that is split."""

    file = models.ForeignKey(SourceFile, models.CASCADE, related_name="corrections")
    text = models.TextField("改正后的文本")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("改正时间")

    class Meta:
        verbose_name = "拆分更正"
        verbose_name_plural = "拆分更正"
        ordering = ("file", "pk")

    def __str__(self) -> str:
        return f"{self.file} {self.at:%Y-%m-%d}"


class DoubtState(models.TextChoices):
    """What became of a doubt."""

    OPEN = "open", "待核"
    CONFIRMED = "confirmed", "核实无误"
    CORRECTED = "corrected", "已更正"


class Doubt(models.Model):
    """Something about a split that a person should look at."""

    file = models.ForeignKey(SourceFile, models.CASCADE, related_name="doubts")
    unit = models.ForeignKey(
        "lawbase.Unit", models.SET_NULL, null=True, related_name="doubts"
    )
    kind = models.CharField("种类", max_length=40)
    line = models.PositiveIntegerField("行")
    message = models.TextField("说明")
    state = models.CharField(
        "状态", max_length=10, choices=DoubtState.choices, default=DoubtState.OPEN
    )
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("处理时间", null=True)

    class Meta:
        verbose_name = "拆分疑点"
        verbose_name_plural = "拆分疑点"
        ordering = ("file", "line", "pk")
        indexes = (models.Index(fields=("state",), name="lawbase_doubt_state"),)

    def __str__(self) -> str:
        return self.message


class Difference(models.Model):
    """One place where a second source says something else than the first."""

    file = models.ForeignKey(SourceFile, models.CASCADE, related_name="differences")
    address = models.CharField("位置", max_length=80)
    ours = models.TextField("正文来源", blank=True)
    theirs = models.TextField("第二来源", blank=True)

    class Meta:
        verbose_name = "来源差异"
        verbose_name_plural = "来源差异"
        ordering = ("file", "pk")

    def __str__(self) -> str:
        return f"{self.file} {self.address}"
