"""Which cases use an entry of a register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from faheng.kernel.cases.models import Case, CaseFile, CaseRow
from faheng.kernel.cases.queries.scope import seen
from faheng.kernel.parties.queries import Viewer

MOST = 10
AT_LEAST = 1000


@dataclass(frozen=True)
class Uses:
    """The cases that use something, as far as the viewer sees them.

    Attributes:
        count: how many; `more` where there are more than are counted.
        cases: the newest of them.
    """

    count: int = 0
    more: bool = False
    cases: tuple[Case, ...] = ()


def uses_of(model: type[Model], keys: Sequence[int], viewer: Viewer) -> Uses:
    """Find the cases whose organ, file or rows point at rows of a table."""
    pointing = [_pointing(one, keys) for one in _relations(model)]
    if not pointing:
        return Uses()
    meant = pointing[0]
    for other in pointing[1:]:
        meant |= other
    rows: QuerySet[Case] = Case.objects.filter(meant, seen(viewer))
    counted = len(rows.values_list("pk")[: AT_LEAST + 1])
    newest = rows.select_related("organ").order_by("-id")[:MOST]
    return Uses(min(counted, AT_LEAST), counted > AT_LEAST, tuple(newest))


def _relations(model: type[Model]) -> list[Any]:
    found = []
    for one in model._meta.get_fields(include_hidden=True):  # noqa: SLF001
        if not one.is_relation or not (one.one_to_many or one.one_to_one):
            continue
        other = one.related_model
        if isinstance(other, type) and issubclass(other, (Case, CaseFile, CaseRow)):
            found.append(one)
    return found


def _pointing(relation: Any, keys: Sequence[int]) -> Q:
    table: type[Model] = relation.related_model
    rows: QuerySet[Model] = QuerySet(table).filter(**{
        f"{relation.field.name}__in": list(keys)
    })
    if issubclass(table, Case):
        return Q(pk__in=rows.values("pk"))
    held = "course__case" if issubclass(table, CaseFile) else "case"
    return Q(pk__in=rows.values(held))
