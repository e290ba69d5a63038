"""Papers: made by a step from what it must state, and delivered by another."""

from __future__ import annotations

from datetime import date, timedelta

from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import (
    Act,
    Outcome,
    Paper,
    PaperState,
    Service,
    ServiceMethod,
)
from faheng.kernel.cases.situation import Situation
from faheng.kernel.documents.actions import next_number
from faheng.kernel.documents.declare import Document
from faheng.kernel.procedures.declare import Step

PUBLIC_NOTICE_DAYS = 30
"""Days after which a public notice counts as served (民事诉讼法 art. 95)."""


def issue(
    situation: Situation, step: Step, act: Act, *, at_once: bool
) -> list[Problem]:
    """Make a step's papers; say what each of them fails to state.

    Args:
        situation: the case as it stands.
        step: whose papers.
        act: the act that makes them.
        at_once: those that the same step hands over, which are made before the
            delivery; otherwise those that may speak of it.
    """
    problems: list[Problem] = []
    for document in step.issues:
        if (document in step.serves) is not at_once:
            continue
        values = document.collect(situation)
        problems += [_unsaid(document, label) for label in document.missing(values)]
        paper = Paper.objects.create(
            case=situation.case,
            course=situation.course,
            act=act,
            document=document.key(),
            code=document.code,
            title=document.title,
            number=_number(situation, document, act),
            made_on=act.occurred_on,
            values=values,
            must_serve=document.serve_on is not None,
        )
        situation.made.append(paper)
        situation.forget()
    return problems


def deliver(situation: Situation, step: Step, row: Service) -> list[Problem]:
    """Deliver the latest papers of the kinds that a step serves.

    The given row becomes one delivery for each paper.
    """
    problems: list[Problem] = []
    row.outcome, row.served_on = _effect(row)
    for document in step.serves:
        paper = situation.paper(document)
        if paper is None or paper.state == PaperState.VOID:
            problems.append(
                Problem(
                    f"还没有制作《{document.title}》，无从送达",
                    mend=f"先制作《{document.title}》",
                    key="missing_paper",
                )
            )
            continue
        if row.acted_on < paper.made_on:
            problems.append(
                Problem(
                    f"送达日期早于《{document.title}》的制作日期",
                    field="service-0-acted_on",
                    mend="核对送达日期",
                    key="date_order",
                )
            )
        row.pk, row.paper = None, paper
        row.save()
        Paper.objects.filter(pk=paper.pk).update(served_on=row.served_on)
    return problems


def _effect(row: Service) -> tuple[str, date]:
    if row.method == ServiceMethod.PUBLIC_NOTICE:
        return Outcome.POSTED, row.acted_on + timedelta(days=PUBLIC_NOTICE_DAYS)
    return Outcome.SERVED, row.acted_on


def _number(situation: Situation, document: type[Document], act: Act) -> str:
    if not document.mark:
        return ""
    organ = situation.organ
    return next_number(organ.pk, organ.mark, document.mark, act.occurred_on.year)


def _unsaid(document: type[Document], label: str) -> Problem:
    return Problem(
        f"《{document.title}》必须载明“{label}”，现在还没有",
        basis="、".join(str(basis) for basis in document.citations()),
        mend=f"补充“{label}”后再办",
        key="paper_incomplete",
        watch=document.watched().get(label, ""),
    )
