"""What the publication of a decision knows."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    number,
    text,
)
from faheng.kernel.cases.models import CaseFile


class CreditClass(models.TextChoices):
    """How grave a penalty is for its party's credit."""

    MINOR = "minor", "轻微"
    GENERAL = "general", "一般"
    SERIOUS = "serious", "严重"


class Published(models.TextChoices):
    """What kind of decision is published."""

    PENALTY = "penalty", "行政处罚决定"
    OTHER = "other", "其他行政执法决定"


class Changed(models.TextChoices):
    """Why a published decision no longer stands (行政处罚法 art. 48)."""

    ALTERED = "altered", "被依法变更"
    REVOKED = "revoked", "被依法撤销"
    UNLAWFUL = "unlawful", "被确认违法"
    VOID = "void", "被确认无效"


class PublicityFile(CaseFile):
    """One publication, from the abstract to its end or withdrawal."""

    decision_kind = choice("公示内容", Published)
    decision_no = line("决定书文号", 60)
    decided_on = day("决定日期")
    credit_class = choice("类别", CreditClass)
    minor_basis = line("轻微处罚仍须公示的部门规定")
    abstract = text("公示摘要")
    months = number("公示月数")
    secrecy = line("保密审查意见", 300)
    reasons = line("不予公示的理由", 300)
    site = line("公示平台")
    changing_paper = line("变更、撤销等决定的文书", 120)
    changed = choice("变化情形", Changed)
    changed_on = day("变更文书日期")
    withdrawal = line("撤回说明", 300)
    repair = text("信用修复申请和承诺")
    repair_extension = number("延长工作日数")
    repair_opinion = line("修复处理意见", 300)

    class Meta:
        verbose_name = "公示"
