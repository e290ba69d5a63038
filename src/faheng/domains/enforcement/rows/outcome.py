"""What is intended, what was answered, who discussed it and what was imposed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.models import Case, CaseRow
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment, Person
from faheng.kernel.parties.queries import valid_on


class Imposed(CaseRow):
    """One penalty: its kind, its amount and what exactly it consists of.

    Attributes:
        amount: the fine or the gains in fen; the value of confiscated goods.
    """

    kind = models.CharField("处罚种类", max_length=20, choices=PenaltyKind.choices)
    amount = FenField("金额或者价值", null=True, blank=True)
    content = models.CharField("具体内容", max_length=300, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def severity(self) -> int:
        """Return the rank of its kind."""
        return PenaltyKind(self.kind).severity


class ProposedPenalty(Imposed):
    """A penalty that the organ intends; a new proposal replaces the last one."""

    class Meta:
        verbose_name = "拟处罚"


class PenaltyItem(Imposed):
    """A penalty put to the head and imposed by the decision."""

    class Meta:
        verbose_name = "处罚内容"


class DefenceForm(models.TextChoices):
    """How the party answered."""

    ORAL = "oral", "口头"
    WRITTEN = "written", "书面"


class Defence(CaseRow):
    """What the party said in its defence."""

    made_at = models.DateTimeField("陈述申辩时间")
    manner = models.CharField("方式", max_length=8, choices=DefenceForm.choices)
    speaker = models.CharField("陈述申辩人", max_length=60)
    content = models.TextField("陈述申辩内容")
    evidence = models.TextField("提出的新事实和证据", blank=True, default="")

    class Meta:
        verbose_name = "陈述申辩"


class DefencePoint(CaseRow):
    """One point of a defence: what was looked into and whether it holds."""

    point = models.CharField("意见", max_length=300)
    checked = models.CharField("复核情况", max_length=300)
    accepted = models.BooleanField("采纳", default=False)
    reason = models.CharField("采纳与否的理由", max_length=300)

    class Meta:
        verbose_name = "复核意见"


class DiscussionMember(CaseRow):
    """A leader of the organ at a collective discussion."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name="参加人"
    )
    post = models.CharField("职务", max_length=60)
    opinion = models.TextField("发表的意见")

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer those who lead the organ on that day."""
        organs = [case.organ_id, case.organ.parent_id]
        held = Appointment.objects.filter(
            valid_on(on), role=Role.HEAD, organ__in=[o for o in organs if o]
        )
        return Person.objects.filter(pk__in=held.values("person")).order_by(
            "officer_no"
        )

    class Meta:
        verbose_name = "讨论人员"
