"""`faheng work`: supervise without anybody's asking, until stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, time
from time import sleep
from typing import Annotated

import typer
from django.db import close_old_connections
from django.utils import timezone

from faheng.kernel.alerts import runs
from faheng.kernel.alerts.models import RunKind
from faheng.mart import building
from faheng.mart.supervising import Supervised, supervise, supervise_touched

log = logging.getLogger(__name__)

Every = Annotated[
    float, typer.Option(help="Minutes between two looks at what was touched.")
]
At = Annotated[str, typer.Option(help="When the whole city is asked, as 02:00.")]
Once = Annotated[
    bool, typer.Option("--once", help="Do what is due and end, for a timer.")
]
Now = Callable[[], datetime]


def work(every: Every = 10.0, at: At = "02:00", once: Once = False) -> None:
    """Rebuild the mart and ask the city daily, and about what was touched between."""
    daily_at = time.fromisoformat(at)
    while True:
        ended_well = due(timezone.now, daily_at)
        if once:
            raise typer.Exit(0 if ended_well else 1)
        close_old_connections()
        sleep(every * 60)


def due(now: Now, daily_at: time) -> bool:
    """Do what is due; tells whether it ended well. What fails is tried next time."""
    at = now()
    if runs.is_city_due(at, daily_at):
        return _run(RunKind.CITY, now, _city)
    return _run(RunKind.TOUCHED, now, _touched)


def _city(at: datetime) -> Supervised:
    return supervise(building.build(at), at)


def _touched(at: datetime) -> Supervised:
    return supervise_touched(building.append(at), at)


def _run(what: RunKind, now: Now, ask: Callable[[datetime], Supervised]) -> bool:
    """Run, and note how it went; nothing that goes wrong ends the work."""
    run = runs.begin(what, now())
    try:
        done = ask(run.begun_at)
    except Exception as failure:
        log.exception("supervising failed: %s", what)
        broken = f"{runs.BROKEN}{type(failure).__name__}: {failure}"
        runs.end(run, now(), 0, 0, broken)
        return False
    runs.end(run, now(), done.raised, done.cleared, "、".join(done.failed))
    return not done.failed
