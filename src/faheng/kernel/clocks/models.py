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
