"""Marking several new findings seen by somebody who answers for them."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from faheng.kernel.alerts.life import Said, see
from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.cases.queries.scope import visible


@transaction.atomic
def see_all(finding_ids: Collection[int], said: Said) -> int:
    """Note that findings were looked at; what is not the viewer's is left alone.

    Returns:
        How many were new and are seen now.
    """
    rows = Finding.objects.filter(
        visible(said.viewer),
        pk__in=list(finding_ids),
        state=FindingState.RAISED,
        cleared_at__isnull=True,
    )
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return sum(see(pk, said).state == FindingState.SEEN for pk in keys)


def see_case(case_id: int, said: Said) -> int:
    """Note that the new findings of a case were looked at."""
    rows = Finding.objects.filter(
        case=case_id, state=FindingState.RAISED, cleared_at__isnull=True
    )
    return see_all(list(rows.values_list("pk", flat=True)[:200]), said)
