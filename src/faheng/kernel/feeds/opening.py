"""The rows behind a figure of quality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from faheng.kernel.feeds import store
from faheng.kernel.feeds.columns import literal, name
from faheng.kernel.feeds.declare import FEEDS, Feed
from faheng.kernel.feeds.engine import engine, sql
from faheng.kernel.feeds.models import (
    Dimension,
    FeedDelivery,
    FeedMeasure,
    RejectedFeedRow,
)
from faheng.kernel.feeds.queries import delay_of

MOST = 200


@dataclass(frozen=True)
class Behind:
    """Rows behind a figure: those turned away, and those taken in that count.

    Attributes:
        titles: headings of the rows taken in.
        rows: their cells.
    """

    rejected: tuple[RejectedFeedRow, ...] = ()
    titles: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def behind(delivery: FeedDelivery, measure: FeedMeasure, most: int = MOST) -> Behind:
    """Give the rows that a figure counts as not good, as many as a page holds."""
    feed = FEEDS.get(delivery.entity)
    if feed is None:
        return Behind()
    wanted = _wanted(delivery, measure, feed)
    titles, rows = _stored(delivery, feed, wanted, most) if wanted else ((), ())
    turned = delivery.rows.filter(_turned(measure)).order_by("line")[:most]
    return Behind(tuple(turned), titles, tuple(rows))


def _turned(measure: FeedMeasure) -> Q:
    if measure.dimension == Dimension.TIMELINESS:
        return Q(pk__in=[])
    if measure.dimension == Dimension.COMPLETENESS:
        key = f"|{measure.key}.missing|" if measure.key else ".missing|"
        return Q(faults__contains=key)
    return Q(faults__contains=f"|{measure.key}|") if measure.key else Q()


def _wanted(delivery: FeedDelivery, measure: FeedMeasure, feed: type[Feed]) -> str:
    """Write which of the rows taken in are meant; empty for none."""
    if measure.dimension == Dimension.TIMELINESS:
        delay = delay_of(delivery.source, delivery.entity, delivery.received_on)
        day = f"CAST({name(feed.event)} AS DATE)"
        return f"_first AND _received_on - {day} > {delay}"
    if measure.dimension == Dimension.COMPLETENESS:
        keys = [measure.key] if measure.key else [c.name for c in feed.expected()]
        return " OR ".join(f"{name(key)} IS NULL" for key in keys)
    return ""


def _stored(
    delivery: FeedDelivery, feed: type[Feed], wanted: str, most: int
) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    path = store.part(delivery.entity, delivery.source.code, delivery.pk, store.ROWS)
    if not path.exists():
        return (), iter(())
    columns = [column for column in feed.columns if column.name != "version"]
    cells = ", ".join(f"CAST({name(c.name)} AS VARCHAR)" for c in columns)
    query = sql(
        f"SELECT {cells} FROM read_parquet({literal(str(path))})",
        f"WHERE {wanted} LIMIT {most}",
    )
    with engine(store.root() / "reading" / str(delivery.pk)) as connection:
        rows = connection.execute(query).fetchall()
    held = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    titles = tuple(columns[place].title for place in held)
    return titles, (tuple(row[place] or "" for place in held) for row in rows)
