"""Records that other systems report, sent by program."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from ninja import File, Query, Router, Schema, Status
from ninja.files import UploadedFile

from faheng.api.auth import Asked
from faheng.api.bodies import is_storable
from faheng.kernel.cases.errors import NotYours, Problem, StepRefused
from faheng.kernel.feeds import queries
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.declare import FEEDS
from faheng.kernel.feeds.models import FeedDelivery
from faheng.kernel.feeds.refusals import NotDeliverer, NotShown

router = Router(tags=["数据报送"])
BLOCK = 1024 * 1024

Source = Annotated[str, Query(max_length=40, description="来源代码")]
Name = Annotated[str, Query(max_length=200, description="文件名；直接发送内容时用")]


class FeedColumnOut(Schema):
    """One column of a feed."""

    name: str
    title: str
    required: bool
    how: str


class FeedOut(Schema):
    """A feed and its columns."""

    entity: str
    title: str
    columns: list[FeedColumnOut]


class RejectedRowOut(Schema):
    """A row turned away."""

    line: int
    reason: str


class DeliveryOut(Schema):
    """What became of a delivery; at most a hundred rejected rows are told."""

    id: int
    entity: str
    source: str
    file_name: str
    sha256: str
    state: str
    reason: str
    received_at: datetime
    received_on: date
    total: int
    fresh: int
    newer: int
    older: int
    repeated: int
    rejected: int
    ignored: str
    absent: str
    rejected_rows: list[RejectedRowOut]


MOST_TOLD = 100


@router.get("/feeds", response=list[FeedOut], summary="可报送的数据种类")
def list_feeds(request: Asked) -> list[FeedOut]:
    """Every feed and what its columns must hold."""
    return [
        FeedOut(
            entity=feed.entity,
            title=feed.title,
            columns=[
                FeedColumnOut(
                    name=column.name,
                    title=column.title,
                    required=column.required,
                    how=column.how,
                )
                for column in feed.columns
            ],
        )
        for feed in FEEDS
    ]


@router.post("/feeds/{entity}/", response={201: DeliveryOut}, summary="报送数据")
def deliver(
    request: Asked,
    entity: str,
    source: Source,
    name: Name = "body.jsonl",
    file: File[UploadedFile | None] = None,
) -> Status[DeliveryOut]:
    """Take in a file, or a body of JSON Lines; the same again changes nothing."""
    feed = FEEDS.get(entity)
    if feed is None or not is_storable(source):
        raise NotShown
    of = queries.source(source, request.auth)
    called = (file.name or "") if file else name
    if not is_storable(called):
        raise StepRefused([Problem("文件名含有不能保存的字符", field="name")])
    with _kept(request, file) as path:
        try:
            delivery = ingest(
                Arrival(feed, of, path, called), request.auth, timezone.now()
            )
        except NotDeliverer as error:
            raise NotYours(str(error)) from error
    return Status(201, _told(delivery))


@router.get(
    "/feeds/deliveries/{int:delivery_id}", response=DeliveryOut, summary="报送结果"
)
def read_delivery(request: Asked, delivery_id: int) -> DeliveryOut:
    """What became of one delivery."""
    return _told(queries.delivery(delivery_id, request.auth))


@contextmanager
def _kept(request: Asked, file: UploadedFile | None) -> Iterator[Path]:
    """Write the content down as it comes, never whole in memory."""
    if request.method != "POST":
        raise Http404
    with tempfile.NamedTemporaryFile(dir=settings.VAR, prefix="feed-") as target:
        read = 0
        while block := file.read(BLOCK) if file else request.read(BLOCK):
            read += len(block)
            if read > settings.FAHENG_UPLOAD_MAX:
                raise StepRefused([Problem("文件过大，请分批报送或用文件夹报送")])
            target.write(block)
        target.flush()
        yield Path(target.name)


def _told(delivery: FeedDelivery) -> DeliveryOut:
    rows = delivery.rows.order_by("line")[:MOST_TOLD]
    return DeliveryOut(
        id=delivery.pk,
        source=delivery.source.code,
        rejected_rows=[RejectedRowOut(line=r.line, reason=r.reason) for r in rows],
        **{
            key: getattr(delivery, key)
            for key in DeliveryOut.model_fields
            if key not in {"id", "source", "rejected_rows"}
        },
    )
