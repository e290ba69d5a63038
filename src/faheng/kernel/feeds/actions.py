"""Take deliveries in: check, compare, store, and write down what became of each."""

from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import duckdb
from django.db import transaction
from django.utils import timezone

from faheng.kernel.feeds import measuring, store
from faheng.kernel.feeds.checking import Checking
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.engine import engine, prepare
from faheng.kernel.feeds.measuring import Measure
from faheng.kernel.feeds.merging import Merged, Stamp, merge, write_past, write_rows
from faheng.kernel.feeds.models import (
    FeedDelivery,
    FeedMeasure,
    FeedSource,
    Format,
    RejectedFeedRow,
    State,
)
from faheng.kernel.feeds.queries import delay_of, may_deliver, stored_parts
from faheng.kernel.feeds.reading.kinds import kind_of, read
from faheng.kernel.feeds.reading.raw import Reading, make_malformed
from faheng.kernel.feeds.refusals import DeliveryRefused, NotDeliverer, StoreFull
from faheng.kernel.feeds.rejecting import read_rejected, write_rejected
from faheng.kernel.feeds.showing import shown
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.sealing import seal

SHOWN = 1000
"""Rejected rows that stand in the database; all of them stand in their file."""

_BLOCK = 4 * 1024 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True)
class Arrival:
    """A file as it came.

    Attributes:
        path: where it lies; it is read there and left there.
        name: what the sender calls it.
    """

    feed: type[Feed]
    source: FeedSource
    path: Path
    name: str


@dataclass(frozen=True)
class _Result:
    """What became of the rows, before it is written down."""

    checking: Checking
    merged: Merged
    has_past: bool
    rejected: int
    measures: tuple[Measure, ...]


def ingest(arrival: Arrival, by: Viewer, at: datetime) -> FeedDelivery:
    """Take a file in; the delivery tells how it went.

    A file that can't be read at all is a delivery too: refused, with the reason, and
    the file is kept.

    Raises:
        NotDeliverer: the person does not report for that source.
        StoreFull: the disk is full; nothing was stored.
    """
    if not may_deliver(by, arrival.source):
        raise NotDeliverer
    recover()
    delivery = _began(arrival, by, at)
    with store.lock(f"delivery-{delivery.pk}"):
        _work(arrival, delivery)
    return delivery


def recover() -> int:
    """Clear what deliveries left behind whose process has ended; count them."""
    found = 0
    for delivery in FeedDelivery.objects.filter(state=State.CHECKING).select_related(
        "source"
    ):
        with store.lock_if_free(f"delivery-{delivery.pk}") as is_free:
            delivery.refresh_from_db(fields=["state"])
            if is_free and delivery.state == State.CHECKING:
                _interrupted(delivery, "处理中断，没有写入任何记录；请重新报送。")
                found += 1
    return found


def _began(arrival: Arrival, by: Viewer, at: datetime) -> FeedDelivery:
    with arrival.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FeedDelivery.objects.create(
        source=arrival.source,
        entity=arrival.feed.entity,
        file_name=arrival.name[-200:].replace("\x00", ""),
        sha256=digest,
        size=arrival.path.stat().st_size,
        received_at=at,
        received_on=timezone.localdate(at),
        received_by_id=by.person_id,
        state=State.CHECKING,
    )


def _work(arrival: Arrival, delivery: FeedDelivery) -> None:
    scratch = store.staging(delivery.pk)
    try:
        scratch.mkdir(mode=0o750, parents=True, exist_ok=True)
        delivery.format = kind_of(arrival.path, arrival.name)
        with engine(scratch) as connection:
            _take_in(connection, arrival, delivery)
    except DeliveryRefused as refused:
        _refused(arrival, delivery, str(refused))
    except (OSError, duckdb.Error) as error:
        _failed(arrival, delivery, error)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _take_in(
    connection: duckdb.DuckDBPyConnection, arrival: Arrival, delivery: FeedDelivery
) -> None:
    scratch = store.staging(delivery.pk)
    prepare(connection, arrival.feed, delivery.received_on)
    make_malformed(connection)
    reading = Reading(arrival.path, connection, scratch)
    raw = read(Format(delivery.format), reading, arrival.feed)
    checking = Checking(arrival.feed, raw)
    checking.check(connection, scratch / "checked.parquet")
    # Two deliveries of one source at once would not see each other's versions.
    with store.lock(f"store-{arrival.feed.entity}-{arrival.source.pk}"):
        result = _compared(connection, checking, delivery)
        _stored(connection, delivery, result)


def _compared(
    connection: duckdb.DuckDBPyConnection, checking: Checking, delivery: FeedDelivery
) -> _Result:
    scratch = store.staging(delivery.pk)
    stamp = Stamp(delivery.source.code, delivery.pk)
    merged = merge(
        connection, checking, stored_parts(checking.feed.entity, delivery.source).rows
    )
    write_rows(connection, checking, stamp, scratch / "rows.parquet")
    past = write_past(connection, stamp, scratch / "past.parquet")
    rejected = write_rejected(connection, checking, scratch / "rejected.parquet")
    delay = delay_of(delivery.source, checking.feed.entity, delivery.received_on)
    measures = measuring.measures(connection, checking, scratch / "rows.parquet", delay)
    return _Result(checking, merged, past > 0, rejected, measures)


def _stored(
    connection: duckdb.DuckDBPyConnection, delivery: FeedDelivery, result: _Result
) -> None:
    scratch, entity = store.staging(delivery.pk), delivery.entity
    source = delivery.source.code
    merged = asdict(result.merged)
    for kind in ("fresh", "newer", "older", "repeated"):
        setattr(delivery, kind, merged[kind])
    delivery.rejected = result.rejected
    delivery.total = delivery.accepted + delivery.repeated + result.rejected
    delivery.ignored = "、".join(result.checking.ignored)[:1000]
    delivery.absent = "、".join(result.checking.absent)[:1000]
    delivery.state = State.STORED
    turned = scratch / "rejected.parquet"
    rows = _rows_shown(connection, turned, delivery, result.checking.feed)
    if result.rejected:
        seal(turned, scratch / "rejected.sealed")
    moves = [(store.rejected(delivery.pk), "rejected.sealed", result.rejected > 0)]
    for of, wanted in (
        (store.ROWS, delivery.accepted > 0),
        (store.PAST, result.has_past),
    ):
        part = store.part(entity, source, delivery.pk, of)
        moves.append((part, f"{of}.parquet", wanted))
    store.put((scratch / name, target) for target, name, wanted in moves if wanted)
    with transaction.atomic():
        RejectedFeedRow.objects.bulk_create(rows, batch_size=500)
        FeedMeasure.objects.bulk_create(
            FeedMeasure(delivery=delivery, **asdict(one)) for one in result.measures
        )
        delivery.save()


def _rows_shown(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    delivery: FeedDelivery,
    feed: type[Feed],
) -> Iterable[RejectedFeedRow]:
    if not delivery.rejected:
        return []
    return [
        RejectedFeedRow(
            delivery=delivery,
            line=row.line,
            raw=shown(row, feed),
            reason=row.reason,
            faults=row.faults[:2000],
        )
        for row in read_rejected(connection, path, SHOWN)
    ]


def _refused(arrival: Arrival, delivery: FeedDelivery, reason: str) -> None:
    store.drop(delivery.pk, delivery.entity, delivery.source.code)
    store.keep_original(arrival.path, delivery.pk)
    delivery.state, delivery.reason = State.REFUSED, reason[:500]
    delivery.save()


def _failed(arrival: Arrival, delivery: FeedDelivery, error: Exception) -> None:
    """A full disk interrupts, and what else the engine can't read is refused."""
    if _is_full(error):
        _interrupted(delivery, str(StoreFull.__doc__))
        raise StoreFull from error
    if isinstance(error, duckdb.Error):
        _refused(arrival, delivery, "文件内容无法读取，请重新导出后再报。")
        return
    _interrupted(delivery, "读写文件失败，没有写入任何记录；请重新报送。")
    raise error


def _is_full(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    text = str(error)
    return "No space left" in text or "max_temp_directory_size" in text


def _interrupted(delivery: FeedDelivery, reason: str) -> None:
    store.drop(delivery.pk, delivery.entity, delivery.source.code)
    delivery.state, delivery.reason = State.INTERRUPTED, reason
    delivery.save()
