"""Slips of complaints, and what the public door counts against abuse."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.secrecy import SecretField


class Channel(models.TextChoices):
    """How a complaint came in."""

    PORTAL = "portal", "网上"
    TELEPHONE = "telephone", "电话"
    LETTER = "letter", "来信"
    VISIT = "visit", "来访"


class ComplaintSlip(models.Model):
    """A complaint as it was told, before anybody has looked into it.

    Attributes:
        code_index: keyed digest of the code by which its sender asks for it; the
            code itself is kept nowhere.
        division_path: whose supervisors find it in their tray.
        about_case: what the sender wrote about the case, a number or a paper's.
    """

    code_index = models.CharField("查询码索引", max_length=64, unique=True)
    channel = models.CharField("来源渠道", max_length=12, choices=Channel.choices)
    received_at = models.DateTimeField("收到时间")
    division_path = models.CharField("区划路径", max_length=120)
    organ = models.ForeignKey(
        Organ,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="被投诉机关",
    )
    about_case = models.CharField("所涉案件", max_length=80, blank=True, default="")
    content = SecretField("投诉内容")
    wish = SecretField("诉求", blank=True, default="")
    name = SecretField("姓名或名称", blank=True, default="")
    contact = SecretField("联系方式", blank=True, default="")

    class Meta:
        verbose_name = "投诉举报来件"
        indexes = (
            models.Index(fields=["division_path", "received_at"], name="slip_in_tray"),
        )

    def __str__(self) -> str:
        return f"来件{self.pk}"

    @property
    def chain(self) -> str:
        """Return the name of the slip's chain on the record."""
        return f"complaint/{self.pk}"


class DoorCount(models.Model):
    """One use of the public door, by a digest of where it came from."""

    kind = models.CharField("种类", max_length=12)
    source = models.CharField("来源索引", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "公众入口计数"
        indexes = (
            models.Index(fields=["kind", "source", "at"], name="door_use_counted"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"
