"""Clocks of a case: a budget, pauses with their ground, approved extensions."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.models.case import Act, Case, Course
from faheng.kernel.parties.models import Organ


class ClockState(models.TextChoices):
    """Whether a clock's days still count."""

    RUNNING = "running", "进行中"
    PAUSED = "paused", "暂停中"
    STOPPED = "stopped", "已停止"


class Clock(models.Model):
    """One term of a course, started by an act and stopped by another.

    Nobody writes `due_on`: it follows from the start, the length, the regime, the
    pauses and the extensions, and is computed anew whenever one of them changes.

    Attributes:
        term: key of the declared term.
        length, unit, regime: the budget as it was on the day it started.
        start_on: the day from which it counts (not itself counted).
        start_at: the moment, for clocks of hours.
        due_on: last day, after rolling over rest days where the regime rolls.
        raw_due_on: last day before rolling.
        provisional: it falls beyond the last published calendar year.
        of: `organ` or `party`: whose days they are.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="clocks")
    course = models.ForeignKey(Course, models.PROTECT, related_name="clocks")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    division_path = models.CharField("区划路径", max_length=120)
    term = models.CharField("期限", max_length=60)
    title = models.CharField("名称", max_length=120)
    of = models.CharField("谁的期限", max_length=8)
    basis = models.CharField("依据", max_length=200)
    length = models.PositiveIntegerField("长度", null=True)
    unit = models.CharField("单位", max_length=16)
    regime = models.CharField("计算规则", max_length=40, blank=True, default="")
    lapse = models.CharField("届满后果", max_length=200, blank=True, default="")
    start_on = models.DateField("起算日")
    start_at = models.DateTimeField("起算时刻", null=True)
    due_on = models.DateField("届满日")
    due_at = models.DateTimeField("届满时刻", null=True)
    raw_due_on = models.DateField("顺延前届满日")
    provisional = models.BooleanField("暂定", default=False)
    state = models.CharField(
        "状态",
        max_length=8,
        choices=ClockState.choices,
        default=ClockState.RUNNING,
    )
    stopped_on = models.DateField("停止日", null=True)
    started_by = models.ForeignKey(Act, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "时钟"
        indexes = (
            models.Index(fields=["course", "term"], name="clock_of_term"),
            models.Index(fields=["organ", "state", "due_on"], name="clock_of_organ"),
            models.Index(
                fields=["division_path", "state", "due_on"], name="clock_of_division"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} {self.due_on}"


class ClockPause(models.Model):
    """Days that do not count, with the ground on which they do not."""

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="pauses")
    from_on = models.DateField("自")
    until_on = models.DateField("至", null=True)
    ground = models.CharField("理由与依据", max_length=200)
    act = models.ForeignKey(Act, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "期限暂停"
        ordering = ("from_on", "id")

    def __str__(self) -> str:
        return f"{self.from_on}–{self.until_on or ''}"


class ClockExtension(models.Model):
    """An approved lengthening of a clock."""

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="extensions")
    length = models.PositiveIntegerField("长度")
    unit = models.CharField("单位", max_length=16)
    ground = models.CharField("理由与依据", max_length=200)
    act = models.ForeignKey(Act, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "期限延长"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"+{self.length}"
