"""Papers of a case and how they were delivered."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.fields import SecretJSONField
from faheng.kernel.cases.models.case import Act, Case, CaseRow, Course


class PaperState(models.TextChoices):
    """Standing of a paper."""

    ISSUED = "issued", "已制作"
    VOID = "void", "已作废"


class Paper(models.Model):
    """A document made by a step: its values are frozen, its PDF follows from them.

    Attributes:
        document: key of the declared document.
        values: what it states, by name of the state, as text.
        served_on: day on which its last needed delivery took effect.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers")
    course = models.ForeignKey(Course, models.PROTECT, related_name="papers")
    act = models.ForeignKey(Act, models.PROTECT, related_name="papers")
    document = models.CharField("文书种类", max_length=60)
    code = models.CharField("文书代码", max_length=12)
    title = models.CharField("文书名称", max_length=120)
    number = models.CharField("文号", max_length=60, blank=True, default="")
    made_on = models.DateField("制作日期")
    state = models.CharField(
        "状态",
        max_length=8,
        choices=PaperState.choices,
        default=PaperState.ISSUED,
    )
    values = SecretJSONField("内容")
    must_serve = models.BooleanField("须送达", default=False)
    served_on = models.DateField("送达日期", null=True)

    class Meta:
        verbose_name = "文书"
        constraints = (
            models.UniqueConstraint(
                fields=["number"],
                condition=~models.Q(number=""),
                name="paper_number_once",
            ),
        )
        indexes = (models.Index(fields=["case", "document"], name="paper_of_kind"),)

    def __str__(self) -> str:
        return self.number or self.title


class ServiceMethod(models.TextChoices):
    """The ways of service of the civil procedure law, arts. 87-95."""

    DIRECT = "direct", "直接送达"
    LEAVE = "leave", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    POST = "post", "邮寄送达"
    TRANSFER = "transfer", "转交送达"
    PUBLIC_NOTICE = "public_notice", "公告送达"


class Outcome(models.TextChoices):
    """What came of an attempt to deliver."""

    SERVED = "served", "已送达"
    POSTED = "posted", "公告中"


class Service(CaseRow):
    """One delivery of one paper.

    Attributes:
        acted_on: day of handing over, leaving, arrival, or the slip's date;
            for a public notice the day of posting.
        served_on: day on which the delivery takes effect in law.
    """

    paper = models.ForeignKey(
        Paper, models.PROTECT, editable=False, related_name="services"
    )
    method = models.CharField("送达方式", max_length=16, choices=ServiceMethod.choices)
    outcome = models.CharField(
        "结果",
        max_length=8,
        choices=Outcome.choices,
        default=Outcome.SERVED,
        editable=False,
    )
    acted_on = models.DateField("送达日期")
    receiver = models.CharField("收件人", max_length=60, blank=True, default="")
    relation = models.CharField("与受送达人关系", max_length=60, blank=True, default="")
    place = models.CharField("送达地点", max_length=200, blank=True, default="")
    witness = models.CharField("见证人", max_length=60, blank=True, default="")
    refusal = models.CharField("拒收事由", max_length=200, blank=True, default="")
    slip_no = models.CharField("邮件号", max_length=40, blank=True, default="")
    filmed = models.BooleanField("全程录像", default=False)
    consent = models.BooleanField("当事人书面同意电子送达", default=False)
    reason = models.CharField(
        "其他方式无法送达的原因", max_length=200, blank=True, default=""
    )
    served_on = models.DateField("生效日期", null=True, editable=False)

    class Meta:
        verbose_name = "送达"


class ServiceAttempt(CaseRow):
    """An attempt to deliver that came to nothing."""

    paper_title = models.CharField("文书", max_length=120)
    method = models.CharField("送达方式", max_length=16, choices=ServiceMethod.choices)
    acted_on = models.DateField("日期")
    reason = models.CharField("未能送达的原因", max_length=200)

    class Meta:
        verbose_name = "未能送达记录"
