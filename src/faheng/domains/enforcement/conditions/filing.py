"""Whether a case may be filed: power, place, time, and who."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.files.jurisdiction import JurisdictionFile
from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.frame import (
    VERIFYING_RULE,
    PenaltyFrame,
)
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.powers import holds
from faheng.kernel.parties.declare import within
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "由对该事项有处罚权的机关管辖",
    basis=PENALTY_LAW.article(17),
    mend="移送有管辖权的机关",
    watch="ZT-03",
)
def organ_has_power(s: Any) -> bool:
    """Tell whether the organ may punish the item on that day."""
    return s.main.item is not None and bool(holds(s.organ, s.main.item, s.on))


@condition(
    "由违法行为发生地的机关管辖",
    basis=PENALTY_LAW.article(22),
    mend="移送违法行为发生地的机关；已被指定管辖的，先登记指定管辖",
    watch="ZT-04",
)
def place_is_ours(s: Any) -> bool:
    """Tell whether the act happened in the organ's division, or it was designated."""
    where = s.main.place_division
    if where is not None and within(where.path, s.organ.division.path):
        return True
    designated = JurisdictionFile.objects.filter(course__case=s.case)
    return bool(designated.exclude(designation_no="").exists())


@condition(
    "在追责时效期限内发现违法行为",
    basis=PENALTY_LAW.article(36),
    mend="已过时效的，不予立案",
    watch="LC-25",
)
def in_time(s: Any) -> bool:
    """Tell whether the act was found within the limitation period."""
    return limitation_left(s.main)


def limitation_left(file: PenaltyFile) -> bool:
    """Tell whether an act was found before its limitation period had run out."""
    if file.item is None or file.act_ended_on is None or file.discovered_on is None:
        return False
    last = years_after(file.act_ended_on, file.item.limitation_years)
    return bool(file.discovered_on <= last)


def years_after(day: date, years: int) -> date:
    """Return the same day some years later; the 29th of February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@condition(
    "使违法行为开始日、终了日、发现日先后相符",
    basis=PENALTY_LAW.article(36, 2),
    mend="核对日期",
    on_given=True,
)
def days_in_order(s: Any) -> bool:
    """Tell whether the act began before it ended and was found by today."""
    began, ended, found = s.file.act_began_on, s.file.act_ended_on, s.file.discovered_on
    if began is None or ended is None or found is None:
        return False
    return bool(began <= ended and began <= found <= s.on)


@condition(
    "在本领域规定允许的核查延长期限以内，并在期满前批准",
    basis=VERIFYING_RULE,
    mend="改写延长日数；已期满的不能再延长",
    watch="SX-01",
    on_given=True,
)
def verification_may_be_extended(s: Any) -> bool:
    """Tell whether the extension is allowed, once, and asked for in time."""
    days = s.file.verify_extra_days or 0
    clock = s.clock(PenaltyFrame.verifying)
    allowed = local("file_extension_days")(s)
    early = clock is not None and s.on <= clock.due_on
    return 0 < days <= allowed and early and not s.done("extend_verification")
