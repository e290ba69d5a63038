"""What a complaint case knows; who complains stands on its slip only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.db import models

from faheng.domains.supervision.files.reach import case_named, organs_below
from faheng.domains.supervision.intake.models import ComplaintSlip
from faheng.domains.supervision.intake.queries import in_tray
from faheng.kernel.cases.columns import (
    choice,
    day,
    key_to,
    line,
    number,
    text,
)
from faheng.kernel.cases.models import Case, CaseFile, CaseRow
from faheng.kernel.parties.models import Organ


class About(models.TextChoices):
    """What in enforcement is complained about."""

    BODY = "body", "执法主体资格"
    CONDUCT = "conduct", "执法行为和作风"
    PROCEDURE = "procedure", "执法程序"
    RESULT = "result", "执法结果"
    INACTION = "inaction", "不履行法定职责"
    CHARGES = "charges", "乱收费、乱罚款、乱检查"
    OTHER = "other", "其他"


class NotAccepted(models.TextChoices):
    """Why a complaint is not taken on."""

    NOT_ENFORCEMENT = "not_enforcement", "不属于行政执法行为"
    REMEDY = "remedy", "已经或者应当通过复议、诉讼、信访处理"
    SETTLED = "settled", "已经处理完毕，没有新的事实"
    UNCLEAR = "unclear", "没有具体的事实和线索"


class Finding(models.TextChoices):
    """What the investigation found of the complaint."""

    TRUE = "true", "属实"
    PARTLY = "partly", "部分属实"
    UNTRUE = "untrue", "不属实"
    UNPROVEN = "unproven", "无法查实"


class ComplaintFile(CaseFile):
    """One complaint about enforcement, from its slip to the answer."""

    named_after: ClassVar[frozenset[str]] = frozenset({"about_organ", "about"})

    slip = models.OneToOneField(
        ComplaintSlip,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="file",
        verbose_name="来件",
    )
    about_organ = key_to("被投诉机关", Organ)
    about_case_no = line("所涉案件案号", 60)
    about_case = key_to("所涉案件", Case)
    about = choice("投诉类别", About)
    summary = text("投诉要点")
    received_on = day("收到日期")
    not_accepted = choice("不予受理的理由", NotAccepted)
    not_accepted_note = text("不予受理的说明")
    transferred_to = line("转送机关", 120)
    transfer_note = text("转送说明")
    organ_question = text("要求被投诉机关说明的事项")
    organ_due_on = day("说明期限至")
    extra_days = number("延长日数")
    extension_reason = text("延长理由")
    finding = choice("核查结论", Finding)
    findings = text("核查情况")
    measures = text("处理情况")
    answer_text = text("答复内容")
    end_reason = text("终止理由")

    class Meta:
        verbose_name = "投诉举报"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer slips that wait, organs watched over, and their cases."""
        offered: dict[str, Callable[[Case], models.QuerySet[Any]]] = {
            "slip": in_tray,
            "about_organ": organs_below,
        }
        return offered[name](case) if name in offered else None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Tie the case whose number was written."""
        if self.about_case_id is None and self.about_case_no:
            self.about_case = case_named(self.about_case_no)
        super().save(*args, **kwargs)

    def headline(self) -> dict[str, str]:
        """Name the case after the organ and the kind, never after the sender."""
        organ = self.about_organ.short_name if self.about_organ else ""
        about = str(self.get_about_display())
        return {"title": f"投诉{organ}：{about}", "matter": about}


class OrganStatement(CaseRow):
    """What the organ complained about says to it."""

    content = models.TextField("情况说明")
    proof = models.TextField("证明材料目录", blank=True, default="")

    class Meta:
        verbose_name = "情况说明"
