"""How the reports upward stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, QuerySet

from faheng.domains.supervision.reporting.models import PushStatus, UpwardRecord
from faheng.kernel.cases.queries import visible
from faheng.kernel.parties.queries import Viewer


@dataclass(frozen=True)
class Standing:
    """How many records of a kind stand where, and since when the oldest waits."""

    entity: str
    waiting: int = 0
    accepted: int = 0
    rejected: int = 0
    passed: int = 0
    oldest: datetime | None = None


def standing() -> list[Standing]:
    """Count the records of each kind by where they stand."""
    counted: dict[str, dict[str, int]] = {}
    for row in UpwardRecord.objects.values("entity", "status").annotate(n=Count("pk")):
        counted.setdefault(row["entity"], {})[row["status"]] = row["n"]
    waits = UpwardRecord.objects.filter(status=PushStatus.WAITING)
    oldest = dict(
        waits.values_list("entity").annotate(at=Min("recorded_at")).order_by()
    )
    return [
        Standing(entity, oldest=oldest.get(entity), **by_status)
        for entity, by_status in sorted(counted.items())
    ]


def rejected(viewer: Viewer) -> QuerySet[UpwardRecord]:
    """Give the rejected records of the viewer's organs, the oldest first."""
    rows: QuerySet[UpwardRecord] = UpwardRecord.objects.filter(
        visible(viewer), status=PushStatus.REJECTED
    )
    return rows.select_related("case", "organ").order_by("rejected_at", "pk")
