"""The one table of clocks: days imported from the yearly notice."""

from __future__ import annotations

from django.db import models

from faheng.lib.workdays import DayKind


class CalendarDay(models.Model):
    """A day that differs from an ordinary week, as an administrator imported it."""

    day = models.DateField("日期", primary_key=True)
    kind = models.CharField(
        "类别", max_length=20, choices=[(kind.value, kind.label) for kind in DayKind]
    )
    source = models.CharField("来源", max_length=200)
    imported_at = models.DateTimeField("导入时间")

    class Meta:
        verbose_name = "日历日"
        verbose_name_plural = "日历日"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {DayKind(self.kind).label}"


class NumberedDay(models.Model):
    """A day and how many working days there were up to and with it.

    The difference of two numbers counts the working days after the one day, up to
    and with the other; rules count so on every engine.
    """

    day = models.DateField("日期", primary_key=True)
    workday_no = models.IntegerField("第几个工作日")
    is_workday = models.BooleanField("工作日")
    kind = models.CharField(
        "类别", max_length=20, choices=[(kind.value, kind.label) for kind in DayKind]
    )

    class Meta:
        verbose_name = "编号日历"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} #{self.workday_no}"
