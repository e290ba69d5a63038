"""Up to where each person has been told of findings."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Person


class FindingsTold(models.Model):
    """How far one person has been told.

    Attributes:
        red: the newest red finding told at once.
        all: the newest finding of the last digest.
        digest_on: day of the last digest.
    """

    person = models.OneToOneField(
        Person, models.PROTECT, primary_key=True, related_name="+"
    )
    red = models.BigIntegerField("严重发现", default=0)
    all = models.BigIntegerField("全部发现", default=0)
    digest_on = models.DateField("上次汇总", null=True)

    class Meta:
        verbose_name = "监督发现告知进度"

    def __str__(self) -> str:
        return str(self.person_id)
