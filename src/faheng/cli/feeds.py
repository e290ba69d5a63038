"""`faheng feeds`: what other systems report, from files and watched folders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from faheng.cli.progress import bars
from faheng.kernel.feeds import actions
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.declare import FEEDS
from faheng.kernel.feeds.models import FeedDelivery, FeedSource, State
from faheng.kernel.feeds.refusals import StoreFull
from faheng.kernel.parties.queries import system

app = typer.Typer(no_args_is_help=True)
DONE, REFUSED = "done", "refused"
UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart")
QUIET = timedelta(seconds=10)
"""A file that was written to a moment ago may still be on its way."""

Files = Annotated[
    list[Path] | None, typer.Argument(exists=True, dir_okay=False, help="Files.")
]
Source = Annotated[str, typer.Option(help="Code of the source that reports.")]
Feed = Annotated[str, typer.Option(help="Entity, as `faheng feeds list` names it.")]
Folder = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        help="Take in FOLDER/<source>/<entity>/*; they move to .done or .refused.",
    ),
]


@app.callback()
def feeds() -> None:
    """Records that other systems report."""


@app.command("list")
def list_feeds() -> None:
    """List the feeds and the sources."""
    for feed in FEEDS:
        typer.echo(f"{feed.entity}\t{feed.title}\t{len(feed.columns)}")
    for source in FeedSource.objects.order_by("code"):
        typer.echo(f"source {source.code}\t{source.name}")


@app.command("ingest")
def ingest_files(
    paths: Files = None, source: Source = "", feed: Feed = "", folder: Folder = None
) -> None:
    """Check files and store what is good; fails if any was refused as a whole."""
    given = [(path, source, feed) for path in paths or ()]
    watched = list(_waiting(folder, timezone.now())) if folder else []
    failed = 0
    with bars() as progress:
        task = progress.add_task("报送", total=len(given) + len(watched))
        for path, of, entity in [*given, *watched]:
            delivery = _ingested(path, of, entity)
            failed += delivery is None or delivery.state != State.STORED
            if delivery and folder and (path, of, entity) in watched:
                _put_away(path, delivery)
            progress.advance(task)
    if failed:
        raise typer.Exit(1)


@app.command()
def recover() -> None:
    """Clear what deliveries left behind whose process was killed."""
    typer.echo(f"{actions.recover()}")


def _waiting(folder: Path, now: datetime) -> Iterator[tuple[Path, str, str]]:
    for path in sorted(folder.glob("*/*/*")):
        written = datetime.fromtimestamp(path.stat().st_mtime, tz=now.tzinfo)
        hidden = path.name.startswith(".") or path.suffix in UNFINISHED
        if path.is_file() and not hidden and now - written >= QUIET:
            yield path, path.parent.parent.name, path.parent.name


def _ingested(path: Path, of: str, entity: str) -> FeedDelivery | None:
    source = FeedSource.objects.filter(code=of).first()
    feed = FEEDS.get(entity)
    if source is None or feed is None:
        typer.echo(f"{path.name}: no such source or feed: {of} {entity}", err=True)
        return None
    try:
        delivery = ingest(
            Arrival(feed, source, path, path.name), system(), timezone.now()
        )
    except (OSError, StoreFull) as error:
        typer.echo(f"{path.name}: {error}", err=True)
        return None
    typer.echo(_told(delivery))
    return delivery


def _told(delivery: FeedDelivery) -> str:
    counts = (
        f"新增 {delivery.fresh}，更新 {delivery.newer}，历史 {delivery.older}，"
        f"重复 {delivery.repeated}，退回 {delivery.rejected}"
    )
    state = State(delivery.state).label
    said = delivery.reason or counts
    return f"{delivery.pk}\t{delivery.file_name}\t{state}\t{said}"


def _put_away(path: Path, delivery: FeedDelivery) -> None:
    """Keep a file that was worked through from being taken in again."""
    if delivery.state == State.INTERRUPTED:
        return
    to = DONE if delivery.state == State.STORED else REFUSED
    target = path.parents[2] / f".{to}" / path.parent.parent.name / path.parent.name
    target.mkdir(parents=True, exist_ok=True)
    path.replace(target / f"{delivery.pk}-{path.name}")
