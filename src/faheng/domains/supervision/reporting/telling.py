"""What is told upward about a case, an act and a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from faheng.kernel.cases.models import Act, Case, CaseParty, Paper
from faheng.kernel.documents.declare import DOCUMENTS, DocumentKind
from faheng.kernel.parties.declare import PartyKind
from faheng.kernel.record.actions import stamp

DECISION = "决定书"


@dataclass(frozen=True)
class Thing:
    """A thing as it stands now, without a version."""

    entity: str
    key: str
    content: dict[str, Any]
    recorded_at: datetime


def things(case: Case) -> Iterator[Thing]:
    """Give everything of a case that the platform above is told."""
    acts = list(Act.objects.filter(case=case).order_by("seq"))
    if not acts:
        return
    yield Thing("case", str(case.pk), _case(case), acts[-1].recorded_at)
    for act in acts:
        yield Thing("act", str(act.pk), _act(case, act), act.recorded_at)
    papers = Paper.objects.filter(case=case, document__in=_decisions())
    for paper in papers.select_related("act").order_by("id"):
        yield Thing(
            "decision", str(paper.pk), _decision(case, paper), paper.act.recorded_at
        )


def _case(case: Case) -> dict[str, Any]:
    return {
        "number": case.number,
        "procedure": case.procedure,
        "organ": case.organ.code,
        "division": case.division_path,
        "stage": case.stage,
        "matter": case.matter,
        "opened_on": case.opened_on.isoformat(),
        "ended_on": case.ended_on.isoformat() if case.ended_on else "",
        "parties": [_party(row) for row in _parties(case)],
    }


def _parties(case: Case) -> list[CaseParty]:
    rows = CaseParty.objects.filter(case=case).select_related("party")
    return list(rows.order_by("id"))


def _party(row: CaseParty) -> dict[str, str]:
    """Tell a firm by name and code, a citizen by surname only."""
    if row.party.kind == PartyKind.CITIZEN:
        return {"kind": str(row.party.kind), "name": f"{row.name[:1]}××", "uscc": ""}
    return {"kind": str(row.party.kind), "name": row.name, "uscc": row.party.uscc}


def _act(case: Case, act: Act) -> dict[str, Any]:
    return {
        "case": case.number or str(case.pk),
        "seq": act.seq,
        "step": act.step,
        "role": act.role,
        "door": act.door,
        "occurred_at": stamp(act.occurred_at),
        "recorded_at": stamp(act.recorded_at),
    }


def _decision(case: Case, paper: Paper) -> dict[str, Any]:
    return {
        "number": paper.number,
        "case": case.number or str(case.pk),
        "title": paper.title,
        "code": paper.code,
        "organ": case.organ.code,
        "made_on": paper.made_on.isoformat(),
        "served_on": paper.served_on.isoformat() if paper.served_on else "",
        "state": paper.state,
    }


def _decisions() -> list[str]:
    """Return the keys of papers by which an organ decides about somebody outside."""
    return [
        key
        for key, paper in DOCUMENTS.items()
        if paper.kind is DocumentKind.NOTICE and paper.title.endswith(DECISION)
    ]
