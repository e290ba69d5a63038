"""Which organ may punish which item on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from faheng.domains.enforcement.registers import EnforcementItem, Power
from faheng.kernel.parties.declare import UNDER_ANOTHER
from faheng.kernel.parties.models import Organ


def holds(organ: Organ, item: EnforcementItem, on: date) -> Power | None:
    """Give the power under which an organ may punish an item on a day.

    A body that acts in another's name draws on the other's power where it has
    none of its own. The item is meant by its code: a power given for one wording
    goes on under the next.
    """
    for holder in _holders(organ):
        power = (
            Power.objects
            .on(on)
            .filter(organ_id=holder, item__code=item.code)
            .select_related("organ", "item")
            .first()
        )
        if power is not None:
            return power
    return None


def items_of(organ: Organ, on: date) -> QuerySet[EnforcementItem]:
    """Give the items in force that an organ may punish on a day."""
    held = Power.objects.on(on).filter(
        organ_id__in=_holders(organ), item__code=OuterRef("code")
    )
    return EnforcementItem.objects.on(on).filter(Exists(held))


def _holders(organ: Organ) -> list[int]:
    """List whose powers an organ acts on: its own first."""
    above = organ.deciding_organ_id or organ.parent_id
    if organ.kind in UNDER_ANOTHER and above is not None:
        return [organ.pk, above]
    return [organ.pk]
