"""Reads of findings: what is wrong now, told so that it explains itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.cases.models import Case
from faheng.kernel.cases.queries.scope import visible
from faheng.kernel.cases.taking_part import in_scope
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.questions.compiling import column_of, title_of
from faheng.kernel.questions.declare import Severity
from faheng.kernel.questions.derived import told
from faheng.kernel.questions.tables import Kind
from faheng.lib.text import yuan

_SEVERITIES = {severity.key: severity for severity in Severity}

_TOLD_APART = frozenset({"sentence", "basis", "mend"})
"""Facts of a defect that say of themselves what a rule says otherwise."""


@dataclass(frozen=True)
class Told:
    """A finding as it is told to people.

    Attributes:
        title: what is wrong.
        says: what the rule finds, as a sentence.
        basis: the article, as words.
        mend: what to do.
        facts: what was found: name of the column, its title, the value.
        about: the table whose key `row` is; empty for the case as a whole.
    """

    pk: int
    code: str
    case_id: int | None
    severity: Severity
    title: str
    says: str
    basis: str
    mend: str
    facts: tuple[tuple[str, str, str], ...]
    about: str
    row: int
    state: FindingState
    raised_at: datetime
    explanation: str = ""


def findings_of(viewer: Viewer, case: Case) -> list[Told]:
    """Return what is wrong with a case now, the worst first; nothing out of scope.

    What a supervisor held to be false is not wrong.
    """
    if not in_scope(viewer, case):
        return []
    rows = Finding.objects.filter(case=case, cleared_at__isnull=True).order_by("pk")
    rows = rows.exclude(state=FindingState.DISMISSED)
    return sorted((tell(row) for row in rows), key=_worst)


def cleared_of(viewer: Viewer, case: Case, most: int) -> list[Told]:
    """Return what was wrong with a case and is no longer, the newest first."""
    if not in_scope(viewer, case):
        return []
    rows = Finding.objects.filter(case=case, cleared_at__isnull=False)
    return [tell(row) for row in rows.order_by("-cleared_at", "-pk")[:most]]


def worst_of(viewer: Viewer, cases: Collection[int]) -> dict[int, tuple[Told, int]]:
    """Return of each case the worst that is wrong now, and how much is.

    What is only a hint is not counted; one question for all cases.
    """
    rows = Finding.objects.filter(
        visible(viewer), case__in=cases, cleared_at__isnull=True
    ).exclude(severity=Severity.HINT.key)
    rows = rows.exclude(state=FindingState.DISMISSED)
    found: dict[int, list[Told]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.case_id or 0, []).append(tell(row))
    return {case: (min(those, key=_worst), len(those)) for case, those in found.items()}


def tell(finding: Finding) -> Told:
    """Explain a finding: the facts, the article, what to do."""
    rule = told(finding.code)
    own = finding.facts
    return Told(
        pk=finding.pk,
        code=finding.code,
        case_id=finding.case_id,
        severity=_SEVERITIES[finding.severity],
        title=own.get("sentence") or (rule.title if rule else finding.code),
        says=rule.says if rule else "",
        basis=own.get("basis") or (str(rule.basis) if rule else ""),
        mend=own.get("mend") or (rule.mend if rule else ""),
        facts=tuple(
            (name, title_of(finding.code, name), _said(finding.code, name, value))
            for name, value in own.items()
            if name not in _TOLD_APART and value is not None
        ),
        about=rule.about if rule else "",
        row=finding.row,
        state=FindingState(finding.state),
        raised_at=finding.raised_at,
        explanation=finding.explanation,
    )


def _said(code: str, name: str, value: Any) -> str:
    """Write a fact as people read it: money in yuan, truth as a word."""
    if isinstance(value, bool):
        return "是" if value else "否"
    column = column_of(code, name)
    if column is not None and column.kind is Kind.FEN and isinstance(value, int):
        return f"{yuan(value)} 元"
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value)


def _worst(one: Told) -> tuple[int, int]:
    return -one.severity.rank, one.pk
