"""Where organs differ: the fines for one item and tier beside each other, drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext

from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.weighing.spread import Group, Period
from faheng.kernel.parties.models import Organ
from faheng.lib.text import yuan
from faheng.web.present.registers import query
from faheng.web.present.supervising.figures import Figure

WIDTH, EDGE = 200, 5
"""Of a strip, and what its dots need at both ends."""


@dataclass(frozen=True)
class Dot:
    """Fines at one place of a strip."""

    x: str
    is_far: bool


@dataclass(frozen=True)
class Strip:
    """Fines as dots on the scale of their item, the middle half and the median.

    Attributes:
        says: the same in words, for whoever does not see it.
    """

    dots: tuple[Dot, ...]
    left: str
    width: str
    middle: str
    says: str


@dataclass(frozen=True)
class GroupRow:
    """One organ's fines for an item and tier; its numbers open onto the decisions."""

    organ: str
    count: Figure
    far: Figure
    lower: int
    median: int
    upper: int
    strip: Strip


@dataclass(frozen=True)
class TierRows:
    """The organs that decided one item in one tier."""

    tier: str
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True)
class ItemRows:
    """An item with its tiers; all strips have the scale from zero to its most."""

    code: str
    name: str
    most: int
    tiers: tuple[TierRows, ...]


def item_rows(found: Iterable[Group], period: Period) -> list[ItemRows]:
    """Set groups by item and tier, with the names of items and organs."""
    groups = list(found)
    named = item_names({one.item_code for one in groups})
    organs = _organ_names({one.organ_id for one in groups})
    return [
        _item(code, named.get(code, code), list(own), (organs, period))
        for code, own in groupby(groups, key=lambda one: one.item_code)
    ]


def item_names(codes: set[str]) -> dict[str, str]:
    """Give the newest names of items, by code."""
    rows = EnforcementItem.objects.filter(code__in=codes).order_by("valid_from", "pk")
    return dict(rows.values_list("code", "name"))


def _organ_names(keys: set[int]) -> dict[int, str]:
    rows = Organ.objects.filter(pk__in=keys).values_list("pk", "short_name", "name")
    return {pk: short or name for pk, short, name in rows}


def _item(
    code: str,
    name: str,
    groups: list[Group],
    about: tuple[Mapping[int, str], Period],
) -> ItemRows:
    most = max(one.fines[-1] for one in groups)
    organs, period = about
    tiers = tuple(
        TierRows(
            tier,
            tuple(_row(one, most, organs.get(one.organ_id, ""), period) for one in own),
        )
        for tier, own in groupby(groups, key=lambda one: one.tier)
    )
    return ItemRows(code, name, most, tiers)


def _row(one: Group, most: int, organ: str, period: Period) -> GroupRow:
    return GroupRow(
        organ,
        Figure(len(one.fines), decisions_url(one, period)),
        Figure(one.far, decisions_url(one, period, far="1"), "late"),
        one.lower,
        one.median,
        one.upper,
        strip(one, most, organ),
    )


def decisions_url(one: Group, period: Period, **more: str) -> str:
    """Write the address of the decisions behind a number."""
    # A tier may be empty (weighed by hand), which is asked for like any other.
    asked = query(
        item=one.item_code,
        organ=one.organ_id,
        since=period.since,
        until=period.until,
        **({"tier": one.tier} if one.tier else {"hand": "1"}),
        **more,
    )
    return f"{reverse('spread_decisions')}?{asked}"


def strip(one: Group, most: int, organ: str) -> Strip:
    """Draw one group; fines at the same place are one dot."""
    dots = {
        _at(fine, most): bool(one.fences and one.fences.leaves_out(fine))
        for fine in one.fines
    }
    left, right = _at(one.lower, most), _at(one.upper, most)
    says = gettext(
        "%(organ)s：%(n)s件，中位数%(median)s元，中间一半%(lower)s至%(upper)s元"
    ) % {
        "organ": organ,
        "n": len(one.fines),
        "median": yuan(one.median),
        "lower": yuan(one.lower),
        "upper": yuan(one.upper),
    }
    return Strip(
        tuple(Dot(f"{x:.1f}", far) for x, far in sorted(dots.items())),
        f"{left:.1f}",
        f"{max(right - left, 1):.1f}",
        f"{_at(one.median, most):.1f}",
        says,
    )


def _at(fine: int, most: int) -> float:
    return round(EDGE + (WIDTH - 2 * EDGE) * fine / (most or 1), 1)
