"""What acts entered afterwards lacked, and a later act of their course brought."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from faheng.kernel.cases.forms import Cleaned, adds_of, row_name
from faheng.kernel.cases.models import Act, Defect
from faheng.kernel.procedures.declare import PROCEDURES, Adds

MISSING = "missing"


def mend(act: Act, cleaned: Cleaned) -> None:
    """Note which missing facts of a course an act has brought.

    Args:
        act: what is being recorded; what it lacks itself is noted afterwards.
        cleaned: what it was given.
    """
    brought = [name for name, value in cleaned.given.items() if value]
    if not brought or not _anything_lacks(act):
        return
    lacking = Defect.objects.filter(
        case=act.case_id,
        course=act.course_id,
        condition=MISSING,
        field__in=brought,
        mended__isnull=True,
    ).select_related("act")
    mended = [defect.pk for defect in lacking if _is_there(defect, act)]
    if mended:
        Defect.objects.filter(pk__in=mended).update(mended=act)


def _anything_lacks(act: Act) -> bool:
    """Ask in the shortest way: hardly any act has anything to mend."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM cases_defect WHERE case_id = %s AND condition = %s "
            "AND mended_id IS NULL LIMIT 1",
            [act.case_id, MISSING],
        )
        return cursor.fetchone() is not None


def _is_there(defect: Defect, act: Act) -> bool:
    """Tell whether a fact is there; of rows there must be as many as were asked for."""
    rows = next(_asked(defect, act), None)
    if rows is None:
        return True
    return bool(rows.model.objects.filter(course=act.course_id).count() >= rows.least)


def _asked(defect: Defect, act: Act) -> Iterator[Adds]:
    step = PROCEDURES[act.course.procedure].steps().get(defect.act.step)
    if step is not None:
        yield from (a for a in adds_of(step) if row_name(a.model) == defect.field)
