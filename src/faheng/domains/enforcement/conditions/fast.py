"""When a case of the general procedure may be handled fast."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.decision import gate
from faheng.domains.enforcement.kinds import Gate
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.procedures.declare import condition

FAST_RULE = LocalRule("快速办理规定", "部门规章或者地方规定，期限按参数执行")


@condition(
    "案情简单，当事人承认违法事实并书面同意快速办理",
    basis=FAST_RULE,
    mend="先办理“告知快速办理并取得同意”；当事人不同意的，转为普通程序",
    watch="LC-05",
)
def fast_agreed(s: Any) -> bool:
    """Tell whether the party admits the facts and agreed in writing."""
    return bool(s.done("agree_fast") and s.main.admits and s.main.fast_consent)


@condition(
    "当事人承认违法事实并书面同意",
    basis=FAST_RULE,
    mend="当事人不承认或者不同意的，转为普通程序办理",
    watch="LC-05",
    on_given=True,
)
def consent_given(s: Any) -> bool:
    """Tell whether both were ticked."""
    return bool(s.file.admits and s.file.fast_consent)


@condition(
    "处罚较轻，没有达到听证、法制审核、集体讨论的范围",
    basis=FAST_RULE,
    mend="转为普通程序办理",
    on_given=True,
)
def light_enough(s: Any) -> bool:
    """Tell whether nothing heavier than the fast way allows is intended."""
    return not any(gate(s, kind) for kind in (Gate.HEARING, Gate.REVIEW, Gate.PANEL))
