"""Cases that one organ handles and another takes part in.

The organ that takes part is spoken for by those who lead it: they see the case, and
take the steps that are declared as theirs. Everything else stays the handling
organ's.
"""

from __future__ import annotations

from django.db.models import Q

from faheng.kernel.cases.models import Case, CaseOrgan
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.checks import LEADING
from faheng.kernel.procedures.declare import Part


def led_by(viewer: Viewer) -> list[int]:
    """Return the organs for which a viewer speaks."""
    return sorted({organ for role, organ in viewer.roles if role in LEADING})


def taken_part_in(viewer: Viewer) -> Q:
    """Return the condition that a case is one in which the viewer's organ takes part.

    It matches nothing for who leads no organ, and then costs nothing.
    """
    led = led_by(viewer)
    if not led:
        return Q(pk__in=[])
    return Q(pk__in=CaseOrgan.objects.filter(organ__in=led).values("case"))


def in_scope(viewer: Viewer, case: Case) -> bool:
    """Tell whether a viewer may look into a case: their organ's, or one it is in."""
    if viewer.sees(case.organ_id, case.division_path):
        return True
    led = led_by(viewer)
    if not led:
        return False
    return CaseOrgan.objects.filter(case=case, organ__in=led).exists()


def organs_as(case: Case, part: Part) -> list[Organ]:
    """Return the organs that stand in a part of the case."""
    if part is Part.HANDLING:
        return [case.organ]
    rows = CaseOrgan.objects.filter(case=case, part=part).order_by("id")
    return [row.organ for row in rows.select_related("organ__division")]


def organ_ids_as(case: Case, part: Part) -> list[int]:
    """Return the keys of the organs that stand in a part of the case."""
    if part is Part.HANDLING:
        return [case.organ_id]
    return [organ.pk for organ in organs_as(case, part)]
