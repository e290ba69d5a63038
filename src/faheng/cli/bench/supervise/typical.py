"""Cases as officers have them: some twenty acts, as many papers, findings.

They are cases of the demo city, carried through the door.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, QuerySet

from faheng.cli.demo.cases.driver import Running, forget
from faheng.cli.demo.cases.load import prepared, write
from faheng.cli.demo.cases.placing import spread
from faheng.cli.demo.cases.plans import lots, plans
from faheng.cli.demo.load import load_city
from faheng.kernel.alerts.models import Finding
from faheng.kernel.cases.models import Act, Case, CaseParty, Paper

PLANS = ("plain", "shown", "argued", "seized", "sampled")
"""Penalties in the general procedure; the last has findings."""


def cases(day: date) -> list[Case]:
    """Write one case of each plan.

    Args:
        day: the last of what happens in them lies before it.
    """
    before = settings.FAHENG_DEMO
    settings.FAHENG_DEMO = True
    try:
        load_city(day)
    finally:
        settings.FAHENG_DEMO = before
    forget()
    running = [_running(plan, day) for plan in PLANS]
    spread([(one.matter.organ.pk, one.lines, one.times) for one in running])
    write(running)
    return [one.case for one in running if one.case is not None]


def _running(plan: str, day: date) -> Running:
    lot = next(lot for lot in lots() if lot.plan == plan)
    return prepared(f"bench/{plan}", plans()[plan], lot, day, max(lot.last))


def sizes(of: Sequence[Case]) -> dict[str, int]:
    """Tell the most that one of some cases has of each thing."""
    found = {}
    for name, model in {"acts": Act, "papers": Paper, "parties": CaseParty}.items():
        found[name] = _most(model._default_manager.filter(case__in=of))  # noqa: SLF001 - Django's own name
    found["findings"] = _most(Finding.objects.filter(case__in=of, cleared_at=None))
    return found


def _most(rows: QuerySet[Any]) -> int:
    counted = rows.values("case").annotate(n=Count("pk"))
    return int(counted.aggregate(most=Max("n"))["most"] or 0)
