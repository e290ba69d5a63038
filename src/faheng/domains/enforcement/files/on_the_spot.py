"""What a penalty imposed on the spot knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.powers import items_of
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.models import Case, CaseFile


class SpotKind(models.TextChoices):
    """The only kinds that may be imposed on the spot (行政处罚法 art. 51)."""

    WARNING = PenaltyKind.WARNING.value, PenaltyKind.WARNING.label
    FINE = PenaltyKind.FINE.value, PenaltyKind.FINE.label


class Reply(models.TextChoices):
    """What the party said when told."""

    NONE = "none", "未作陈述、申辩"
    MADE = "made", "作了陈述、申辩"


class Receipt(models.TextChoices):
    """How the party took the decision."""

    SIGNED = "signed", "当事人签名"
    REFUSED = "refused", "当事人拒绝签名，已注明"


class CollectGround(models.TextChoices):
    """Why money may be taken on the spot (arts. 68 and 69)."""

    SMALL = "small", "罚款一百元以下"
    HARD_LATER = "hard_later", "不当场收缴事后难以执行"
    REMOTE = "remote", "边远、水上、交通不便地区，当事人提出"


class OnTheSpotFile(CaseFile):
    """One penalty imposed on the spot, from showing the certificate to the file."""

    named_after = frozenset({"item"})

    item = models.ForeignKey(
        EnforcementItem, models.PROTECT, null=True, blank=True, verbose_name="执法事项"
    )
    act_at = models.DateTimeField("违法时间", null=True, blank=True)
    place = models.CharField("违法地点", max_length=200, blank=True, default="")
    facts = models.TextField("违法事实", blank=True, default="")
    certificates_shown = models.BooleanField("已出示执法证件", default=False)
    rights_told = models.BooleanField(
        "已告知拟处罚内容、事实、理由、依据和陈述申辩权", default=False
    )
    reply = models.CharField(
        "当事人陈述申辩", max_length=8, choices=Reply.choices, blank=True, default=""
    )
    reply_text = models.TextField("陈述申辩内容", blank=True, default="")
    reply_review = models.TextField("复核意见", blank=True, default="")
    kind = models.CharField(
        "处罚种类", max_length=12, choices=SpotKind.choices, blank=True, default=""
    )
    fine = FenField("罚款金额", null=True, blank=True)
    order = models.CharField("责令改正内容", max_length=200, blank=True, default="")
    receipt = models.CharField(
        "签收", max_length=8, choices=Receipt.choices, blank=True, default=""
    )
    collect_ground = models.CharField(
        "当场收缴的情形",
        max_length=12,
        choices=CollectGround.choices,
        blank=True,
        default="",
    )
    collected = FenField("当场收缴金额", null=True, blank=True)
    receipt_no = models.CharField("专用票据号", max_length=40, blank=True, default="")
    paid = FenField("银行缴款金额", null=True, blank=True)
    payment_no = models.CharField("缴款凭证号", max_length=40, blank=True, default="")

    class Meta:
        verbose_name = "当场处罚"

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the items that the organ may punish and that allow this procedure."""
        if name != "item":
            return None
        return items_of(case.organ, on).filter(simple_ok=True).order_by("code")

    def headline(self) -> dict[str, str]:
        """Call the case after its item."""
        if self.item is None:
            return {}
        return {"title": f"{self.item.name}（当场处罚）", "matter": self.item.name}
