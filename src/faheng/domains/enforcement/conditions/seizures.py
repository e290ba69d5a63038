"""What must hold for property to be sealed or seized, kept and given back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from faheng.domains.enforcement.conditions.delivery import takes_effect
from faheng.domains.enforcement.files.seized_goods import (
    LabPeriod,
)
from faheng.domains.enforcement.files.seizure import Attendance, LiftGround
from faheng.kernel.parties.declare import OrganKind
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

MOST_DAYS = 30
TICKS = ("shown", "called", "told", "heard", "recorded", "handed_over")


@condition(
    "由法律、法规授予查封、扣押权",
    basis=COERCION_LAW.article(22),
    mend="写明授予措施权的法律、法规名称和条款；规章不能授予",
    watch="ZT-12",
    on_given=True,
)
def law_grants_power(s: Any) -> bool:
    """Tell whether a law or regulation is named that grants the measure."""
    law, place = s.file.power_law.strip("《》 "), s.file.power_place
    return bool(s.file.power_level and law and "条" in place)


@condition(
    "由有权的行政机关自己实施，不得委托",
    basis=COERCION_LAW.article(17, 1),
    mend="移交有权的行政机关实施",
    watch="ZT-11",
)
def not_entrusted(s: Any) -> bool:
    """Tell whether the organ is no entrusted body."""
    return bool(s.organ.kind != OrganKind.ENTRUSTED)


@condition(
    "使期限不超过三十日",
    basis=COERCION_LAW.article(25, 1),
    mend="改写期限",
    on_given=True,
)
def at_most_thirty_days(s: Any) -> bool:
    """Tell whether the first period is one that the law allows."""
    return 0 < (s.file.days or 0) <= MOST_DAYS


@condition(
    "履行行政强制法第十八条规定的各项程序",
    basis=COERCION_LAW.article(18),
    mend="逐项履行后勾选",
    watch="LC-37",
    on_given=True,
)
def all_steps_done(s: Any) -> bool:
    """Tell whether every lawful step of carrying it out was ticked."""
    return all(getattr(s.file, name) for name in TICKS)


@condition(
    "由当事人在现场笔录上签名，不到场的由见证人签名",
    basis=COERCION_LAW.article(18, 1, 9),
    mend="当事人不到场的，邀请见证人到场并填写姓名",
    watch="LC-37",
    on_given=True,
)
def signed_or_witnessed(s: Any) -> bool:
    """Tell whether a witness is named where the party did not come."""
    return s.file.attendance != Attendance.WITNESS or bool(s.file.witness)


@condition(
    "不查封、扣押公民及其所扶养家属的生活必需品",
    basis=COERCION_LAW.article(23, 1),
    mend="核对清单；属于生活必需品的，从清单中删去，已经查封、扣押的立即解除",
    watch="LC-38",
    on_given=True,
)
def no_necessities(s: Any) -> bool:
    """Tell whether nothing on the list is needed to live."""
    return bool(s.file.not_necessities)


@condition(
    "不重复查封其他国家机关已经依法查封的财物",
    basis=COERCION_LAW.article(23, 2),
    mend="核对清单；已被查封的，从清单中删去，等候轮候",
    watch="LC-39",
    on_given=True,
)
def not_sealed_already(s: Any) -> bool:
    """Tell whether nothing on the list was sealed by another authority."""
    return bool(s.file.not_sealed)


@condition(
    "对清单上的每一项拍照",
    basis=PENALTY_LAW.article(47),
    mend="补拍照片并填写张数",
    watch="WS-15",
    on_given=True,
)
def all_photographed(s: Any) -> bool:
    """Tell whether each row of the list has photographs."""
    return all(row.get("photos") for row in s.given.get("seized_good", []))


@condition(
    "当场交付决定书和清单",
    basis=COERCION_LAW.article(24, 1),
    mend="以实施当日作为送达日期，不能公告送达",
    watch="LC-37",
    on_given=True,
)
def delivered_on_the_spot(s: Any) -> bool:
    """Tell whether decision and list were handed over or left that day."""
    given = s.given.get("service", [])
    return all(
        row.get("acted_on") == s.on and row.get("method") in {"direct", "leave"}
        for row in given
    )


@condition(
    "在实施后二十四小时内报告并补办批准手续",
    basis=COERCION_LAW.article(19),
    mend="已超过二十四小时的，应当立即解除；确已按时报告的，用“补录”",
    watch="SX-13",
    on_given=True,
)
def within_a_day(s: Any) -> bool:
    """Tell whether report and approval came within the hours, nights included."""
    clock = s.clock(s.procedure.terms()["reporting"])
    reported = s.file.reported_at
    return (
        clock is not None
        and reported is not None
        and reported <= s.at <= clock.due_at
        and reported >= clock.start_at
    )


@condition(
    "在查封、扣押期限届满以前办理",
    basis=COERCION_LAW.article(25, 1),
    mend="期限已经届满的，应当立即解除",
    watch="SX-09",
)
def before_the_end(s: Any) -> bool:
    """Tell whether the measure has not run out."""
    return not s.lapsed(s.procedure.terms()["holding"])


@condition(
    "只延长一次，并且不超过三十日",
    basis=COERCION_LAW.article(25, 1),
    mend="改写延长日数；已经延长过的不能再延长",
    watch="SX-11",
    on_given=True,
)
def extended_once(s: Any) -> bool:
    """Tell whether it is the first extension and short enough."""
    return not s.done("extend") and 0 < (s.file.extension_days or 0) <= MOST_DAYS


@condition(
    "明确检测期间的起止日期",
    basis=COERCION_LAW.article(25, 3),
    mend="核对起止日期；起始日不早于今天",
    on_given=True,
)
def test_period_is_fixed(s: Any) -> bool:
    """Tell whether the test begins no earlier than today and ends after that."""
    given = s.given.get("lab_period", [])
    return all(
        s.on <= (row.get("from_on") or s.on) <= (row.get("until_on") or s.on)
        for row in given
    )


def notified_test_days(s: Any) -> tuple[date, date] | None:
    """Return the days of a test that do not count: those after it was notified.

    What was notified late is left out only from the day after the service.
    """
    rows, served = s.rows(LabPeriod, of_course=True), takes_effect(s)
    if not rows or served is None:
        return None
    period = rows[-1]
    first = max(period.from_on, served + timedelta(days=1))
    return (first, period.until_on) if first <= period.until_on else None


@condition(
    "由行政机关承担保管费用",
    basis=COERCION_LAW.article(26, 3),
    mend="保管费用不得向当事人收取",
    watch="LC-40",
    on_given=True,
)
def organ_pays_for_custody(s: Any) -> bool:
    """Tell whether custody costs the party nothing."""
    return all(row.get("organ_pays") for row in s.given.get("custody", []))


@condition(
    "只委托第三人保管查封的场所、设施或者财物",
    basis=COERCION_LAW.article(26, 2),
    mend="扣押的财物由行政机关自己保管",
)
def is_sealing(s: Any) -> bool:
    """Tell whether the measure is a sealing, the only one a third person may keep."""
    return bool(s.file.measure == "seal")


@condition(
    "有与实际相符的解除事由",
    basis=COERCION_LAW.article(28, 1),
    mend="核对解除事由",
    on_given=True,
)
def ground_is_true(s: Any) -> bool:
    """Tell whether the ground agrees with what the case knows."""
    ground, over = s.file.lift_ground, s.lapsed(s.procedure.terms()["holding"])
    if ground == LiftGround.OVER:
        return bool(over)
    if ground == LiftGround.DISAPPROVED:
        return bool(s.done("disapprove"))
    return bool(ground)
