"""`faheng report push|status|retry`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from faheng.adapters.superior.base import NotReached, Record, Superior, Verdict
from faheng.adapters.superior.demo import FolderSuperior
from faheng.adapters.superior.http import HttpSuperior
from faheng.cli.progress import bars
from faheng.domains.supervision.reporting import actions, queries
from faheng.domains.supervision.reporting.models import UpwardRecord

app = typer.Typer(no_args_is_help=True)
TOKEN = "FAHENG_SUPERIOR_TOKEN"  # noqa: S105 - where it is kept, not the thing
SOURCE = "faheng"

Folder = Annotated[
    Path | None, typer.Option(help="A folder that plays the platform above.")
]
Address = Annotated[
    str, typer.Option(help=f"HTTPS address of the platform; {TOKEN} is its token.")
]


@app.callback()
def report() -> None:
    """Records of organs for the platform above."""


@app.command()
def push(
    folder: Folder = None,
    address: Address = "",
    batch: Annotated[int, typer.Option(min=1, max=5000)] = 500,
) -> None:
    """Send what has changed; what got no answer waits for the next time."""
    superior = _superior(folder, address)
    actions.gather(timezone.now())
    counts = dict.fromkeys(Verdict, 0)
    with bars() as progress:
        total = sum(one.waiting for one in queries.standing())
        task = progress.add_task("上报", total=total)
        while waiting := actions.waiting(batch):
            try:
                _send(superior, waiting, counts)
            except NotReached as problem:
                actions.count_failure(waiting)
                typer.echo(f"上级平台没有应答：{problem}", err=True)
                raise typer.Exit(1) from problem
            progress.advance(task, len(waiting))
    said = "，".join(f"{_SAID[one]} {n} 条" for one, n in counts.items())
    typer.echo(said)


_SAID = {
    Verdict.ACCEPTED: "接收",
    Verdict.DUPLICATE: "重复",
    Verdict.REJECTED: "退回",
}


def _send(
    superior: Superior, waiting: Sequence[UpwardRecord], counts: dict[Verdict, int]
) -> None:
    records = [
        Record(SOURCE, row.entity, row.key, row.version, row.content) for row in waiting
    ]
    receipts = superior.push(records)
    answers = [
        actions.Answer(
            row.pk,
            receipt.verdict is not Verdict.REJECTED,
            receipt.number,
            receipt.reasons,
            str(receipt.verdict),
        )
        for row, receipt in zip(waiting, receipts, strict=True)
    ]
    actions.note(answers, timezone.now())
    for receipt in receipts:
        counts[receipt.verdict] += 1


@app.command()
def status() -> None:
    """Say how many records wait, were accepted and were rejected."""
    for one in queries.standing():
        since = f"，最早的登记于 {one.oldest:%Y-%m-%d %H:%M}" if one.oldest else ""
        typer.echo(
            f"{one.entity}: 待报送 {one.waiting}，已接收 {one.accepted}，"
            f"被退回 {one.rejected}，被取代 {one.passed}{since}"
        )


@app.command()
def retry() -> None:
    """Let every rejected record wait once more."""
    typer.echo(f"重新报送 {actions.send_again()} 条")


def _superior(folder: Path | None, address: str) -> Superior:
    if address:
        return HttpSuperior(address, os.environ.get(TOKEN, ""))
    return FolderSuperior(folder or Path(settings.VAR) / "superior")
