"""Closed lists of the enforcement registers; no tables here."""

from __future__ import annotations

from django.db.models import TextChoices


class PenaltyKind(TextChoices):
    """Kinds of penalty, the lighter before the heavier."""

    WARNING = "warning", "警告"
    CRITICISM = "criticism", "通报批评"
    FINE = "fine", "罚款"
    CONFISCATE_GAINS = "confiscate_gains", "没收违法所得"
    CONFISCATE_GOODS = "confiscate_goods", "没收非法财物"
    SUSPEND_LICENCE = "suspend_licence", "暂扣许可证件"
    DOWNGRADE = "downgrade", "降低资质等级"
    REVOKE_LICENCE = "revoke_licence", "吊销许可证件"
    RESTRICT_BUSINESS = "restrict_business", "限制开展生产经营活动"
    STOP_BUSINESS = "stop_business", "责令停产停业"
    CLOSE = "close", "责令关闭"
    BAR_FROM_WORK = "bar_from_work", "限制从业"
    DETENTION = "detention", "行政拘留"

    @property
    def severity(self) -> int:
        """Rank from the lightest, beginning with 0."""
        return list(PenaltyKind).index(self)


class Subject(TextChoices):
    """Whom a limit or an amount is meant for."""

    ANY = "any", "不限"
    CITIZEN = "citizen", "公民"
    ORGANISATION = "organisation", "法人或者其他组织"


class FineBase(TextChoices):
    """What the range of a fine counts from."""

    FIXED = "fixed", "定额"
    GOODS = "goods", "货值金额倍数"
    GAINS = "gains", "违法所得倍数"
    PERCENT = "percent", "价款比例"


class ProvisionRole(TextChoices):
    """What a provision does for an item."""

    VIOLATION = "violation", "违法依据"
    PENALTY = "penalty", "处罚依据"


class Gate(TextChoices):
    """What an amount or a nature opens before a decision may be made."""

    HEARING = "hearing", "听证"
    REVIEW = "review", "法制审核"
    PANEL = "panel", "集体讨论"


class Measure(TextChoices):
    """What is measured against an amount."""

    FINE = "fine", "罚款"
    GAINS = "gains", "没收违法所得"
    GOODS = "goods", "没收非法财物价值"


class Unit(TextChoices):
    """What a parameter counts."""

    WORKING_DAYS = "working_days", "工作日"
    DAYS = "days", "日"
    HOURS = "hours", "小时"
    MONTHS = "months", "月"
    YEARS = "years", "年"
    PEOPLE = "people", "人"
    METRES = "metres", "米"
    SECONDS = "seconds", "秒"
    PERCENT = "percent", "百分比"
    YUAN = "yuan", "元"


class ListKind(TextChoices):
    """What a published list of discretion spares."""

    NO_PENALTY = "no_penalty", "不予处罚"
    MITIGATED = "mitigated", "减轻处罚"
    LIGHTER = "lighter", "从轻处罚"
    NO_COERCION = "no_coercion", "不予实施行政强制措施"
