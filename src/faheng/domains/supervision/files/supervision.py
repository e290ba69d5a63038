"""What a supervision case knows: about which organ, in which matters, what was said."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.db import models

from faheng.domains.supervision.files.reach import case_named, organs_below
from faheng.kernel.alerts.life import Said, escalate
from faheng.kernel.alerts.models import Finding
from faheng.kernel.cases.columns import choice, key_to, line, text
from faheng.kernel.cases.models import Case, CaseFile, CaseRow
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer


class Ground(models.TextChoices):
    """Where a supervision comes from."""

    ALERT = "alert", "预警发现"
    COMPLAINT = "complaint", "投诉举报"
    FILE_REVIEW = "file_review", "案卷评查"
    CAMPAIGN = "campaign", "专项监督"
    ABOVE = "above", "上级交办"
    OTHER = "other", "其他"


class DecisionKind(models.TextChoices):
    """What a decision of supervision orders."""

    PERFORM = "perform", "责令限期履行"
    CORRECT = "correct", "责令改正"
    REVOKE = "revoke", "撤销"
    UNLAWFUL = "unlawful", "确认违法"
    VOID = "void", "确认无效"


class SupervisionFile(CaseFile):
    """One organ, one set of matters, from the first question to the last answer."""

    named_after: ClassVar[frozenset[str]] = frozenset({"supervised", "matter"})

    supervised = key_to("被监督机关", Organ)
    ground = choice("来源", Ground)
    matter = line("监督事项", 120)
    facts = text("发现的情况")
    review_note = text("审查意见")
    serious_reason = text("直接作出决定的理由")
    closing_reason = text("办结说明")

    class Meta:
        verbose_name = "行政执法监督"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the organs that the supervising one watches over."""
        return organs_below(case) if name == "supervised" else None

    def headline(self) -> dict[str, str]:
        """Name the case after the organ and the matter."""
        organ = self.supervised.short_name if self.supervised else ""
        return {"title": f"{organ}：{self.matter}", "matter": self.matter}


class MatterForm(forms.Form):
    """A case by its number, since a city has too many to choose from a list."""

    supervised = forms.CharField(
        label="所涉案件", max_length=60, help_text="案号；还没有案号的，写案件编号"
    )
    finding = forms.IntegerField(
        label="监督发现",
        required=False,
        min_value=1,
        help_text="由预警转来的，写它的编号",
    )
    rule = forms.CharField(label="规则代码", max_length=120, required=False)
    question = forms.CharField(label="问题", max_length=300)

    def clean_supervised(self) -> Case:
        """Find the case."""
        found = case_named(self.cleaned_data["supervised"])
        if found is None:
            raise forms.ValidationError("没有这个案号的案件")
        return found

    def clean_finding(self) -> Finding | None:
        """Find the finding."""
        key = self.cleaned_data["finding"]
        found = Finding.objects.filter(pk=key).first() if key else None
        if key and found is None:
            raise forms.ValidationError("没有这个编号的监督发现")
        return found


class SupervisedMatter(CaseRow):
    """A case of the supervised organ that is at issue, and the rule that found it.

    Attributes:
        finding: the finding that it takes up; empty where people found it.
        rule: code of the supervision rule.
    """

    supervised = models.ForeignKey(
        Case, models.PROTECT, related_name="supervised_in", verbose_name="所涉案件"
    )
    finding = models.ForeignKey(
        Finding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="taken_up_in",
        verbose_name="监督发现",
    )
    rule = models.CharField("规则代码", max_length=120, blank=True, default="")
    question = models.CharField("问题", max_length=300)

    class Meta:
        verbose_name = "所涉案件和问题"

    @classmethod
    def form(cls) -> type[forms.BaseForm]:
        """Ask for the case by its number."""
        return MatterForm

    @classmethod
    def built(
        cls, given: dict[str, Any], viewer: Viewer, at: datetime
    ) -> SupervisedMatter:
        """Take up the finding, where there is one, together with the row."""
        finding = given["finding"]
        if finding is None:
            return cls(**given)
        escalate(finding.pk, Said(viewer, at, given["question"]))
        return cls(**{**given, "rule": finding.code})


class Instrument(CaseRow):
    """What every instrument says: by when it is to be answered."""

    due_on = models.DateField("答复期限至")

    class Meta:
        abstract = True


class SupervisionNotice(Instrument):
    """Asks for information, material or an explanation."""

    matter = models.TextField("需要说明的事项")
    needed = models.TextField("需要提供的材料")

    class Meta:
        verbose_name = "监督通知"


class SupervisionOpinion(Instrument):
    """Tells what is unlawful or improper, and what correction is expected."""

    problem = models.TextField("存在的问题")
    reasons = models.TextField("依据和理由")
    suggestion = models.TextField("整改建议")

    class Meta:
        verbose_name = "监督意见"


class SupervisionDecision(Instrument):
    """Orders what an opinion did not bring about, or what cannot wait."""

    kind = models.CharField("决定种类", max_length=12, choices=DecisionKind.choices)
    content = models.TextField("决定内容")
    reasons = models.TextField("依据和理由")

    class Meta:
        verbose_name = "监督决定"


class SupervisionReply(CaseRow):
    """What the supervised organ explains in answer to a notice."""

    content = models.TextField("答复内容")
    proof = models.TextField("证明材料目录", blank=True, default="")

    class Meta:
        verbose_name = "答复"


class Rectification(CaseRow):
    """What the supervised organ reports to have mended, or carried out."""

    content = models.TextField("整改情况")
    measures = models.TextField("采取的措施")
    results = models.TextField("结果")
    proof = models.TextField("证明材料目录", blank=True, default="")

    class Meta:
        verbose_name = "整改报告"


class Interview(CaseRow):
    """A talk with those who lead the supervised organ."""

    held_on = models.DateField("约谈日期")
    talked_with = models.CharField("被约谈人", max_length=60)
    issues = models.TextField("约谈事项")
    commitments = models.TextField("整改承诺")

    class Meta:
        verbose_name = "约谈"
