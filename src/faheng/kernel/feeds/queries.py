"""Read deliveries, and what is stored of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db.models import Q, QuerySet

from faheng.kernel.feeds import store
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.engine import scan, sql
from faheng.kernel.feeds.models import (
    FeedDelivery,
    FeedExpectation,
    FeedSource,
    State,
)
from faheng.kernel.feeds.refusals import NotShown
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer, administered, scope, valid_on

DELAY = 1
"""Days after the event within which a record is in time, where nothing is agreed."""


@dataclass(frozen=True)
class Parts:
    """Stored files: rows, and versions no longer the latest."""

    rows: tuple[Path, ...]
    past: tuple[Path, ...]


def stored_parts(entity: str, source: FeedSource | None = None) -> Parts:
    """Give the files of an entity that the database vouches for."""
    found = FeedDelivery.objects.filter(entity=entity, state=State.STORED)
    if source is not None:
        found = found.filter(source=source)
    rows: list[Path] = []
    past: list[Path] = []
    for pk, code in found.order_by("pk").values_list("pk", "source__code"):
        for of, to in ((store.ROWS, rows), (store.PAST, past)):
            path = store.part(entity, code, pk, of)
            if path.exists():
                to.append(path)
    return Parts(tuple(rows), tuple(past))


def current_sql(feed: type[Feed]) -> str:
    """Write the latest version of every record of a feed as DuckDB SQL.

    Empty where nothing has been stored yet.
    """
    parts = stored_parts(feed.entity)
    if not parts.rows:
        return ""
    rows = f"SELECT * FROM {scan(parts.rows)} AS fed"
    if not parts.past:
        return rows
    past = f"{scan(parts.past)} AS past"
    return sql(rows, "ANTI JOIN", past, "USING (_source, id, version)")


def filled(feed: type[Feed]) -> dict[str, tuple[str, ...]]:
    """Give, for each table that a feed fills, the DuckDB SQL of its rows."""
    rows = current_sql(feed)
    found: dict[str, tuple[str, ...]] = {}
    for fill in feed.fills if rows else ():
        found[fill.table] = (*found.get(fill.table, ()), fill.select(rows))
    return found


def may_deliver(viewer: Viewer, source: FeedSource) -> bool:
    """Tell whether a person reports for a source: its recorder, or who keeps it up."""
    return viewer.has(Role.RECORDER, source.organ_id) or viewer.administers(
        source.organ.division.path
    )


def sources(viewer: Viewer) -> QuerySet[FeedSource]:
    """Give the sources that a viewer sees."""
    rows = FeedSource.objects.select_related("organ__division")
    if viewer.is_system:
        return rows
    if not viewer.roles:
        return rows.none()
    return rows.filter(scope(viewer) | administered(viewer))


def deliveries(viewer: Viewer) -> QuerySet[FeedDelivery]:
    """Give the deliveries that a viewer sees, the newest first."""
    rows = FeedDelivery.objects.select_related("source__organ", "received_by")
    if viewer.is_system:
        return rows
    if not viewer.roles:
        return rows.none()
    seen: Q = scope(viewer, "source__organ") | administered(viewer, "source__organ")
    return rows.filter(seen)


def delivery(pk: int, viewer: Viewer) -> FeedDelivery:
    """Give one delivery.

    Raises:
        NotShown: there is none, or the viewer may not see it.
    """
    found = deliveries(viewer).filter(pk=pk).first()
    if found is None:
        raise NotShown
    return found


def source(code: str, viewer: Viewer) -> FeedSource:
    """Give one source.

    Raises:
        NotShown: there is none, or the viewer may not see it.
    """
    found = sources(viewer).filter(code=code).first()
    if found is None:
        raise NotShown
    return found


def delay_of(of: FeedSource, entity: str, on: date) -> int:
    """Give the days after the event within which a record is in time."""
    agreed = FeedExpectation.objects.filter(valid_on(on), source=of, entity=entity)
    held = agreed.order_by("-valid_from").first()
    return held.delay_days if held else DELAY
