"""Number series of papers: one an organ, mark and year, without gaps."""

from __future__ import annotations

from django.db import models


class NumberSeries(models.Model):
    """The numbers an organ gives to papers of one mark in one year.

    Attributes:
        organ_id: the organ that issues.
        mark: the whole mark before the year, as "望城罚决".
        year: the year between 〔〕.
        last: the last number given out; numbers run from 1 without gaps.
    """

    organ_id = models.BigIntegerField("机关")
    mark = models.CharField("代字", max_length=40)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        verbose_name = "文号序列"
        verbose_name_plural = "文号序列"
        constraints = [
            models.UniqueConstraint(
                fields=["organ_id", "mark", "year"], name="one_series_a_mark_and_year"
            )
        ]

    def __str__(self) -> str:
        """Return the last number as printed."""
        return self.printed(self.last)

    def printed(self, number: int) -> str:
        """Return a number of this series as papers print it."""
        return f"{self.mark}〔{self.year}〕{number}号"


class VoidedNumber(models.Model):
    """A number that was given out but stands on no paper in force.

    A series stays without gaps because such a number is kept with its reason.
    """

    series = models.ForeignKey(
        NumberSeries, models.PROTECT, related_name="voided", verbose_name="文号序列"
    )
    number = models.PositiveIntegerField("序号")
    reason = models.CharField("作废原因", max_length=200)
    by_id = models.BigIntegerField("经办人")
    at = models.DateTimeField("作废时间")

    class Meta:
        verbose_name = "作废文号"
        verbose_name_plural = "作废文号"
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"], name="a_number_is_voided_once"
            )
        ]

    def __str__(self) -> str:
        """Return the number as printed."""
        return self.series.printed(self.number)
