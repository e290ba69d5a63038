"""What a penalty case knows from the service of the decision to the archive."""

from __future__ import annotations

from django.db import models

from faheng.domains.enforcement.files.choices import (
    CloseKind,
    Retention,
    TerminateGround,
    WithdrawGround,
)
from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    money,
    number,
    text,
)


class ExecutionFacts(models.Model):
    """Performance, demand, enforcement.

    Attributes:
        relief: what is forgiven of the surcharge; the fine itself never is.
    """

    performed_on = day("履行完毕日期")
    performance_note = text("履行情况")
    relief = money("减免加处罚款")
    agreement = text("执行协议内容")
    court = line("受理法院", 120)
    court_grounds = text("申请强制执行的事项和理由")
    property_clues = text("财产状况和线索")
    court_result = text("法院裁定及执行结果")
    terminate_ground = choice("终结执行情形", TerminateGround)
    terminate_reason = text("终结执行的事实")

    class Meta:
        abstract = True


class ClosingFacts(models.Model):
    """Closing or withdrawal, and the archive."""

    withdraw_ground = choice("终止调查情形", WithdrawGround)
    withdraw_facts = text("终止调查的事实")
    goods_handling = text("涉案财物处理")
    withdraw_legal_view = text("法制机构意见")
    withdraw_opinion = text("负责人终止调查意见")
    withdraw_told = line("告知当事人和举报人的情况")

    close_kind = choice("结案方式", CloseKind)
    closing_opinion = text("办案机构结案意见")
    goods_state = line("罚没财物处理情况")
    remedies_outcome = line("复议诉讼情况")
    head_closing_opinion = text("负责人结案意见")

    archive_no = line("档号", 60)
    retention = choice("保管期限", Retention)
    pages = number("卷内页数")
    file_note = text("卷内情况说明")
    checker = line("检查人", 60)

    class Meta:
        abstract = True
