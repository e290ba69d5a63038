"""Reading cases: lists, one case, what may be done, clocks, papers, the record."""

from __future__ import annotations

from typing import Annotated

from django.utils import timezone
from ninja import Query, Router

from faheng.api import telling
from faheng.api.answers import (
    CasePageOut,
    ClockOut,
    ComputedOut,
    EntryOut,
    FolderOut,
    LineOut,
    PaperOut,
    PaperTextOut,
    PossibleOut,
    RecordOut,
    TaskOut,
)
from faheng.api.auth import Asked
from faheng.api.bodies import is_storable
from faheng.kernel.alerts.queries import findings_of
from faheng.kernel.cases import queries
from faheng.kernel.cases.models import Act, Case
from faheng.kernel.record.queries import entries, faults

router = Router(tags=["案件"])

Words = Annotated[str, Query(max_length=100)]
Cursor = Annotated[int | None, Query(ge=1, lt=2**63)]
Most = Annotated[int, Query(ge=1, le=200)]


@router.get("/cases", response=CasePageOut, summary="案件列表")
def list_cases(  # noqa: PLR0913 - one argument a filter
    request: Asked,
    q: Words = "",
    stage: Words = "",
    procedure: Words = "",
    mine: bool = False,  # noqa: FBT001, FBT002 - read from the address by name
    open_only: bool = False,  # noqa: FBT001, FBT002
    after: Cursor = None,
    most: Most = queries.PAGE,
) -> CasePageOut:
    """Cases in the reader's scope, newest first; search in number, title, party."""
    words = q if is_storable(q) else ""
    search = queries.Search(
        words=words, stage=stage, procedure=procedure, mine=mine, open_only=open_only
    )
    page = queries.cases(request.auth, search, after, most)
    return CasePageOut(
        rows=[telling.case_out(case) for case in page.rows], after=page.after
    )


@router.get("/cases/{int:case_id}", response=FolderOut, summary="案件")
def read_case(request: Asked, case_id: int) -> FolderOut:
    """Stage, courses, officers, clocks, papers, defects, findings and acts."""
    case = queries.case(request.auth, case_id)
    return FolderOut(
        **telling.case_out(case).model_dump(),
        courses=[telling.course_out(course) for course in queries.courses(case)],
        officers=[person.name for person in queries.officers(case)],
        clocks=[telling.clock_out(clock) for clock in queries.clocks(case)],
        papers=[telling.paper_out(paper) for paper in queries.papers(case)],
        defects=[telling.defect_out(defect) for defect in queries.defects_of(case)],
        findings=[telling.finding_out(one) for one in findings_of(request.auth, case)],
        acts=[telling.act_out(act) for act in _acts(case)],
    )


@router.get(
    "/cases/{int:case_id}/possible", response=list[PossibleOut], summary="现在可办"
)
def possible(request: Asked, case_id: int) -> list[PossibleOut]:
    """What may be done now, by whom, and what speaks against the rest."""
    case = queries.case(request.auth, case_id)
    found = queries.possible(request.auth, case, timezone.now())
    return [telling.possible_out(one) for one in found]


@router.get("/cases/{int:case_id}/record", response=RecordOut, summary="记录")
def record(request: Asked, case_id: int) -> RecordOut:
    """The entries of the case's chain, and what is wrong with it, if anything."""
    chain = queries.case(request.auth, case_id).chain
    return RecordOut(
        chain=chain,
        entries=[EntryOut.from_orm(entry) for entry in entries(chain)],
        faults=faults(chain),
    )


@router.get("/cases/{int:case_id}/clocks", response=list[ClockOut], summary="期限")
def clocks(request: Asked, case_id: int) -> list[ClockOut]:
    """The case's clocks, the running ones first."""
    case = queries.case(request.auth, case_id)
    return [telling.clock_out(clock) for clock in queries.clocks(case)]


@router.get("/clocks/{int:clock_id}", response=ComputedOut, summary="期限如何算得")
def clock(request: Asked, clock_id: int) -> ComputedOut:
    """A clock with every line of its computation."""
    found = queries.clock(request.auth, clock_id)
    ledger = queries.how(found)
    lines = ledger.lines if ledger else ()
    return ComputedOut(
        **telling.clock_values(found),
        lines=[
            LineOut(kind=line.kind.value, text=line.text, days=line.days, on=line.on)
            for line in lines
        ],
    )


@router.get("/cases/{int:case_id}/papers", response=list[PaperOut], summary="文书")
def papers(request: Asked, case_id: int) -> list[PaperOut]:
    """The case's papers, the newest first."""
    case = queries.case(request.auth, case_id)
    return [telling.paper_out(paper) for paper in queries.papers(case)]


@router.get("/papers/{int:paper_id}", response=PaperTextOut, summary="文书内容")
def paper(request: Asked, paper_id: int) -> PaperTextOut:
    """A paper with what it states."""
    found = queries.paper(request.auth, paper_id)
    return PaperTextOut(**telling.paper_values(found), values=found.values)


@router.get("/tasks", response=list[TaskOut], summary="我的待办")
def tasks(request: Asked) -> list[TaskOut]:
    """What waits for the reader, the earliest last day first."""
    today = timezone.localdate()
    return [
        TaskOut(
            case=task.case_id,
            course=task.course_id,
            step=task.step,
            title=task.title,
            case_title=task.case.title,
            since=timezone.localtime(task.since),
            due_on=task.due_on,
        )
        for task in queries.tasks(request.auth, today)
    ]


def _acts(case: Case) -> list[Act]:
    found = queries.acts(case)
    for act in found:
        act.case = case
    return found
