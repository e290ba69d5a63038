"""新建案件: which organ, which procedure, and what an item prescribes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from faheng.domains.enforcement.items import Medicine
from faheng.kernel.cases.models import Case
from faheng.kernel.pages.names import titled
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import Procedure, Step
from faheng.web.present.caselist import main_procedures


@dataclass(frozen=True)
class Way:
    """One way of beginning a case: a procedure by one of its opening steps.

    Attributes:
        papers: titles of the papers that the procedure makes.
        why: why it cannot be taken for the chosen item; empty where it can.
    """

    procedure: type[Procedure]
    step: Step
    url: str
    papers: tuple[str, ...]
    why: str = ""


def organs_of(viewer: Viewer) -> frozenset[int]:
    """Organs in which the viewer holds a role that opens some procedure."""
    opening = {role for _, step in _openings() for role in step.roles}
    return frozenset(organ for role, organ in viewer.roles if role in opening)


def _openings() -> list[tuple[type[Procedure], Step]]:
    return [(one, step) for one in main_procedures() for step in one.opening()]


def ways(
    viewer: Viewer, organ_id: int, found: Medicine | None, on: date
) -> tuple[Way, ...]:
    """The ways in which the viewer may begin a case in an organ."""
    return tuple(
        _way(procedure, step, organ_id, found, on)
        for procedure, step in _openings()
        if any(viewer.has(role, organ_id) for role in step.roles)
    )


def _way(
    procedure: type[Procedure],
    step: Step,
    organ_id: int,
    found: Medicine | None,
    on: date,
) -> Way:
    url = reverse("case_open", args=[organ_id, procedure.key, step.key])
    why = ""
    if found is not None:
        url = f"{url}?{urlencode({'item': found.item.pk})}"
        why = _why_not(procedure, step, organ_id, found, on)
    papers = tuple(titled(document) for document in procedure.documents())
    return Way(procedure, step, url, papers, why)


def _why_not(
    procedure: type[Procedure], step: Step, organ_id: int, found: Medicine, on: date
) -> str:
    """Ask the file whether it would take the item."""
    if "item" not in (*step.asks, *step.optional):
        return ""
    case = Case(organ=Organ.objects.get(pk=organ_id), procedure=procedure.key)
    offered = procedure.file.choices("item", case, on)
    if offered is None or offered.filter(pk=found.item.pk).exists():
        return ""
    return gettext("这个事项不适用这个程序，或者不在本单位的权责清单里")


def chosen(organ_ids: Sequence[int], wanted: str, own: int | None) -> int | None:
    """The organ in which a case is begun: the one asked for, or one's own."""
    if wanted.isascii() and wanted.isdigit() and int(wanted) in organ_ids:
        return int(wanted)
    if own in organ_ids:
        return own
    return next(iter(organ_ids), None)
