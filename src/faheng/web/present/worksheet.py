"""裁量适用说明: each frozen worksheet, computed again, with its paper and approvals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from faheng.domains.enforcement.conditions.decision import (
    jointly_discussed,
    legally_reviewed,
)
from faheng.domains.enforcement.discretion.proposal.saying import (
    outcome_said,
    steps_said,
)
from faheng.domains.enforcement.documents.reports import DiscretionWorksheet
from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.rows.weighing import WeighedFact, Worksheet
from faheng.domains.enforcement.weighing.recalling import (
    Recalled,
    facts_said,
    recalled,
)
from faheng.domains.enforcement.weighing.replaying import Replayed, replayed
from faheng.kernel.cases.models import Case, Course, Evidence, Paper
from faheng.kernel.cases.situation import Situation
from faheng.kernel.law.declare import Basis
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.web import parts
from faheng.web.target import Target

PAPER = DiscretionWorksheet.key()
STEP = "weigh"
APPROVALS = (legally_reviewed, jointly_discussed)


@dataclass(frozen=True)
class FoundFact:
    """A fact as the worksheet has it, and where its evidence opens."""

    title: str
    value: str
    evidence: str
    url: str


@dataclass(frozen=True)
class Approval:
    """What leaving the benchmark needs before the decision, and whether it is there."""

    says: str
    basis: Basis
    mend: str
    is_done: bool


@dataclass(frozen=True)
class Sheet:
    """One worksheet.

    Attributes:
        paper: the paper printed when it was signed.
        approvals: what a deviation still needs; empty where there is none.
        cases: keys of the nearest cases, for what the reader may open.
    """

    row: Worksheet
    outcome: str
    again: Replayed
    shown: Recalled
    steps: tuple[dict[str, str], ...]
    facts: tuple[FoundFact, ...]
    paper: Paper | None
    approvals: tuple[Approval, ...]

    @property
    def cases(self) -> tuple[int, ...]:
        """Keys of the nearest cases."""
        return tuple(int(one["case"]) for one in self.row.past.get("nearest", ()))


def link(of: Case, documents: Iterable[str]) -> parts.Link | None:
    """Lead to the worksheets from the papers of a case that was weighed."""
    if PAPER not in documents:
        return None
    return parts.Link(gettext("裁量适用说明"), reverse("weigh_sheet", args=[of.pk]))


def link_from(target: Target) -> parts.Link | None:
    """Lead from any step of a weighed case: who reviews or decides reads it first."""
    if not target.case.pk or STEP not in PROCEDURES[target.case.procedure].steps():
        return None
    weighed = Paper.objects.filter(case=target.case, document=PAPER).exists()
    return link(target.case, [PAPER] if weighed else [])


def sheets_of(case: Case, now: datetime) -> list[Sheet]:
    """Give the worksheets of a case, the newest first."""
    rows = Worksheet.objects.filter(case=case).select_related("act__actor", "course")
    papers = {paper.act_id: paper for paper in _papers(case)}
    facts: dict[int, list[WeighedFact]] = {}
    told = WeighedFact.objects.filter(case=case).select_related("evidence__upload")
    for fact in told.order_by("id"):
        facts.setdefault(fact.act_id, []).append(fact)
    sheets = list(rows.order_by("-pk"))
    newest = sheets[0] if sheets else None
    return [
        _sheet(
            row,
            facts.get(row.act_id, []),
            papers.get(row.act_id),
            _approvals(row, now) if row is newest and row.deviation else (),
        )
        for row in sheets
    ]


def _papers(case: Case) -> list[Paper]:
    return list(Paper.objects.filter(case=case, document=PAPER).order_by("id"))


def _sheet(
    row: Worksheet,
    facts: list[WeighedFact],
    paper: Paper | None,
    approvals: tuple[Approval, ...],
) -> Sheet:
    again = replayed(row)
    found = tuple(
        FoundFact(title, value, *_evidence(one.evidence))
        for title, value, one in facts_said(facts, again.rows)
    )
    return Sheet(
        row,
        outcome_said(row.outcome),
        again,
        recalled(row, again.rows),
        tuple(steps_said(again.rows)),
        found,
        paper,
        approvals,
    )


def _evidence(row: Evidence | None) -> tuple[str, str]:
    if row is None:
        return "", ""
    url = reverse("evidence", args=[row.case_id, row.pk]) if row.upload else ""
    return row.title, url


def _approvals(row: Worksheet, now: datetime) -> tuple[Approval, ...]:
    s = Situation(row.case, row.course, now)
    return tuple(
        Approval(one.says, one.basis, one.mend, bool(one.test(s))) for one in APPROVALS
    )


def by_hand(case: Case) -> dict[str, Any] | None:
    """Give what was written where nothing was computed, and its paper."""
    papers = _papers(case)
    course = Course.objects.filter(case=case, track="").first()
    file = PenaltyFile.objects.filter(course=course).first() if papers else None
    return {"paper": papers[-1], "file": file} if file else None
