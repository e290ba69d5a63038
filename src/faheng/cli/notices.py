"""`faheng notices`: tell people outside the application what waits for them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from faheng.adapters.mail.base import Letter, Mailer, NotSent
from faheng.adapters.mail.demo import FolderMailer
from faheng.adapters.mail.smtp import DjangoMailer
from faheng.cli.progress import bars
from faheng.domains.supervision.telling.actions import tell
from faheng.kernel.cases.actions.notices import mark_mailed, unmailed
from faheng.kernel.cases.models import Notice

app = typer.Typer(no_args_is_help=True)


@app.callback()
def notices() -> None:
    """Notices that wait for people."""


@app.command()
def mail(
    folder: Annotated[
        Path | None, typer.Option(help="Write letters here instead of sending them.")
    ] = None,
) -> None:
    """Mail every notice that has not gone out; what fails is tried again next time."""
    mailer: Mailer = FolderMailer(folder) if folder else DjangoMailer()
    waiting, sent = unmailed(), 0
    with bars() as progress:
        task = progress.add_task("通知", total=len(waiting))
        for notice in waiting:
            sent += _send(mailer, notice)
            progress.advance(task)
    typer.echo(f"发出 {sent} 封，未能发出 {len(waiting) - sent} 封")
    if sent < len(waiting):
        raise typer.Exit(1)


@app.command()
def findings() -> None:
    """Tell people of new findings: red ones soon, the rest once a day, none at night."""
    typer.echo(f"告知 {tell(timezone.now())} 人")


def _send(mailer: Mailer, notice: Notice) -> bool:
    user = notice.person.user
    if user is None:
        return False
    try:
        mailer.send(Letter(user.email, notice.text[:70], notice.text))
    except NotSent as problem:
        typer.echo(f"{user.email}: {problem}", err=True)
        return False
    mark_mailed(notice, timezone.now())
    return True
