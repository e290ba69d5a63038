"""What can happen twice after a decision, and along the whole way."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.domains.enforcement.files.choices import (
    DisposalWay,
    PayFor,
    PayMode,
    RemedyKind,
)
from faheng.kernel.cases.columns import day, line
from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.models import Case, CaseRow


class Payment(CaseRow):
    """Money that came in, with the receipt that the treasury's form gives."""

    paid_on = models.DateField("缴款日期")
    amount = FenField("缴款金额")
    pay_for = models.CharField("款项", max_length=12, choices=PayFor.choices)
    mode = models.CharField("缴款方式", max_length=8, choices=PayMode.choices)
    receipt_no = models.CharField("专用票据号", max_length=40)
    issuer = models.CharField("票据监制（代收）单位", max_length=120)

    class Meta:
        verbose_name = "缴款"


class RemedyCase(CaseRow):
    """A reconsideration or a suit against the decision: no surcharge meanwhile."""

    kind = models.CharField("救济方式", max_length=16, choices=RemedyKind.choices)
    accepted_on = models.DateField("受理日期")
    body = models.CharField("复议机关或者法院", max_length=120)

    class Meta:
        verbose_name = "复议诉讼"

    def __str__(self) -> str:
        return f"{self.body}，{self.accepted_on}受理"


class RemedyEnd(CaseRow):
    """How a reconsideration or a suit ended."""

    remedy = models.ForeignKey(
        RemedyCase, models.PROTECT, related_name="ends", verbose_name="复议诉讼"
    )
    ended_on = models.DateField("终结日期")
    result = models.CharField("结果", max_length=200)

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer those that have not ended."""
        return RemedyCase.objects.filter(case=case, ends=None)

    class Meta:
        verbose_name = "复议诉讼结果"


class DemandAnswer(CaseRow):
    """What the party said to a demand, and what was made of it."""

    answered_on = models.DateField("提出日期")
    points = models.TextField("陈述申辩意见")
    review = models.TextField("复核意见")

    class Meta:
        verbose_name = "催告答复"


class ConfiscatedGoods(CaseRow):
    """One kind of goods taken under the decision."""

    name = models.CharField("物品名称", max_length=120)
    spec = line("规格型号", 120)
    quantity = models.CharField("数量", max_length=40)
    state = models.CharField("品相状态", max_length=120)
    value = FenField("估价", null=True, blank=True)
    place = models.CharField("存放地点", max_length=200)
    receipt_no = models.CharField("罚没票据号", max_length=40)

    class Meta:
        verbose_name = "没收物品"


class GoodsDisposal(CaseRow):
    """What became of confiscated goods; those who handle the case keep out."""

    way = models.CharField("处置方式", max_length=12, choices=DisposalWay.choices)
    approver = models.CharField("批准人", max_length=60)
    disposers = models.CharField("处置人（非办案人员）", max_length=120)
    outcome = models.TextField("买受人和价款，或者销毁经过及录像编号")
    proceeds = FenField("处置所得", null=True, blank=True)
    remitted_on = day("上缴国库日期")

    class Meta:
        verbose_name = "罚没物品处置"


class PublicNotice(CaseRow):
    """A paper delivered by being posted in public."""

    paper_title = models.CharField("公告送达的文书", max_length=120)
    summary = models.TextField("文书要点")
    reason = models.CharField("公告送达的原因", max_length=200)
    posted_on = models.DateField("公告日期")
    medium = models.CharField("公告媒介", max_length=120)

    class Meta:
        verbose_name = "公告送达"


class Recording(CaseRow):
    """One clip of what was filmed."""

    clip_no = models.CharField("录像编号", max_length=60)
    device = models.CharField("设备", max_length=60)
    officer = models.CharField("录制人", max_length=60)
    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    step = models.CharField("对应环节", max_length=60)
    digest = models.CharField("哈希值", max_length=64)
    path = models.CharField("存放位置", max_length=200)
    kept = models.CharField("保存期限", max_length=40)

    class Meta:
        verbose_name = "音像记录"
