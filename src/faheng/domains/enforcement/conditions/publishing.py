"""What must hold for a decision to be shown, and when it no longer may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.files.publicity import CreditClass, Published
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.masking import leaks
from faheng.kernel.clocks.compute import compute
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.clocks.periods import add_months
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.clocks.regimes import PENALTY
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.disclosure_regulation import DISCLOSURE_REGULATION

PUBLISHING_RULE = LocalRule("国办发〔2018〕118号", "行政执法公示期限，按参数执行")
SHOWING_RULE = LocalRule("信用修复管理办法", "2026年4月1日施行，公示期按参数执行")
WITHDRAWING_DAYS = 3
RANGES = {
    CreditClass.GENERAL: ("general_least_months", "general_months"),
    CreditClass.SERIOUS: ("serious_least_months", "serious_months"),
}


def is_penalty(s: Any) -> bool:
    """Tell whether it is a penalty that is published, which is sooner due."""
    return bool(s.file.decision_kind == Published.PENALTY)


def last_day_to_publish(s: Any) -> date | None:
    """Return the last day for publishing, counted from the decision."""
    if s.file.decided_on is None:
        return None
    name = "publish_days" if is_penalty(s) else "publish_other_days"
    days = local(name)(s)
    return calendar().add_workdays(s.file.decided_on, days)


def shown_until(s: Any) -> date | None:
    """Return the last day of showing, counted from the date of the decision."""
    if s.file.decided_on is None or not s.file.months:
        return None
    return add_months(s.file.decided_on, s.file.months)


def repairable_from(s: Any) -> date | None:
    """Return the day from which credit may be repaired."""
    if s.file.decided_on is None:
        return None
    least, _ = RANGES.get(s.file.credit_class, ("", ""))
    months = local(least)(s) if least else 0
    return add_months(s.file.decided_on, months)


def last_day_to_withdraw(s: Any) -> date | None:
    """Return the last day for taking a changed decision back."""
    if s.file.changed_on is None:
        return None
    ledger = compute(
        regime=PENALTY,
        unit=DAYS,
        length=WITHDRAWING_DAYS,
        start_on=s.file.changed_on,
        calendar=calendar(),
    )
    return ledger.due_on


@condition(
    "使公示的文号、日期与决定书一致",
    basis=PENALTY_LAW.article(48, 1),
    mend="核对决定书文号和决定日期",
    watch="SJ-10",
    on_given=True,
)
def agrees_with_the_paper(s: Any) -> bool:
    """Tell whether a paper of this number and day was made in the case."""
    number, on = s.file.decision_no, s.file.decided_on
    return any(p.number == number and p.made_on == on for p in s.papers if p.number)


@condition(
    "轻微类原则上不公示，部门规定另有要求的除外",
    basis=SHOWING_RULE,
    mend="改为不予公示，或者写明要求公示的部门规定",
    watch="SJ-08",
    on_given=True,
)
def minor_only_by_rule(s: Any) -> bool:
    """Tell whether a minor penalty is published only where a rule says so."""
    return s.file.credit_class != CreditClass.MINOR or bool(s.file.minor_basis)


@condition(
    "使公示月数在该类别的期限以内",
    basis=SHOWING_RULE,
    mend="按类别改写公示月数",
    on_given=True,
)
def months_fit_the_class(s: Any) -> bool:
    """Tell whether it is shown as long as its class allows, and not longer."""
    months = s.file.months or 0
    if s.file.credit_class == CreditClass.MINOR:
        return 0 < months <= local("minor_months")(s)
    if s.file.credit_class not in RANGES:
        return False
    least, most = RANGES[s.file.credit_class]
    return local(least)(s) <= months <= local(most)(s)


@condition(
    "隐去身份证号、住址、电话、银行账号等个人信息",
    basis=DISCLOSURE_REGULATION.article(15),
    mend="从摘要中删去个人信息",
    watch="SJ-09",
    on_given=True,
)
def nothing_leaks(s: Any) -> bool:
    """Tell whether the abstract shows no personal data."""
    return not leaks(s.file.abstract)


@condition(
    "等公示期届满",
    basis=SHOWING_RULE,
    mend="期满后再停止公示；提前停止的，办理信用修复",
)
def period_over(s: Any) -> bool:
    """Tell whether the period of showing has passed."""
    last = shown_until(s)
    return last is not None and last < s.on


@condition(
    "达到最短公示期",
    basis=SHOWING_RULE,
    mend="满最短公示期后再申请信用修复",
)
def shown_long_enough(s: Any) -> bool:
    """Tell whether the least period has passed."""
    first = repairable_from(s)
    return first is not None and first <= s.on


@condition(
    "在处理期限以内延长一次，延长日数不超过规定",
    basis=LocalRule("信用修复处理期限", "地方信用条例，按参数执行"),
    mend="核对延长的工作日数",
    on_given=True,
)
def repair_extension_allowed(s: Any) -> bool:
    """Tell whether the extension is the first, in time and short enough."""
    clock = s.clock(s.procedure.terms()["repairing"])
    days, most = s.file.repair_extension or 0, local("repair_extension_days")(s)
    starts = [act.seq for act in s.acts("ask_repair")]
    since = starts[-1] if starts else 0
    repeated = any(act.seq > since for act in s.acts("extend_repair"))
    in_time = clock is not None and s.on <= clock.due_on
    return in_time and not repeated and 0 < days <= most


@condition(
    "使变更文书的日期不早于原决定、不晚于今天",
    basis=PENALTY_LAW.article(48, 2),
    mend="核对变更文书日期",
    on_given=True,
)
def changed_after_decided(s: Any) -> bool:
    """Tell whether the changing paper came after the decision and by today."""
    on, decided = s.file.changed_on, s.file.decided_on
    return on is None or decided is None or decided <= on <= s.on
