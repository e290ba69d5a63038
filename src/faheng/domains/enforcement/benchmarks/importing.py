"""All documents of a folder or workbook, checked against the law and kept."""

from __future__ import annotations

from collections.abc import Iterator

from faheng.domains.enforcement.benchmarks import lawful, queries
from faheng.domains.enforcement.benchmarks.checks import Asking
from faheng.domains.enforcement.benchmarks.drafts import DraftBenchmark, DraftList
from faheng.domains.enforcement.benchmarks.keeping import (
    Kept,
    NotKept,
    Place,
    keep_benchmark,
    keep_list,
)
from faheng.domains.enforcement.benchmarks.sources import Gathered

ASKING = Asking(queries.law_in_force, lawful.statutory, lawful.kinds)
"""The checks ask the law base, the catalogue and the confirmed readings."""

Draft = DraftBenchmark | DraftList


def keep_all(found: Gathered, place: Place) -> Iterator[tuple[Draft, Kept | NotKept]]:
    """Check and keep each document; one that is not kept stops no other."""
    drafts: list[Draft] = [*found.benchmarks, *found.lists]
    for draft in drafts:
        try:
            yield draft, _keep(draft, place)
        except NotKept as problem:
            yield draft, problem


def _keep(draft: Draft, place: Place) -> Kept:
    if isinstance(draft, DraftList):
        return keep_list(draft, place)
    return keep_benchmark(draft, place, ASKING)
