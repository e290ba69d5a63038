"""What an application for recusal knows, and who left the case because of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    text,
)
from faheng.kernel.cases.models import Case, CaseFile, CaseOfficer, CaseRow
from faheng.kernel.parties.models import Person


class Applicant(models.TextChoices):
    """Who says that an officer should not handle the case."""

    PARTY = "party", "当事人申请"
    OFFICER = "officer", "执法人员自行回避"
    ORGAN = "organ", "行政机关发现"


class Ground(models.TextChoices):
    """The two grounds of 行政处罚法 article 43."""

    INTEREST = "interest", "与案件有直接利害关系"
    RELATION = "relation", "有其他关系可能影响公正执法"


class RecusalFile(CaseFile):
    """One application that one officer stay out of the case."""

    applicant = choice("提出方式", Applicant)
    applicant_name = line("提出人", 60)
    applied_on = day("提出日期")
    officer = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="被申请回避的执法人员",
    )
    ground = choice("回避事由", Ground)
    facts = text("事实和理由")
    decision_reasons = text("决定理由")

    class Meta:
        verbose_name = "回避"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the officers who handle the case."""
        if name != "officer":
            return None
        handling = CaseOfficer.objects.filter(case=case, until_on__isnull=True)
        return Person.objects.filter(pk__in=handling.values("person"))


class RecusedOfficer(CaseRow):
    """An officer who handles the case no longer, from the day of the decision."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name="退出办案的执法人员"
    )

    class Meta:
        verbose_name = "退出办案人员"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the officers who handle the case."""
        return RecusalFile.choices("officer", case, on)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Close the person's handling of the case together with the row."""
        super().save(*args, **kwargs)
        handling = CaseOfficer.objects.filter(case=self.case, person=self.person)
        handling.filter(until_on__isnull=True).update(until_on=self.act.occurred_on)
