"""Campaigns: what they look at, and what they found when they were closed."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Organ, Person


class Campaign(models.Model):
    """A chosen set of rules over a chosen set of cases.

    Attributes:
        organ: who runs it; its division bounds what it looks at.
        field: only organs of this field; empty for all.
        opened_from, opened_until: only cases registered within these days.
    """

    title = models.CharField("名称", max_length=120)
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="监督机关"
    )
    division_path = models.CharField("区划路径", max_length=120)
    field = models.CharField(
        "执法领域", max_length=20, choices=Field.pairs(), blank=True, default=""
    )
    opened_from = models.DateField("案件登记自")
    opened_until = models.DateField("案件登记至")
    by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name="发起人"
    )
    started_at = models.DateTimeField("开始时间")
    closed_at = models.DateTimeField("结束时间", null=True)
    conclusion = models.TextField("结论", blank=True, default="")

    class Meta:
        verbose_name = "专项监督"
        indexes = (
            models.Index(fields=["division_path", "-id"], name="campaign_of_division"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def chain(self) -> str:
        """Return the name of the campaign's chain on the record."""
        return f"campaign/{self.pk}"


class CampaignRule(models.Model):
    """A rule that a campaign asks."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="rules")
    code = models.CharField("规则代码", max_length=120)

    class Meta:
        verbose_name = "专项监督的规则"
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "code"], name="campaign_rule_once"
            ),
        )

    def __str__(self) -> str:
        return self.code


class CampaignOrgan(models.Model):
    """An organ that a campaign looks at; none means all of the division."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="organs")
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="机关"
    )

    class Meta:
        verbose_name = "专项监督的对象"
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "organ"], name="campaign_organ_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.organ_id)


class CampaignResult(models.Model):
    """What a campaign had found of one rule at one organ when it was closed."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="results")
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="机关"
    )
    code = models.CharField("规则代码", max_length=120)
    found = models.PositiveIntegerField("发现")
    cleared = models.PositiveIntegerField("已消除")
    explained = models.PositiveIntegerField("已说明")
    false = models.PositiveIntegerField("不成立")
    escalated = models.PositiveIntegerField("已转监督")

    class Meta:
        verbose_name = "专项监督结果"

    def __str__(self) -> str:
        return f"{self.code} {self.found}"
