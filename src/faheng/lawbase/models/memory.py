"""Questions whose answer people confirmed."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Person
from faheng.lawbase.models.works import Work


class ConfirmedQuestion(models.Model):
    """A question in lay words, and the unit that answers it in every version."""

    question = models.CharField("问题", max_length=500)
    work = models.ForeignKey(Work, models.CASCADE, related_name="questions")
    address = models.CharField("位置", max_length=80)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("确认时间")

    class Meta:
        verbose_name = "已确认的问题"
        verbose_name_plural = "已确认的问题"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("question", "work", "address"), name="lawbase_one_question"
            ),
        )

    def __str__(self) -> str:
        return self.question
