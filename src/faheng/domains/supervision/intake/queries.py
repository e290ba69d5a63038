"""Which complaints wait, and what becomes of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from faheng.domains.supervision.intake.actions import code_index
from faheng.domains.supervision.intake.models import ComplaintSlip
from faheng.kernel.cases.models import Act, Case, Course, Paper
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES

LONGEST = 40


@dataclass(frozen=True)
class Progress:
    """What its sender is told about a complaint: where it stands, nothing about who.

    Attributes:
        steps: what was done, the earliest first, each with its day.
        outcome: the reasons or the answer, once there are any.
    """

    received_on: date
    organ: str
    stage: str
    number: str = ""
    ended: bool = False
    steps: tuple[tuple[str, date], ...] = ()
    outcome: str = ""


def waiting(viewer: Viewer) -> QuerySet[ComplaintSlip]:
    """Give the slips that wait to be registered by the viewer, the oldest first."""
    rows: QuerySet[ComplaintSlip] = ComplaintSlip.objects.filter(
        _within(viewer.division_paths), file__isnull=True
    )
    return rows.select_related("organ").order_by("received_at", "pk")


def slip(viewer: Viewer, pk: int) -> ComplaintSlip | None:
    """Give one slip of the viewer's division."""
    rows = ComplaintSlip.objects.filter(_within(viewer.division_paths), pk=pk)
    return rows.select_related("organ", "file__course__case").first()


def in_tray(case: Case) -> QuerySet[ComplaintSlip]:
    """Give the slips from which a case of its organ may be made."""
    own = Q(file__isnull=True)
    if case.pk:
        own |= Q(file__course__case=case)
    rows: QuerySet[ComplaintSlip] = ComplaintSlip.objects.filter(
        own, _within({case.division_path})
    )
    return rows.order_by("-pk")


def progress(code: str) -> Progress | None:
    """Tell where the complaint of a code stands; None for a wrong code."""
    index = code_index(code[:LONGEST])
    rows = ComplaintSlip.objects.select_related("organ", "file__course__case")
    found = rows.filter(code_index=index).first() if index else None
    if found is None:
        return None
    received = timezone.localdate(found.received_at)
    organ = found.organ.name if found.organ else ""
    file = getattr(found, "file", None)
    if file is None:
        return Progress(received, organ, "已收到，等待登记")
    return _of_case(file.course.case, received, organ)


def _of_case(case: Case, received: date, organ: str) -> Progress:
    course = Course.objects.get(case=case, track="")
    procedure = PROCEDURES[course.procedure]
    stage = procedure.stages()[course.stage]
    told = procedure.steps()
    acts = Act.objects.filter(course=course).order_by("seq")
    steps = tuple(
        (told[act.step].title, act.occurred_on) for act in acts if act.step in told
    )
    return Progress(
        received,
        organ,
        stage.title,
        case.number,
        stage.final,
        steps,
        _outcome(case),
    )


def _outcome(case: Case) -> str:
    """Give what the latest letter to the sender says."""
    letters = Paper.objects.filter(case=case, code__startswith="CPL-").order_by("-id")
    paper = letters.first()
    said = paper.values.get("said", "") if paper else ""
    return said if isinstance(said, str) else ""


def _within(paths: frozenset[str] | set[str]) -> Q:
    found = Q(pk__in=[])
    for path in sorted(paths):
        found |= Q(division_path=path)
        found |= Q(division_path__gte=f"{path}/", division_path__lt=f"{path}0")
    return found
