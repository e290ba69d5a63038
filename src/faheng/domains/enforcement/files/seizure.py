"""What a sealing or seizure knows."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    line,
    moment,
    number,
    text,
    tick,
)
from faheng.kernel.cases.models import CaseFile


class Measure(models.TextChoices):
    """The two measures of chapter 3, section 2 of 行政强制法."""

    SEAL = "seal", "查封"
    SEIZE = "seize", "扣押"


class PowerLevel(models.TextChoices):
    """What may grant the power to seal or seize (arts. 10 and 11); no rule may."""

    LAW = "law", "法律"
    ADMIN_REGULATION = "admin_regulation", "行政法规"
    LOCAL_REGULATION = "local_regulation", "地方性法规"


class Attendance(models.TextChoices):
    """Who was there (art. 18, items 8 and 9)."""

    PARTY = "party", "当事人到场并签名"
    REFUSED = "refused", "当事人到场，拒绝签名，已注明"
    WITNESS = "witness", "当事人不到场，见证人到场签名"


class LiftGround(models.TextChoices):
    """Why a measure is lifted: the items of art. 28, and refusal after the fact."""

    NO_VIOLATION = "no_violation", "当事人没有违法行为"
    UNRELATED = "unrelated", "查封、扣押的财物与违法行为无关"
    DECIDED = "decided", "已经作出处理决定，不再需要查封、扣押"
    OVER = "over", "查封、扣押期限已经届满"
    NEEDLESS = "needless", "其他不再需要采取措施的情形"
    DISAPPROVED = "disapproved", "行政机关负责人认为不应当采取强制措施"


class SeizureFile(CaseFile):
    """One measure on property, from the request to the return of the last thing."""

    measure = choice("强制措施", Measure)
    objects_planned = text("拟查封、扣押的对象")
    power_level = choice("依据的效力等级", PowerLevel)
    power_law = line("授予措施权的法律、法规", 120)
    power_place = line("条款", 60)
    reasons = text("查封、扣押的理由")
    days = number("期限（日）")
    opinion = line("审批意见", 300)
    urgency = text("需要当场实施的紧急情况")
    reported_at = moment("向负责人报告时间")
    place = line("实施地点")
    shown = tick("出示执法身份证件")
    called = tick("通知当事人到场")
    told = tick("当场告知理由、依据、权利和救济途径")
    heard = tick("听取陈述和申辩")
    recorded = tick("制作现场笔录")
    handed_over = tick("当场交付决定书和清单")
    not_necessities = tick("不属于公民及其所扶养家属的生活必需品")
    not_sealed = tick("未被其他国家机关依法查封")
    attendance = choice("到场和签名情况", Attendance)
    witness = line("见证人", 60)
    defence = text("当事人陈述申辩")
    extension_days = number("延长日数")
    extension_reasons = text("延长的理由")
    lift_ground = choice("解除事由", LiftGround)
    lift_reasons = text("解除的理由")
    handling_reasons = text("处理的理由和依据")
    notice_posted = line("认领公告的发布处")

    class Meta:
        verbose_name = "查封、扣押"

    @property
    def power(self) -> str:
        """Return the provision that grants the measure, as papers write it."""
        law = self.power_law.strip("《》 ")
        return f"《{law}》{self.power_place}" if law else ""
