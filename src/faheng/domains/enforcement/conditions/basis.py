"""Whether the provisions that a penalty rests on were in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from faheng.domains.enforcement.citing import wrong_on_all
from faheng.domains.enforcement.registers import ItemProvision
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "以违法行为发生时或者作出决定时有效的条款为处罚依据",
    basis=PENALTY_LAW.article(59, 1, 3),
    mend="到执法事项核对依据：条款不存在、尚未施行或者已经废止的，不得据以处罚",
)
def basis_stands(s: Any) -> bool:
    """Tell whether no provision of the item is missing or out of force.

    What the law base does not hold cannot be told, and passes.
    """
    item = getattr(s.main, "item_id", None)
    if item is None:
        return True
    return not wrong_on_all(ItemProvision.objects.filter(item=item), days_of(s))


def days_of(s: Any) -> list[date]:
    """Give the days whose law can apply: of the act, and of the decision."""
    acted = getattr(s.main, "act_at", None)
    ended = getattr(s.main, "act_ended_on", None)
    on = ended or (acted and timezone.localdate(acted))
    return [on, s.on] if on else [s.on]
