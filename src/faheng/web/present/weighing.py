"""裁量: the facts to tick, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from faheng.domains.enforcement.conditions.weighing import discretion_reasoned
from faheng.domains.enforcement.discretion.proposal.saying import refusal_says
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.documents.reports import DiscretionWorksheet as Paper
from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.rows.outcome import ProposedPenalty
from faheng.domains.enforcement.rows.reading import latest
from faheng.domains.enforcement.rows.weighing import WeighedFact
from faheng.domains.enforcement.weighing.asking import Told, ask
from faheng.domains.enforcement.weighing.past import alike, latest_sheet
from faheng.domains.enforcement.weighing.questions import Question
from faheng.domains.enforcement.weighing.showing import Shown, shown
from faheng.domains.enforcement.weighing.working import proposed
from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.forms import row_name
from faheng.kernel.cases.models import Evidence
from faheng.kernel.cases.situation import Situation
from faheng.web.target import Target

WEIGHING = "weighing"
FILLED = tuple(f"“{one.label}”" for one in (Paper.factors, Paper.reasons))
"""What the paper states and the worksheet fills."""
STEP, SUBMIT = "weigh", "submit_decision"
PREFIX = "weighed_fact"
BY_HAND = (
    *("factors", "tier_reasons", "benchmark", "tier_low", "tier_high"),
    *("mitigated", "mitigation_ground"),
)
OF_PERSONS = ("party_age", "capacity")


@dataclass(frozen=True)
class FactRow:
    """One fact of the table, with what was chosen."""

    at: int
    question: Question
    chosen: str
    evidence: str


@dataclass(frozen=True)
class Panel:
    """The worksheet of a step form.

    Attributes:
        weighing: facts that the benchmark and the lists ask; shown open.
        legal: facts that the law names.
        refused: why nothing can be computed yet.
        counts: whether a fine or a confiscation is counted from amounts.
    """

    url: str
    evidence: tuple[Evidence, ...]
    weighing: tuple[FactRow, ...] = ()
    legal: tuple[FactRow, ...] = ()
    is_weighed: bool = False
    titles: tuple[str, ...] = ()
    refused: str = ""
    is_person: bool = False
    counts: bool = True

    @property
    def total(self) -> int:
        """How many rows of facts the form sends."""
        return len(self.weighing) + len(self.legal)


def is_weighing(target: Target) -> bool:
    """Tell whether a step is the one that weighs a penalty."""
    of_penalty = target.procedure.file is PenaltyFile
    return of_penalty and target.course is not None and target.step.key == STEP


def begun(target: Target) -> dict[str, Any]:
    """Give what is filled in beforehand: a fine to be proposed, the reasons found."""
    if is_weighing(target):
        return {row_name(ProposedPenalty): [{"kind": PenaltyKind.FINE.value}]}
    if target.step.key != SUBMIT or target.course is None:
        return {}
    sheet = latest_sheet(target.case.pk)
    return {"decision_reasons": f"{sheet.reasons}。"} if sheet else {}


def panel(target: Target, values: Mapping[str, Any] | None) -> Panel | None:
    """Give the worksheet of a step form; None for any other step."""
    if not is_weighing(target) or target.course is None:
        return None
    s = Situation(target.case, target.course, target.now)
    url = reverse("weigh_proposal", args=[target.case.pk, target.course.pk])
    evidence = tuple(Evidence.objects.filter(case=target.case).order_by("id"))
    try:
        asked = ask(s, Told())
    except Unanswerable as problem:
        return Panel(url, evidence, refused=problem.reason)
    rows = _rows(asked.questions, _known(s, values))
    return Panel(
        url,
        evidence,
        tuple(row for row in rows if not row.question.article),
        tuple(row for row in rows if row.question.article),
        asked.is_weighed,
        tuple(str(one["title"]) for one in asked.question["benchmarks"]),
        is_person=asked.question["party"] == "person",
        counts=any(_counts(one) for one in asked.question["provisions"]),
    )


def _counts(provision: Mapping[str, Any]) -> bool:
    gains = PenaltyKind.CONFISCATE_GAINS.value in provision["kinds"]
    return gains or "fine_rule" in provision


def _known(s: Any, values: Mapping[str, Any] | None) -> dict[str, tuple[str, str]]:
    """Give what was chosen, by fact: as just sent, or as weighed before."""
    if values is None:
        before = latest(s, WeighedFact)
        return {r.code: (r.fact, str(r.evidence_id or "")) for r in before}
    return {
        str(row.get("fact", "")).partition("=")[0]: (
            str(row.get("fact", "")),
            str(row.get("evidence") or ""),
        )
        for row in values.get(PREFIX) or []
        if isinstance(row, Mapping)
    }


def _rows(
    asked: Sequence[Question], known: Mapping[str, tuple[str, str]]
) -> list[FactRow]:
    ordered = sorted(asked, key=lambda one: bool(one.article))
    return [
        FactRow(at, one, *known.get(one.code, ("", "")))
        for at, one in enumerate(ordered)
    ]


def plainly(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what is only missing because the fine could not be weighed.

    The factors, the reasons and the paper are filled from the worksheet.
    """
    if not any(one.key == WEIGHING for one in problems):
        return list(problems)
    return [
        one
        for one in problems
        if one.key != discretion_reasoned.key
        and not any(said in one.sentence for said in FILLED)
    ]


def show(s: Any, told: Told) -> Shown | None:
    """Compute what follows from what was told; None where nothing weighs the case."""
    try:
        asked = ask(s, told)
        if not asked.is_computed and not told.facts:
            return None
        proposal, wrong = proposed(asked, told)
    except Unanswerable as problem:
        return Shown(refused=refusal_says(problem), article=problem.article)
    near = alike(
        s.main.item.code, str(proposal.tier or ""), proposal.fine_fen, s.on, s.case.pk
    )
    found = shown(asked, proposal, near)
    return replace(found, wrong=tuple(str(problem) for problem in wrong))
