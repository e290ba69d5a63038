"""Who reports what and when, what became of every file, and the rows turned away."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from faheng.kernel.parties.models import Organ, Person


class State(models.TextChoices):
    """How far a delivery has come."""

    CHECKING = "checking", "处理中"
    STORED = "stored", "已入库"
    REFUSED = "refused", "整件退回"
    INTERRUPTED = "interrupted", "已中断"


class Format(models.TextChoices):
    """Kinds of file."""

    CSV = "csv", "CSV"
    JSONL = "jsonl", "JSON Lines"
    PARQUET = "parquet", "Parquet"
    XLSX = "xlsx", "xlsx"
    UNKNOWN = "", "未知"


class Dimension(models.TextChoices):
    """What the quality of data is measured in."""

    TIMELINESS = "timeliness", "及时性"
    COMPLETENESS = "completeness", "完整性"
    ACCURACY = "accuracy", "准确性"


class FeedSource(models.Model):
    """A system of a department that reports records."""

    code = models.SlugField("来源代码", max_length=40, unique=True)
    name = models.CharField("来源名称", max_length=120)
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="feed_sources", verbose_name="报送部门"
    )
    contact = models.CharField("联系人", max_length=60, blank=True, default="")
    phone = models.CharField("联系电话", max_length=40, blank=True, default="")

    class Meta:
        verbose_name = "数据来源"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class FeedExpectation(models.Model):
    """That a source reports an entity: how often, and how soon after the event.

    Attributes:
        every_days: a delivery is due at least so often.
        delay_days: a record is in time up to so many days after its event.
    """

    source = models.ForeignKey(
        FeedSource,
        models.CASCADE,
        related_name="expectations",
        verbose_name="数据来源",
    )
    entity = models.CharField("数据种类", max_length=60)
    every_days = models.PositiveSmallIntegerField("报送间隔（日）", default=1)
    delay_days = models.PositiveSmallIntegerField("允许时延（日）", default=1)
    valid_from = models.DateField("起始日")
    valid_until = models.DateField("截止日", null=True, blank=True)

    class Meta:
        verbose_name = "报送约定"
        ordering = ("source_id", "entity", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=["source", "entity", "valid_from"], name="feed_expected_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="feed_expectation_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.source}·{self.entity}"


class FeedDelivery(models.Model):
    """One file of one source; what stands in its counts adds up to what it held.

    Attributes:
        fresh: records seen for the first time.
        newer: newer versions of records known.
        older: versions older than the one known, kept as history.
        repeated: records known in this very version, which change nothing.
        rejected: rows turned away, each kept with its reason.
        ignored: headings that the feed does not know.
        absent: columns of the feed that the file does not have.
    """

    source = models.ForeignKey(
        FeedSource, models.PROTECT, related_name="deliveries", verbose_name="数据来源"
    )
    entity = models.CharField("数据种类", max_length=60)
    file_name = models.CharField("文件名", max_length=200)
    format = models.CharField(
        "格式", max_length=8, choices=Format.choices, blank=True, default=""
    )
    sha256 = models.CharField("文件摘要", max_length=64)
    size = models.BigIntegerField("大小")
    received_at = models.DateTimeField("收到时间")
    received_on = models.DateField("收到日期")
    received_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="报送人"
    )
    state = models.CharField("状态", max_length=12, choices=State.choices)
    reason = models.CharField("原因", max_length=500, blank=True, default="")
    total = models.BigIntegerField("行数", default=0)
    fresh = models.BigIntegerField("新增", default=0)
    newer = models.BigIntegerField("更新", default=0)
    older = models.BigIntegerField("历史版本", default=0)
    repeated = models.BigIntegerField("重复", default=0)
    rejected = models.BigIntegerField("退回", default=0)
    ignored = models.CharField("未识别的列", max_length=1000, blank=True, default="")
    absent = models.CharField("缺少的列", max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = "数据报送"
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=["source", "entity", "received_on"], name="feed_day"),
            models.Index(fields=["state", "entity"], name="feed_state"),
        )

    def __str__(self) -> str:
        return f"{self.source}·{self.file_name}"

    @property
    def accepted(self) -> int:
        """Rows that were taken in."""
        return self.fresh + self.newer + self.older


class RejectedFeedRow(models.Model):
    """A row turned away; the first of a delivery stand here, all in its file.

    Attributes:
        raw: cells as they came, personal numbers masked.
        faults: keys of what was wrong, each between bars: |id.missing|.
    """

    delivery = models.ForeignKey(
        FeedDelivery, models.CASCADE, related_name="rows", verbose_name="数据报送"
    )
    line = models.BigIntegerField("行号")
    raw = models.JSONField("原值")
    reason = models.TextField("退回原因")
    faults = models.CharField("问题", max_length=2000)

    class Meta:
        verbose_name = "退回的数据行"
        ordering = ("delivery_id", "line")

    def __str__(self) -> str:
        return f"第{self.line}行：{self.reason}"


class FeedMeasure(models.Model):
    """One figure of quality of one delivery: so many of so many.

    Attributes:
        key: what was looked at; empty for the dimension as a whole.
    """

    delivery = models.ForeignKey(
        FeedDelivery, models.CASCADE, related_name="measures", verbose_name="数据报送"
    )
    dimension = models.CharField("维度", max_length=12, choices=Dimension.choices)
    key = models.CharField("检查项", max_length=120, blank=True, default="")
    title = models.CharField("名称", max_length=200)
    good = models.BigIntegerField("符合")
    total = models.BigIntegerField("总数")

    class Meta:
        verbose_name = "数据质量"
        constraints = (
            models.UniqueConstraint(
                fields=["delivery", "dimension", "key"], name="feed_measure_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} {self.good}/{self.total}"
