"""What the pages of feeds show: who stands how, and what became of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.feeds.declare import FEEDS, Feed
from faheng.kernel.feeds.models import (
    Dimension,
    FeedDelivery,
    FeedMeasure,
    Format,
    State,
)
from faheng.kernel.feeds.quality import Share, Standing
from faheng.kernel.pages.names import in_english, named
from faheng.web.present.registers import query

DIMENSIONS: dict[Dimension, str | Promise] = {
    Dimension.TIMELINESS: gettext_lazy("及时性"),
    Dimension.COMPLETENESS: gettext_lazy("完整性"),
    Dimension.ACCURACY: gettext_lazy("准确性"),
}
STATES: dict[str, str | Promise] = {
    State.CHECKING: gettext_lazy("处理中"),
    State.STORED: gettext_lazy("已入库"),
    State.REFUSED: gettext_lazy("整件退回"),
    State.INTERRUPTED: gettext_lazy("已中断"),
}
_TONES = {State.REFUSED: "late", State.INTERRUPTED: "late", State.STORED: "done"}
_GOOD, _FAIR = 99.0, 95.0


@dataclass(frozen=True)
class Figure:
    """A share as it is read: 98.5%, 1,970/2,000."""

    title: str | Promise
    percent: str
    counts: str
    tone: str
    url: str = ""


@dataclass(frozen=True)
class SourceRow:
    """One source with one entity."""

    source: str
    organ: str
    entity: str
    url: str
    figures: tuple[Figure, ...]
    schedule: Figure
    last_on: date | None
    missing_since: date | None
    rows: str
    rejected: str


@dataclass(frozen=True)
class Delivered:
    """One delivery in a list."""

    pk: int
    file_name: str
    url: str
    source: str
    entity: str
    at: datetime
    by: str
    state: str | Promise
    tone: str
    reason: str
    counts: tuple[tuple[str, str], ...]
    rejected: int


@dataclass(frozen=True)
class Line:
    """A row turned away."""

    line: int
    pairs: tuple[tuple[str, str], ...]
    reason: str


def entity_title(entity: str) -> str:
    """Call an entity by its title, also one that is no longer declared."""
    feed = FEEDS.get(entity)
    return named(entity, feed.title) if feed else entity


def share(title: str | Promise, of: Share, url: str = "") -> Figure:
    """Write a share with its numerator and denominator."""
    percent = of.percent
    if percent is None:
        return Figure(title, "–", "", "")
    tone = "" if percent >= _GOOD else "soon" if percent >= _FAIR else "late"
    counts = f"{of.good:,}/{of.total:,}"
    return Figure(title, f"{percent:g}%", counts, tone, url)


@dataclass(frozen=True)
class Wanting:
    """A delivery that makes a figure less than whole, and how much it wants."""

    file_name: str
    at: datetime
    bad: str
    total: str
    url: str


def wanting(rows: Iterable[FeedMeasure]) -> list[Wanting]:
    """Show the deliveries behind a figure, each leading to its rows."""
    return [
        Wanting(
            row.delivery.file_name,
            row.delivery.received_at,
            f"{row.total - row.good:,}",
            f"{row.total:,}",
            reverse("feed_behind", args=[row.delivery_id, row.pk]),
        )
        for row in rows
    ]


def figures(
    shares: Mapping[Dimension, Share], address: str = "", **asked: object
) -> tuple[Figure, ...]:
    """Show the figures of a source; each opens onto what makes it less than whole."""
    return tuple(
        share(title, of, f"{address}?{query(figure=dimension, **asked)}#wanting")
        for dimension, title in DIMENSIONS.items()
        for of in (shares.get(dimension, Share()),)
    )


def source_row(one: Standing) -> SourceRow:
    """Show how a source stands."""
    url = reverse("feed_source", args=[one.source.code, one.entity])
    return SourceRow(
        one.source.name,
        one.source.organ.name,
        entity_title(one.entity),
        url,
        figures(one.shares, url),
        share(gettext("按期报送"), one.schedule, f"{url}#deliveries"),
        one.last_on,
        one.missing_since,
        f"{one.rows:,}",
        f"{one.rejected:,}",
    )


def delivered(row: FeedDelivery) -> Delivered:
    """Show a delivery."""
    counts = (
        (gettext("新增"), row.fresh),
        (gettext("更新"), row.newer),
        (gettext("历史版本"), row.older),
        (gettext("重复"), row.repeated),
        (gettext("退回"), row.rejected),
    )
    return Delivered(
        row.pk,
        row.file_name,
        reverse("feed_delivery", args=[row.pk]),
        row.source.name,
        entity_title(row.entity),
        row.received_at,
        row.received_by.name if row.received_by else gettext("系统"),
        STATES[row.state],
        _TONES.get(State(row.state), "soon"),
        row.reason,
        tuple((title, f"{count:,}") for title, count in counts if count),
        row.rejected,
    )


def format_of(row: FeedDelivery) -> str:
    """Name the kind of a file."""
    return str(Format(row.format).label) if row.format else ""


def measures(rows: Iterable[FeedMeasure]) -> list[tuple[str | Promise, list[Figure]]]:
    """Group figures by dimension, the whole first, each opening onto its rows."""
    groups: dict[Dimension, list[Figure]] = {one: [] for one in DIMENSIONS}
    for row in rows:
        dimension = Dimension(row.dimension)
        url = reverse("feed_behind", args=[row.delivery_id, row.pk])
        title = check_title(row)
        opens = url if row.good < row.total else ""
        groups[dimension].append(share(title, Share(row.good, row.total), opens))
    return [(DIMENSIONS[one], figures) for one, figures in groups.items() if figures]


def check_title(row: FeedMeasure) -> str:
    """Call a check by its title, or in English by its key."""
    if not row.key and in_english():
        return str(DIMENSIONS[Dimension(row.dimension)])
    return named(row.key.replace(".", "_"), row.title)


def columns(feed: type[Feed]) -> list[tuple[str, str, bool, bool, str]]:
    """Show the columns that a feed declares."""
    return [
        (c.name, named(c.name, c.title), c.required, c.recommended, c.how)
        for c in feed.columns
    ]


def lines(rows: Iterable[object]) -> list[Line]:
    """Show rows turned away."""
    return [
        Line(row.line, tuple(row.raw.items()), row.reason)  # type: ignore[attr-defined]
        for row in rows
    ]
