"""The case, its courses, and the acts taken in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.db import models

from faheng.kernel.cases.fields import SecretJSONField
from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import Viewer


class Case(models.Model):
    """A folder: one matter of one organ, from its first act to the archive.

    Attributes:
        number: as printed, empty until a step gives one.
        procedure: key of the main line's declaration.
        division_path: where the organ stands, for the scope of those who watch.
        stage: key of the main line's stage, kept here for lists.
        ended_on: day on which the main line reached a final stage.
    """

    number = models.CharField("案号", max_length=60, blank=True, default="")
    title = models.CharField("案件名称", max_length=200)
    procedure = models.CharField("程序", max_length=80)
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="办案机关"
    )
    division_path = models.CharField("区划路径", max_length=120)
    stage = models.CharField("阶段", max_length=40)
    party_name = models.CharField("当事人", max_length=200, blank=True, default="")
    matter = models.CharField("事项", max_length=200, blank=True, default="")
    opened_on = models.DateField("登记日期")
    ended_on = models.DateField("办结日期", null=True)
    acts = models.PositiveIntegerField("行为数", default=0)

    class Meta:
        verbose_name = "案件"
        constraints = (
            models.UniqueConstraint(
                fields=["number"],
                condition=~models.Q(number=""),
                name="case_number_once",
            ),
        )
        indexes = (
            models.Index(fields=["organ", "-id"], name="case_of_organ"),
            models.Index(fields=["division_path", "-id"], name="case_of_division"),
            models.Index(fields=["organ", "stage", "-id"], name="case_at_stage"),
            models.Index(fields=["party_name"], name="case_of_party"),
            models.Index(
                fields=["division_path", "organ"],
                condition=models.Q(ended_on__isnull=True),
                name="case_open",
            ),
        )

    def __str__(self) -> str:
        return self.number or self.title

    @property
    def chain(self) -> str:
        """Return the name of the case's chain on the record."""
        return f"case/{self.pk}"


class Course(models.Model):
    """One run of a procedure in a case: the main line, or a track beside it.

    Attributes:
        track: name of the track in the main procedure; empty for the main line.
        ordinal: first, second, … of its kind in the case.
        version: grows with each act, so that a second comer is told.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="courses")
    procedure = models.CharField("程序", max_length=80)
    track = models.CharField("并行程序", max_length=40, blank=True, default="")
    ordinal = models.PositiveSmallIntegerField("次序", default=1)
    stage = models.CharField("阶段", max_length=40)
    opened_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间", null=True)
    version = models.PositiveIntegerField("版本", default=0)

    class Meta:
        verbose_name = "程序进程"
        constraints = (
            models.UniqueConstraint(
                fields=["case", "track", "ordinal"], name="course_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.track or 'main'}/{self.ordinal}"


class Door(models.TextChoices):
    """By which entrance an act came in."""

    TAKE = "take", "办理"
    AFTERWARDS = "afterwards", "补录"


class Act(models.Model):
    """A step taken: by whom, in which role, when. Append-only.

    Attributes:
        seq: place in the case.
        role: value of the `Role` in which it was taken.
    The entry on the record's chain `case/<id>` has the same place.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="history")
    course = models.ForeignKey(Course, models.PROTECT, related_name="history")
    seq = models.PositiveIntegerField("序号")
    step = models.CharField("步骤", max_length=60)
    actor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    role = models.CharField("角色", max_length=16)
    door = models.CharField("入口", max_length=12, choices=Door.choices)
    stage_from = models.CharField("原阶段", max_length=40, blank=True, default="")
    stage_to = models.CharField("新阶段", max_length=40)
    occurred_at = models.DateTimeField("发生时间")
    occurred_on = models.DateField("发生日期")
    client_at = models.DateTimeField("设备时间", null=True)
    recorded_at = models.DateTimeField("记录时间")

    class Meta:
        verbose_name = "行为"
        constraints = (
            models.UniqueConstraint(fields=["case", "seq"], name="act_once"),
        )
        indexes = (models.Index(fields=["course", "step"], name="act_of_step"),)

    def __str__(self) -> str:
        return f"{self.case_id}#{self.seq} {self.step}"


class ActDetail(models.Model):
    """What an act was given; may be erased, the commitment on the record stays."""

    act = models.OneToOneField(
        Act, models.DO_NOTHING, primary_key=True, related_name="detail"
    )
    given = SecretJSONField("所填内容")

    class Meta:
        verbose_name = "行为内容"

    def __str__(self) -> str:
        return str(self.act_id)


class Asked(models.Model):
    """Anything whose columns a step can ask for."""

    class Meta:
        abstract = True

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Return what a foreign key may point at in this case on that day.

        None leaves the choice to every row of the other table.
        """
        return None


class CaseFile(Asked):
    """What one course knows; a domain's file of a procedure inherits from it.

    Attributes:
        named_after: the columns its headline follows from; empty means any of them.
    """

    named_after: ClassVar[frozenset[str]] = frozenset()

    course = models.OneToOneField(
        Course,
        models.PROTECT,
        primary_key=True,
        editable=False,
        related_name="%(class)s",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    def headline(self) -> dict[str, str]:
        """Return columns of the case that follow from the main file: title, matter."""
        return {}


class CaseRow(Asked):
    """A row of a child table: what can happen twice in a case."""

    case = models.ForeignKey(
        Case, models.PROTECT, editable=False, related_name="%(class)s_rows"
    )
    course = models.ForeignKey(
        Course, models.PROTECT, editable=False, related_name="%(class)s_rows"
    )
    act = models.ForeignKey(
        Act, models.PROTECT, editable=False, related_name="%(class)s_rows"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def form(cls) -> type[forms.BaseForm] | None:
        """Return a form of its own; None takes one made from the columns."""
        return None

    @classmethod
    def built(cls, given: dict[str, Any], viewer: Viewer, at: datetime) -> CaseRow:
        """Make the row, unsaved, from what its form gave."""
        return cls(**given)
