"""When a complaint may be answered, extended, or asked about."""

from __future__ import annotations

from typing import Any

from faheng.domains.supervision.registers import local
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.procedures.declare import condition
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION

COMPLAINT_RULE = LocalRule("行政执法投诉举报办理期限", "本省行政执法监督规定")


@condition(
    "使所涉案件是被投诉机关办理的案件",
    basis=SUPERVISION_REGULATION,
    mend="核对案号；不清楚案号的，空着不填",
    on_given=True,
)
def case_is_the_organs(s: Any) -> bool:
    """Tell whether the case complained about is the organ's own."""
    case, organ = s.file.about_case, s.file.about_organ
    if not s.file.about_case_no:
        return True
    return case is not None and organ is not None and case.organ_id == organ.pk


@condition(
    "把收到日期写成今天或者今天以前的日期",
    basis=COMPLAINT_RULE,
    mend="核对收到日期",
    on_given=True,
)
def received_by_now(s: Any) -> bool:
    """Tell whether the complaint came before it is registered."""
    return s.file.received_on is not None and s.file.received_on <= s.on


@condition(
    "在本地规定的延长期限以内，期满前延长一次",
    basis=COMPLAINT_RULE,
    mend="改写延长日数；已经延长过或者已经期满的不能再延长",
    on_given=True,
)
def extension_is_allowed(s: Any) -> bool:
    """Tell whether the extension is the first, in time and not too long."""
    clock = s.clock(s.procedure.terms()["handling"])
    in_time = clock is not None and s.on <= clock.due_on
    days = s.file.extra_days or 0
    allowed = local("complaint_extension_days")(s)
    return in_time and 0 < days <= allowed and not s.done("extend")


@condition(
    "要求被投诉机关在今天以后的日期说明",
    basis=COMPLAINT_RULE,
    mend="改写说明期限",
    on_given=True,
)
def organ_has_days_left(s: Any) -> bool:
    """Tell whether the day by which the organ is to speak lies ahead."""
    return s.file.organ_due_on is not None and s.file.organ_due_on > s.on


@condition(
    "在被投诉机关已经说明，或者逾期没有说明之后",
    basis=COMPLAINT_RULE,
    mend="等待说明，或者等说明期限届满",
)
def organ_has_spoken(s: Any) -> bool:
    """Tell whether no question to the organ still waits within its period."""
    asked, said = s.acts("ask_organ"), s.acts("explain")
    if not asked or (said and said[-1].seq > asked[-1].seq):
        return True
    clock = s.clock(s.procedure.terms()["explaining"])
    return clock is not None and clock.due_on < s.on
