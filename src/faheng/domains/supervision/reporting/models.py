"""What was sent up, or waits to be, and every answer to it."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ


class PushStatus(models.TextChoices):
    """How a record stands with the platform above."""

    WAITING = "waiting", "待报送"
    ACCEPTED = "accepted", "已接收"
    REJECTED = "rejected", "被退回"
    PASSED = "passed", "已被新版本取代"


class UpwardRecord(models.Model):
    """One version of one thing for the platform above.

    Attributes:
        key: the thing's key here; with `entity` and `version` it names the record.
        digest: of the content, so that what has not changed is not sent again.
        recorded_at: when the thing was entered here; its days for sending run from
            then.
        pushed_at: when the platform first answered for this version.
        rejected_at: when it was last turned back; the days for mending run from
            then.
        receipt_no: the platform's number for the thing.
    """

    entity = models.CharField("种类", max_length=16)
    key = models.CharField("主键", max_length=40)
    version = models.PositiveIntegerField("版本")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    division_path = models.CharField("区划路径", max_length=120)
    content = models.JSONField("内容")
    digest = models.CharField("内容哈希", max_length=64)
    recorded_at = models.DateTimeField("登记时间")
    status = models.CharField(
        "报送状态",
        max_length=8,
        choices=PushStatus.choices,
        default=PushStatus.WAITING,
    )
    tries = models.PositiveIntegerField("报送次数", default=0)
    pushed_at = models.DateTimeField("报送时间", null=True)
    rejected_at = models.DateTimeField("退回时间", null=True)
    receipt_no = models.CharField("回执号", max_length=80, blank=True, default="")

    class Meta:
        verbose_name = "上报数据"
        constraints = (
            models.UniqueConstraint(
                fields=["entity", "key", "version"], name="upward_record_once"
            ),
        )
        indexes = (
            models.Index(fields=["status", "id"], name="upward_by_status"),
            models.Index(fields=["case"], name="upward_of_case"),
        )

    def __str__(self) -> str:
        return f"{self.entity}/{self.key}#{self.version}"


class UpwardReceipt(models.Model):
    """One answer of the platform above; kept for good.

    Attributes:
        reasons: why it was turned back, one a line.
    """

    record = models.ForeignKey(UpwardRecord, models.PROTECT, related_name="receipts")
    at = models.DateTimeField("时间")
    verdict = models.CharField("结果", max_length=12)
    number = models.CharField("回执号", max_length=80, blank=True, default="")
    reasons = models.TextField("退回理由", blank=True, default="")

    class Meta:
        verbose_name = "上报回执"

    def __str__(self) -> str:
        return f"{self.record} {self.verdict}"


class UpwardMark(models.Model):
    """How far the acts of the house have been looked through."""

    act_id = models.BigIntegerField("行为", default=0)

    class Meta:
        verbose_name = "上报进度"

    def __str__(self) -> str:
        return str(self.act_id)
