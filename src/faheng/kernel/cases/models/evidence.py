"""Evidence: the eight kinds of the penalty law's article 46."""

from __future__ import annotations

from datetime import date

from django.db import models

from faheng.kernel.cases.models.case import Case, CaseRow
from faheng.kernel.parties.models import Person


class EvidenceKind(models.TextChoices):
    """The closed list of article 46."""

    DOCUMENTARY = "documentary", "书证"
    OBJECT = "object", "物证"
    AUDIOVISUAL = "av", "视听资料"
    ELECTRONIC = "electronic", "电子数据"
    TESTIMONY = "testimony", "证人证言"
    PARTY_STATEMENT = "party_statement", "当事人的陈述"
    EXPERT = "expert", "鉴定意见"
    SCENE = "scene_record", "勘验笔录、现场笔录"


class Upload(models.Model):
    """A file as it came in; its hash was taken at once."""

    path = models.CharField("存放", max_length=200)
    name = models.CharField("原文件名", max_length=200)
    media_type = models.CharField("类型", max_length=80)
    size = models.PositiveBigIntegerField("字节")
    sha256 = models.CharField("哈希", max_length=64, db_index=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    received_at = models.DateTimeField("接收时间")

    class Meta:
        verbose_name = "上传文件"

    def __str__(self) -> str:
        return self.name


class Evidence(CaseRow):
    """One piece of evidence, what it proves and where it came from."""

    kind = models.CharField("证据种类", max_length=16, choices=EvidenceKind.choices)
    title = models.CharField("证据名称", max_length=120)
    proves = models.CharField("证明对象", max_length=300)
    source = models.CharField("来源", max_length=120)
    taken_at = models.DateTimeField("取得时间")
    place = models.CharField("取得地点", max_length=200, blank=True, default="")
    is_copy = models.BooleanField("复制件", default=False)
    verified = models.BooleanField("已与原件核对", default=False)
    upload = models.ForeignKey(
        Upload, models.PROTECT, null=True, blank=True, verbose_name="文件"
    )

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Upload] | None:
        """Offer only files that belong to no other case."""
        if name != "upload":
            return None
        free = models.Q(evidence__isnull=True)
        if case.pk:
            free |= models.Q(evidence__case=case)
        return Upload.objects.filter(free)

    class Meta:
        verbose_name = "证据"

    def __str__(self) -> str:
        return self.title
