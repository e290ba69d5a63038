"""Tables of findings, of what happened to them, and of rules that failed."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ, Person


class FindingState(models.TextChoices):
    """How far a finding has come."""

    RAISED = "raised", "已发现"
    SEEN = "seen", "已查看"
    EXPLAINED = "explained", "已说明"
    DISPUTED = "disputed", "已提出异议"
    DISMISSED = "dismissed", "不成立"
    ESCALATED = "escalated", "已上报"
    CLEARED = "cleared", "已消除"


class FindingSeverity(models.TextChoices):
    """How bad it is."""

    RED = "red", "严重"
    YELLOW = "yellow", "一般"
    HINT = "hint", "提示"


class Finding(models.Model):
    """One answer of a rule, from when it was found until it was no longer so.

    Attributes:
        code: of the rule.
        case: what it is about; empty where it is about an organ, not a case.
        row: key of the row it is about, in the table that the rule names; 0 for none.
        record: key of the record that another system reported, where it is about
            one; below zero, as none of ours is. 0 for none.
        facts: what was found, by the names of columns; nothing that is secret.
        cleared_at: since when it is no longer so; empty while it is.
    """

    code = models.CharField("规则代码", max_length=120)
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name="案件",
    )
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="机关"
    )
    division_path = models.CharField("区划路径", max_length=120)
    row = models.BigIntegerField("涉及的行", default=0)
    record = models.BigIntegerField("外部记录", default=0)
    severity = models.CharField("程度", max_length=8, choices=FindingSeverity.choices)
    facts = models.JSONField("事实", default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField(
        "状态",
        max_length=12,
        choices=FindingState.choices,
        default=FindingState.RAISED,
    )
    raised_at = models.DateTimeField("发现时间")
    cleared_at = models.DateTimeField("消除时间", null=True, blank=True)
    explanation = models.TextField("情况说明", blank=True, default="")

    class Meta:
        verbose_name = "监督发现"
        constraints = (
            models.UniqueConstraint(
                fields=["case", "code", "row"],
                condition=Q(cleared_at__isnull=True, case__isnull=False),
                name="finding_of_case_once",
            ),
            models.UniqueConstraint(
                fields=["organ", "record", "code", "row"],
                condition=Q(cleared_at__isnull=True, case__isnull=True),
                name="finding_of_organ_once",
            ),
        )
        indexes = (
            models.Index(
                fields=["division_path", "organ", "code", "severity", "state"],
                condition=Q(cleared_at__isnull=True),
                name="finding_open_counted",
            ),
            models.Index(
                fields=["raised_at", "division_path", "organ", "code"],
                name="finding_raised_counted",
            ),
            models.Index(
                fields=["cleared_at", "division_path", "organ", "code"],
                condition=Q(cleared_at__isnull=False),
                name="finding_cleared_counted",
            ),
            models.Index(fields=["code", "-id"], name="finding_of_rule"),
            models.Index(fields=["organ", "-id"], name="finding_of_organ"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.case_id or self.organ_id}"


class FindingEvent(models.Model):
    """What happened to a finding: who, when and why.

    Attributes:
        by: who did it; empty for what the engine did.
    """

    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="events", verbose_name="监督发现"
    )
    state = models.CharField("成为", max_length=12, choices=FindingState.choices)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="办理人"
    )
    why = models.TextField("理由", blank=True, default="")

    class Meta:
        verbose_name = "监督发现的经过"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.finding_id} {self.state}"


class RuleFailure(models.Model):
    """A rule that could not be asked; the act that asked for it stood.

    Attributes:
        question: key of the rule or family; empty where the whole statement failed.
        case: where it was asked, for one case.
    """

    question = models.CharField("规则", max_length=120, blank=True, default="")
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="+", verbose_name="案件"
    )
    at = models.DateTimeField("时间", db_index=True)
    error = models.TextField("错误")

    class Meta:
        verbose_name = "规则故障"

    def __str__(self) -> str:
        return f"{self.question} {self.at:%Y-%m-%d %H:%M}"


class RunKind(models.TextChoices):
    """What is asked when nobody acts."""

    CITY = "city", "全市监督"
    TOUCHED = "touched", "变动监督"


class SupervisingRun(models.Model):
    """One time that rules were asked of many cases, and what came of it.

    Attributes:
        ended_at: empty while it runs, and where it was killed.
        error: why it failed, or which rules could not be asked.
    """

    what = models.CharField("范围", max_length=8, choices=RunKind.choices)
    begun_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束", null=True)
    raised = models.PositiveIntegerField("新发现", default=0)
    cleared = models.PositiveIntegerField("已消除", default=0)
    error = models.TextField("错误", blank=True, default="")

    class Meta:
        verbose_name = "监督运行"
        indexes = (models.Index(fields=["what", "-id"], name="run_of_kind"),)

    def __str__(self) -> str:
        return f"{self.what} {self.begun_at:%Y-%m-%d %H:%M}"
