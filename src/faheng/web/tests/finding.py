"""Findings as the engine would have raised them, for pages."""

from __future__ import annotations

from typing import Any

from faheng.kernel.alerts.models import Finding, FindingEvent
from faheng.kernel.cases.models import Case
from faheng.web.tests.cast import Cast


def raised(cast: Cast, case: Case, code: str = "SX-04", **more: Any) -> Finding:
    """Raise a finding about a case; what the door raised there is put away."""
    of_case = Finding.objects.filter(case=case).exclude(code__in=("SX-04", "SJ-01"))
    FindingEvent.objects.filter(finding__in=of_case).delete()
    of_case.delete()
    given = {
        "organ": case.organ,
        "division_path": case.division_path,
        "severity": "yellow",
        "raised_at": cast.now,
        "facts": {"due_on": "2026-03-02"},
        **more,
    }
    finding = Finding.objects.create(code=code, case=case, **given)
    FindingEvent.objects.create(finding=finding, state="raised", at=cast.now)
    return finding
