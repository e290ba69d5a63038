"""Suggesting where the units of later versions come from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from django.db import transaction
from django.db.models import Count, Q

from faheng.lawbase.actions.bulk import insert
from faheng.lawbase.drafting.comparing import folded
from faheng.lawbase.matching.lineage import Descent, Part, descent
from faheng.lawbase.models import Lineage, SuggestionState, Unit, Version, Work
from faheng.lawbase.queries.views import UnitView, flat, nested

LINEAGE = ("later", "before", "after", "kind", "renumbered", "score", "state")
ALL_AT_ONCE = 500


def trace(works: Collection[int]) -> None:
    """Suggest the lineage between the held versions of some statutes."""
    for earlier, later in _consecutive(sorted(works)):
        if not _is_traced(earlier, later):
            retrace(earlier, later)


def _consecutive(works: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The held versions of each statute, two by two in their order."""
    held = Count("versions", filter=Q(versions__held=True))
    for start in range(0, len(works), ALL_AT_ONCE):
        some = works[start : start + ALL_AT_ONCE]
        many = Work.objects.filter(pk__in=some).annotate(n=held).filter(n__gt=1)
        for work in many:
            rows = Version.objects.filter(work=work, held=True)
            yield from pairwise(rows.values_list("pk", flat=True))


@transaction.atomic
def retrace(earlier: int, later: int) -> int:
    """Suggest the lineage between two versions anew; what people said stays."""
    Lineage.objects.filter(later=later, state=SuggestionState.SUGGESTED).delete()
    kept = list(Lineage.objects.filter(later=later).values_list("before", "after"))
    sources = {before for before, _ in kept if before}
    targets = {after for _, after in kept if after}
    rows = [
        (later, one.before, one.after, one.became.value, one.renumbered, one.score,
         SuggestionState.SUGGESTED.value)
        for one in descent(_parts(earlier), _parts(later))
        if not _is_answered(one, sources, targets)
    ]  # fmt: skip
    insert(Lineage, LINEAGE, rows)
    return len(rows)


def _is_answered(one: Descent, sources: set[int], targets: set[int]) -> bool:
    """Whether people have said where a unit comes from, or what became of it."""
    if one.after is None:
        return one.before in sources
    return one.after in targets


def _is_traced(earlier: int, later: int) -> bool:
    """Whether the later version has a lineage from that earlier one."""
    return Lineage.objects.filter(later=later, before__version=earlier).exists()


def _parts(version: int) -> tuple[Part, ...]:
    """The articles of a version with their paragraphs and items."""
    rows = Unit.objects.filter(version=version, article__isnull=False)
    return _as_parts(nested(flat(rows)))


def _as_parts(units: Iterable[UnitView]) -> tuple[Part, ...]:
    """Units to pair, their words folded: a comma of another width is no change."""
    return tuple(
        Part(
            one.id,
            one.address.rpartition("/")[2],
            folded(one.full_text),
            _as_parts(one.parts),
        )
        for one in units
    )


def retrace_around(version: int) -> None:
    """Suggest anew where a version's units come from, and what became of them."""
    row = Version.objects.get(pk=version)
    held = list(
        Version.objects.filter(work=row.work_id, held=True).values_list("pk", flat=True)
    )
    for earlier, later in pairwise(held):
        if version in {earlier, later}:
            retrace(earlier, later)
