"""What rests on the articles of a law: enforcement items."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision
from faheng.kernel.parties.queries import valid_on

ARTICLE = re.compile(r"(\d{1,4})(?:-(\d{1,2}))?")


@dataclass(frozen=True)
class ItemUse:
    """An enforcement item that rests on the article."""

    pk: int
    name: str
    place: str
    role: str


def numbers(article: str) -> tuple[int, int] | None:
    """Read the article of an address: 57 or 57-1."""
    found = ARTICLE.fullmatch(article) if article.isascii() else None
    return (int(found[1]), int(found[2] or 0)) if found else None


def items_resting_on(
    names: Iterable[str], number: int, suffix: int, on: date
) -> tuple[ItemUse, ...]:
    """Give the items valid on a day that an article forbids or punishes."""
    rows = ItemProvision.objects.filter(
        item__in=EnforcementItem.objects.filter(valid_on(on)),
        law__in=tuple(names),
        article=number,
        suffix=suffix,
    ).select_related("item")
    return tuple(
        ItemUse(row.item_id, row.item.name, _below(row), row.get_role_display())
        for row in rows.order_by("item__code", "role")
    )


def item_counts(names: Iterable[str], on: date) -> dict[tuple[int, int], int]:
    """Count the items that rest on each article of a law."""
    rows = (
        ItemProvision.objects
        .filter(
            item__in=EnforcementItem.objects.filter(valid_on(on)),
            law__in=tuple(names),
        )
        .values_list("article", "suffix")
        .annotate(n=Count("item", distinct=True))
    )
    return {(article, suffix): n for article, suffix, n in rows.order_by()}


def _below(row: ItemProvision) -> str:
    said = f"第{row.para}款" if row.para else ""
    return said + (f"第{row.item_no}项" if row.item_no else "")
