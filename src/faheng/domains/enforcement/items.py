"""照单抓药: finding the item that a case starts from, and what it brings along."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from faheng.domains.enforcement.kinds import FineBase, PenaltyKind, ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem, Power
from faheng.lib.text import yuan

MOST = 30


@dataclass(frozen=True)
class Medicine:
    """An item with everything that it prescribes.

    Attributes:
        violated: the provisions that the act breaks.
        applied: the provisions by which it is punished.
        kinds: kinds of penalty, the lighter first.
        fine: the range of the fine in words; empty where none is named.
    """

    item: EnforcementItem
    violated: tuple[str, ...]
    applied: tuple[str, ...]
    kinds: tuple[str, ...]
    fine: str


def find_items(
    words: str, organ_ids: Collection[int], on: date, most: int = MOST
) -> list[EnforcementItem]:
    """Return the items that any of some organs may punish, found by words."""
    powers = Power.objects.on(on).filter(organ__in=organ_ids)
    rows = EnforcementItem.objects.on(on).filter(pk__in=powers.values("item"))
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(code__icontains=word)
            | Q(summary__icontains=word)
        )
    return list(rows.order_by("field", "code")[:most])


def medicine(item_id: int, organ_ids: Collection[int], on: date) -> Medicine | None:
    """Return an item with what it prescribes, if one of the organs may punish it."""
    powers = Power.objects.on(on).filter(organ__in=organ_ids, item=item_id)
    rows = EnforcementItem.objects.prefetch_related("provisions", "kinds")
    item = rows.filter(pk=item_id).first() if powers.exists() else None
    if item is None:
        return None
    provisions = list(item.provisions.all())
    kinds = sorted((PenaltyKind(row.kind) for row in item.kinds.all()), key=_severity)
    return Medicine(
        item,
        tuple(p.citation for p in provisions if p.role == ProvisionRole.VIOLATION),
        tuple(p.citation for p in provisions if p.role == ProvisionRole.PENALTY),
        tuple(str(kind.label) for kind in kinds),
        fine_range(item),
    )


def fine_range(item: EnforcementItem) -> str:
    """Say the range of an item's fine."""
    low, high = item.fine_min, item.fine_max
    base = FineBase(item.fine_base)
    if low is None and high is None:
        return "" if base is FineBase.FIXED else str(base.label)
    if low and high:
        said = f"{yuan(low)} 元以上 {yuan(high)} 元以下"
    else:
        said = f"{yuan(high)} 元以下" if high else f"{yuan(low or 0)} 元以上"
    return said if base is FineBase.FIXED else f"{base.label}，{said}"


def _severity(kind: PenaltyKind) -> int:
    return kind.severity
