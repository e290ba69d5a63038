"""Runs of supervising: when the next is due, and how the last ones went."""

from __future__ import annotations

from datetime import datetime, time

from django.utils import timezone

from faheng.kernel.alerts.models import RunKind, SupervisingRun


def begin(what: RunKind, at: datetime) -> SupervisingRun:
    """Note that a run begins."""
    return SupervisingRun.objects.create(what=what, begun_at=at)


def end(
    run: SupervisingRun, at: datetime, raised: int, cleared: int, failed: str = ""
) -> None:
    """Note what came of a run.

    Args:
        run: that has ended.
        at: when.
        raised: how many findings are new.
        cleared: how many are gone.
        failed: why it failed, or which rules could not be asked; empty for none.
    """
    run.ended_at, run.raised, run.cleared = at, raised, cleared
    run.error = failed[:2000]
    run.save(update_fields=["ended_at", "raised", "cleared", "error"])


def is_city_due(now: datetime, daily_at: time) -> bool:
    """Tell whether the city has not been asked since its hour of the day came.

    What broke off is due again; where single rules failed the others were asked.
    """
    local = timezone.localtime(now)
    hour = local.replace(
        hour=daily_at.hour, minute=daily_at.minute, second=0, microsecond=0
    )
    if local < hour:
        return False
    done = SupervisingRun.objects.filter(
        what=RunKind.CITY, begun_at__gte=hour, ended_at__isnull=False
    )
    return not done.exclude(error__startswith=BROKEN).exists()


BROKEN = "!"
"""Opens the error of a run that came to no end of its own."""


def last_runs() -> list[SupervisingRun]:
    """Return the last run of each kind, for those who run the platform."""
    found = (
        SupervisingRun.objects.filter(what=what).order_by("-id").first()
        for what in RunKind
    )
    return [run for run in found if run is not None]
