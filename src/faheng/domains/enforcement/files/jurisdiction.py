"""What a dispute over jurisdiction knows."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    text,
)
from faheng.kernel.cases.models import CaseFile


class Dispute(models.TextChoices):
    """Whether both claim the case or both refuse it."""

    CLAIMED = "claimed", "都主张管辖"
    REFUSED = "refused", "都认为不归自己管辖"


class JurisdictionFile(CaseFile):
    """One dispute with another organ about whose case it is."""

    dispute = choice("争议情形", Dispute)
    others = line("争议的其他机关")
    arose_on = day("争议发生日期")
    positions = text("各方意见")
    negotiation = text("协商经过")
    competent = line("管辖机关", 120)
    superior = line("共同的上一级机关", 120)
    designation_no = line("指定管辖文号", 60)
    designation = text("指定管辖内容")

    class Meta:
        verbose_name = "管辖争议"
