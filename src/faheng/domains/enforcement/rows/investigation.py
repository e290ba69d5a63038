"""What can happen twice while a case is investigated."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.domains.enforcement.powers import items_of
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.cases.columns import line
from faheng.kernel.cases.models import Case, CaseRow, Evidence


class Summons(CaseRow):
    """A person asked to come and answer questions."""

    person = models.CharField("被询问人", max_length=60)
    come_at = models.DateTimeField("询问时间")
    place = models.CharField("询问地点", max_length=200)
    matter = models.CharField("询问事项", max_length=200)
    bring = line("携带材料")

    class Meta:
        verbose_name = "询问通知"


class Questioning(CaseRow):
    """One person questioned once; two people never share a record."""

    person = models.CharField("被询问人", max_length=60)
    identity = models.CharField("被询问人身份", max_length=200)
    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    place = models.CharField("询问地点", max_length=200)
    recorder = models.CharField("记录人", max_length=60)
    certificates_shown = models.BooleanField("已出示执法证件", default=False)
    rights_told = models.BooleanField("已告知回避权和如实回答义务", default=False)
    transcript = models.TextField("询问内容")
    confirmed = models.CharField("被询问人核对意见", max_length=200)
    before_filing = line("立案前进行的理由")

    class Meta:
        verbose_name = "询问"


class SceneExamination(CaseRow):
    """A place or an object looked at and measured."""

    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    place = models.CharField("地点", max_length=200)
    weather = line("天气和光线", 60)
    method = models.CharField("检查（勘验）方法", max_length=200)
    found = models.TextField("现场情况")
    measurements = models.TextField("测量数据和图示说明")
    present = models.CharField("到场当事人或见证人", max_length=120)
    certificates_shown = models.BooleanField("已出示执法证件", default=False)
    before_filing = line("立案前进行的理由")

    class Meta:
        verbose_name = "现场检查（勘验）"


class ElectronicExtraction(CaseRow):
    """Data taken out of a device or off a page."""

    device = models.CharField("设备或网址", max_length=200)
    tool = models.CharField("工具及版本", max_length=120)
    method = models.CharField("提取方法", max_length=200)
    time_source = models.CharField("时间校准来源", max_length=120)
    files = models.TextField("文件清单及哈希值")
    custody = models.CharField("保管情况", max_length=200)
    holder = models.CharField("持有人或见证人", max_length=60)

    class Meta:
        verbose_name = "电子数据提取"


class MonitoringReview(CaseRow):
    """The reading of what a camera or a sensor recorded."""

    device_no = models.CharField("设备编号", max_length=60)
    audit_no = models.CharField("法制和技术审核编号", max_length=60)
    published_on = models.DateField("设置地点公布日期")
    captured_at = models.DateTimeField("记录时间")
    record_no = models.CharField("记录编号", max_length=60)
    is_true = models.BooleanField("真实", default=False)
    is_clear = models.BooleanField("清晰", default=False)
    is_complete = models.BooleanField("完整", default=False)
    is_accurate = models.BooleanField("准确", default=False)
    second_reviewer = models.CharField("复核人", max_length=60)

    class Meta:
        verbose_name = "电子技术监控记录审核"


class AssistanceRequest(CaseRow):
    """Another authority asked for what lies with it."""

    asked = models.CharField("被请求机关", max_length=120)
    matter = models.TextField("请求协助事项")
    ground = models.CharField("请求协助的理由", max_length=200)
    reply_by = models.DateField("答复期限")

    class Meta:
        verbose_name = "协助调查请求"

    def __str__(self) -> str:
        return f"{self.asked}：{self.matter}"


class AssistanceReply(CaseRow):
    """What the other authority answered, or why it did not."""

    request = models.ForeignKey(
        AssistanceRequest,
        models.PROTECT,
        related_name="replies",
        verbose_name="协助请求",
    )
    replied_on = models.DateField("答复日期")
    reply = models.TextField("答复内容或者未答复的原因")

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the requests of this case."""
        return AssistanceRequest.objects.filter(case=case)

    class Meta:
        verbose_name = "协助调查答复"


class ExhibitFact(CaseRow):
    """One fact and the piece of evidence that proves it."""

    fact = models.CharField("事实", max_length=300)
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, related_name="+", verbose_name="证据"
    )

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the evidence of this case."""
        return Evidence.objects.filter(case=case).order_by("id")

    class Meta:
        verbose_name = "事实与证据"


class ConcurrentItem(CaseRow):
    """Another item that the same act falls under; the higher fine is to be taken."""

    item = models.ForeignKey(
        EnforcementItem, models.PROTECT, related_name="+", verbose_name="竞合事项"
    )
    reason = line("不按该事项处罚的理由")

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the items that the organ may punish."""
        return items_of(case.organ, on).order_by("code") if name == "item" else None

    class Meta:
        verbose_name = "竞合事项"


class Agent(CaseRow):
    """Somebody who acts for the party."""

    name = models.CharField("受托人", max_length=60)
    identity = models.CharField("受托人身份证明", max_length=120)
    matters = models.CharField("委托事项", max_length=200)
    powers = models.CharField("代理权限", max_length=200)
    from_on = models.DateField("委托起始日")
    until_on = models.DateField("委托截止日")

    class Meta:
        verbose_name = "委托代理"
