"""Numbers of days that no article fixes, as a dated list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.clocks.declare import DAYS, HOURS, WORKING_DAYS, Unit
from faheng.kernel.parties.declare import within
from faheng.kernel.parties.models import Division
from faheng.kernel.registers.models import DatedEntry


@dataclass(frozen=True, slots=True)
class Default:
    """A number's title and what holds until a place sets its own."""

    title: str
    value: int
    unit: Unit


DEFAULTS = {
    "reply_days_most": Default("监督文书答复最长期限", 30, DAYS),
    "reply_review_days": Default("答复审查期限", 10, WORKING_DAYS),
    "complaint_accept_days": Default("投诉举报受理期限", 7, WORKING_DAYS),
    "complaint_days": Default("投诉举报办理期限", 60, DAYS),
    "complaint_extension_days": Default("投诉举报延长期限", 30, DAYS),
    "slips_an_hour": Default("同一来源每小时投诉件数", 5, DAYS),
    "quiet_from_hour": Default("免打扰开始（时）", 21, HOURS),
    "quiet_until_hour": Default("免打扰结束（时）", 8, HOURS),
    "digest_hour": Default("每日汇总时间（时）", 9, HOURS),
    "tries_an_hour": Default("同一来源每小时查询错误次数", 20, DAYS),
}
"""Every number that may be set; no other name is taken."""


class SupervisionParameter(DatedEntry):
    """A number that a place sets for its supervision."""

    name = models.CharField("参数", max_length=40, db_index=True)
    value = models.PositiveIntegerField("数值")
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, verbose_name="行政区划"
    )

    class Meta(DatedEntry.Meta):
        verbose_name = "监督参数"

    def __str__(self) -> str:
        return self.code


def parameter(name: str, on: date, division: Division | None = None) -> int:
    """Give a number valid on a day in a place: the nearer division's wins.

    Raises:
        KeyError: no parameter has that name.
    """
    path = division.path if division else ""
    rows = SupervisionParameter.objects.on(on).filter(name=name)
    here = [
        row
        for row in rows.select_related("division")
        if row.division is None or within(path, row.division.path)
    ]
    if not here:
        return DEFAULTS[name].value
    return max(here, key=_nearness).value


def _nearness(row: SupervisionParameter) -> tuple[int, date]:
    depth = row.division.path.count("/") + 1 if row.division else 0
    return depth, row.valid_from


def local(name: str) -> Callable[[Any], int]:
    """Return a function that reads a number as it stood on the situation's day."""

    def read(situation: Any) -> int:
        return parameter(name, situation.on, situation.organ.division)

    return read
