"""What waits for whom, what was wrong, and who was told."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.models.case import Act, Case, Course
from faheng.kernel.parties.models import Organ, Person


class Task(models.Model):
    """A course waits for somebody: derived from the declaration after each act.

    Attributes:
        step: the first of the steps that are expected at this stage.
        person: an officer who handles the case; empty where any holder of `role`
            in `organ` may act.
        due_on: last day of the organ's earliest clock that presses the step.
        ripe_on: last day of a party's period that the step waits for: letting it
            pass breaks no duty of the organ's.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="tasks")
    course = models.ForeignKey(Course, models.PROTECT, related_name="tasks")
    step = models.CharField("步骤", max_length=60)
    title = models.CharField("事项", max_length=120)
    role = models.CharField("角色", max_length=16)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="tasks")
    since = models.DateTimeField("自")
    due_on = models.DateField("最迟", null=True)
    ripe_on = models.DateField("当事人期限届满", null=True)

    class Meta:
        verbose_name = "待办"
        indexes = (
            models.Index(fields=["person", "due_on"], name="task_of_person"),
            models.Index(fields=["organ", "role", "due_on"], name="task_of_role"),
        )

    def __str__(self) -> str:
        return self.title


class Defect(models.Model):
    """Something an act entered afterwards did not meet, kept with its article.

    Attributes:
        condition: key of the declared condition, or `role`, `order`, `missing`.
        field: name of the input that was missing.
        mended: the later act that brought what was missing.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="defects")
    course = models.ForeignKey(Course, models.PROTECT, related_name="defects")
    act = models.ForeignKey(Act, models.PROTECT, related_name="defects")
    field = models.CharField("填写项", max_length=80, blank=True, default="")
    mended = models.ForeignKey(
        Act,
        models.PROTECT,
        null=True,
        related_name="mends",
        verbose_name="补全的行为",
    )
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    division_path = models.CharField("区划路径", max_length=120)
    condition = models.CharField("条件", max_length=80)
    sentence = models.CharField("问题", max_length=400)
    basis = models.CharField("依据", max_length=200)
    mend = models.CharField("如何补救", max_length=300, blank=True, default="")
    watch = models.CharField("规则代码", max_length=12, blank=True, default="")
    raised_at = models.DateTimeField("发现时间")

    class Meta:
        verbose_name = "瑕疵"
        indexes = (
            models.Index(fields=["organ", "-id"], name="defect_of_organ"),
            models.Index(fields=["division_path", "-id"], name="defect_of_division"),
            models.Index(
                fields=["division_path", "organ", "condition"], name="defect_counted"
            ),
        )

    def __str__(self) -> str:
        return self.sentence


class Notice(models.Model):
    """Somebody was told that something waits for them: of a case, or at an address."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="notices")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    link = models.CharField("地址", max_length=500, blank=True, default="")
    text = models.CharField("内容", max_length=300)
    created_at = models.DateTimeField("时间")
    read_at = models.DateTimeField("已读", null=True)
    mailed_at = models.DateTimeField("邮件", null=True)

    class Meta:
        verbose_name = "通知"
        indexes = (models.Index(fields=["person", "-id"], name="notice_of_person"),)

    def __str__(self) -> str:
        return self.text
