"""Where organs differ: the fines for one item and tier beside each other, drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext

from faheng.domains.enforcement.benchmarks.models import BenchmarkViolation
from faheng.domains.enforcement.benchmarks.queries import Coverage, Used
from faheng.domains.enforcement.kinds import ListKind
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.weighing.spread import Group, Period
from faheng.domains.enforcement.weighing.wording import row_words
from faheng.kernel.parties.declare import Field
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
    """One organ's fines for an item and tier; its numbers open onto the decisions.

    Attributes:
        median_url: every decision, by amount, the middle one marked.
        half_url: the decisions of the middle half alone.
    """

    organ: str
    count: Figure
    far: Figure
    lower: int
    median: int
    upper: int
    strip: Strip
    median_url: str
    half_url: str


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
    codes = {one.item_code for one in groups}
    named = item_names(codes)
    about = _About(
        _organ_names({one.organ_id for one in groups}), tier_titles(codes), period
    )
    return [
        _item(code, named.get(code, code), list(own), about)
        for code, own in groupby(groups, key=lambda one: one.item_code)
    ]


@dataclass(frozen=True)
class _About:
    """What rows are named by."""

    organs: Mapping[int, str]
    tiers: Mapping[tuple[str, str], str]
    period: Period


def tier_titles(codes: set[str]) -> dict[tuple[str, str], str]:
    """Name the tiers of items in words: a row's circumstances, not its number."""
    rows = BenchmarkViolation.objects.filter(item_code__in=codes)
    rows = rows.exclude(benchmark__published_on=None).order_by("benchmark__valid_from")
    found = {}
    for code, tables in rows.values_list("item_code", "tables"):
        for table in tables:
            for one in (*table.get("tiers", ()), *table.get("bands", ())):
                found[code, str(one.get("name") or one.get("id"))] = row_words(one)
    return found


def tier_title(tiers: Mapping[tuple[str, str], str], code: str, tier: str) -> str:
    """Name one tier; a bare number is the number of a row."""
    plain = gettext("第%(tier)s行") % {"tier": tier} if tier.isdigit() else tier
    return tiers.get((code, tier), plain)


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
    about: _About,
) -> ItemRows:
    most = max(one.fines[-1] for one in groups)
    tiers = tuple(
        TierRows(
            tier_title(about.tiers, code, tier),
            tuple(_row(one, most, about) for one in own),
        )
        for tier, own in groupby(groups, key=lambda one: one.tier)
    )
    return ItemRows(code, name, most, tiers)


def _row(one: Group, most: int, about: _About) -> GroupRow:
    organ, period = about.organs.get(one.organ_id, ""), about.period
    return GroupRow(
        organ,
        Figure(len(one.fines), decisions_url(one, period)),
        Figure(one.far, decisions_url(one, period, far="1"), "late"),
        one.lower,
        one.median,
        one.upper,
        strip(one, most, organ),
        decisions_url(one, period, by="fine"),
        decisions_url(one, period, half="1"),
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


@dataclass(frozen=True)
class UseRow:
    """How often a list was used, and what was waived; both open onto the uses."""

    title: str
    kind: str
    uses: Figure
    waived_fen: int


def use_rows(found: Iterable[Used], period: Period) -> list[UseRow]:
    """Let the figures of lists open onto their uses."""
    kinds = {str(kind.label): kind.value for kind in ListKind}
    return [
        UseRow(
            one.title,
            one.kind,
            Figure(
                one.uses,
                f"{reverse('list_uses')}?"
                + query(
                    list=one.title,
                    kind=kinds[one.kind],
                    since=period.since,
                    until=period.until,
                ),
            ),
            one.waived_fen,
        )
        for one in found
    ]


@dataclass(frozen=True)
class CoverageRow:
    """What the documents in force cover in one field; each number opens."""

    title: str
    violations: Figure
    usable: Figure
    entries: Figure


def coverage_rows(found: Iterable[Coverage]) -> list[CoverageRow]:
    """Let the figures of fields open onto violations and entries."""
    titles = dict(Field.pairs())
    weighed, listed = reverse("benchmark_rows"), reverse("list_rows")
    return [
        CoverageRow(
            titles.get(one.field, gettext("没有写明领域")),
            Figure(one.violations, f"{weighed}?{query(field=one.field or '-')}"),
            Figure(one.usable, f"{weighed}?{query(field=one.field or '-', usable=1)}"),
            Figure(one.entries, f"{listed}?{query(field=one.field or '-')}"),
        )
        for one in found
    ]
