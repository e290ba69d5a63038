"""Lists of cases, read by cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from faheng.kernel.cases.models import Case
from faheng.kernel.cases.queries.scope import seen
from faheng.kernel.parties.queries import Viewer

PAGE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list that is read by cursor, never by number."""

    rows: list[Any]
    after: int | None


@dataclass(frozen=True)
class Search:
    """What a list of cases is narrowed to.

    Attributes:
        words: found in number, title, party or matter.
        mine: only cases the viewer handles.
    """

    words: str = ""
    stage: str = ""
    procedure: str = ""
    mine: bool = False
    open_only: bool = False
    organ_id: int | None = None


def cases(
    viewer: Viewer, search: Search, after: int | None = None, most: int = PAGE
) -> Page:
    """Return a page of cases, newest first, beginning after a page's `after`."""
    rows = _searched(viewer, search).select_related("organ")
    return _page(rows, after, most)


def counts(viewer: Viewer, search: Search, most: int = 1000) -> int:
    """Count the cases of a search, up to a limit."""
    return len(_searched(viewer, search).values_list("pk")[:most])


def _searched(viewer: Viewer, search: Search) -> QuerySet[Case]:
    rows: QuerySet[Case] = Case.objects.filter(seen(viewer))
    if search.words:
        rows = rows.filter(_words(search.words))
    if search.stage:
        rows = rows.filter(stage=search.stage)
    if search.procedure:
        rows = rows.filter(procedure=search.procedure)
    if search.open_only:
        rows = rows.filter(ended_on__isnull=True)
    if search.organ_id:
        rows = rows.filter(organ=search.organ_id)
    if search.mine:
        rows = rows.filter(
            caseofficer_rows__person=viewer.person_id,
            caseofficer_rows__until_on__isnull=True,
        ).distinct()
    return rows


def _words(words: str) -> Q:
    found = Q()
    for word in words.split():
        found &= (
            Q(number__icontains=word)
            | Q(title__icontains=word)
            | Q(party_name__icontains=word)
            | Q(matter__icontains=word)
        )
    return found


def _page(rows: QuerySet[Any], after: int | None, most: int = PAGE) -> Page:
    ordered = rows.order_by("-id")
    if after:
        ordered = ordered.filter(pk__lt=after)
    found = list(ordered[: most + 1])
    more = len(found) > most
    return Page(found[:most], found[most - 1].pk if more else None)
