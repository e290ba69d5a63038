"""What is inside a viewer's scope, and what is not there for them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.models import Case, Clock, Course, Evidence, Paper, Upload
from faheng.kernel.cases.taking_part import in_scope, taken_part_in
from faheng.kernel.parties.queries import Viewer

LONG = 18
"""No key has as many figures."""


def visible(viewer: Viewer) -> Q:
    """Return the condition that a case (or a row beside it) is in scope."""
    found = Q(organ_id__in=sorted(viewer.organ_ids))
    for path in sorted(viewer.division_paths):
        # "0" follows "/" in ASCII: the range holds all that starts with "path/".
        found |= Q(division_path=path)
        found |= Q(division_path__gte=f"{path}/", division_path__lt=f"{path}0")
    return found


def seen(viewer: Viewer) -> Q:
    """Return the condition that a case is in scope, or that one's organ is in it."""
    return visible(viewer) | taken_part_in(viewer)


def case(viewer: Viewer, case_id: int) -> Case:
    """Return a case.

    Raises:
        Unseen: there is none, or it is outside the viewer's scope.
    """
    found = Case.objects.select_related("organ").filter(pk=case_id).first()
    return _seen(viewer, found)


def course(viewer: Viewer, course_id: int) -> Course:
    """Return a course with its case, under the same scope."""
    rows = Course.objects.select_related("case__organ")
    found = rows.filter(pk=course_id).first()
    _seen(viewer, found.case if found else None)
    if found is None:
        raise Unseen
    return found


def paper(viewer: Viewer, paper_id: int) -> Paper:
    """Return a paper, under the scope of its case."""
    rows = Paper.objects.select_related("case__organ", "course", "act__actor")
    found = rows.filter(pk=paper_id).first()
    _seen(viewer, found.case if found else None)
    if found is None:
        raise Unseen
    return found


def clock(viewer: Viewer, clock_id: int) -> Clock:
    """Return a clock, under the scope of its case."""
    rows = Clock.objects.select_related("case__organ", "course", "started_by")
    found = rows.filter(pk=clock_id).first()
    _seen(viewer, found.case if found else None)
    if found is None:
        raise Unseen
    return found


def evidence_file(viewer: Viewer, evidence_id: int) -> Evidence:
    """Return a piece of evidence with its file, under the scope of its case."""
    rows = Evidence.objects.select_related("case", "upload")
    found = rows.filter(pk=evidence_id).first()
    _seen(viewer, found.case if found else None)
    if found is None or found.upload is None:
        raise Unseen
    return found


def brought(viewer: Viewer, upload: str | int) -> bool:
    """Tell whether a file came in by the viewer's own hand."""
    number = str(upload)
    if not (number.isascii() and number.isdigit() and len(number) < LONG):
        return False
    return Upload.objects.filter(pk=number, by=viewer.person_id).exists()


def uploads(keys: Collection[int]) -> dict[int, Upload]:
    """Return files by key; for a form that holds them already."""
    return Upload.objects.in_bulk(keys)


def _seen(viewer: Viewer, of: Case | None) -> Case:
    if of is None or not in_scope(viewer, of):
        raise Unseen
    return of
