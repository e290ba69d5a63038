"""The lists of codes that the kernel keeps: organs and divisions."""

from __future__ import annotations

from collections.abc import Iterable

from faheng.kernel.feeds.declare import CODE_LISTS
from faheng.kernel.parties.models import Division, Organ

ORGANS, DIVISIONS = "organs", "divisions"


def _organs() -> Iterable[str]:
    """An organ is named by its code or its credit code."""
    for code, uscc in Organ.objects.values_list("code", "uscc"):
        yield code
        if uscc:
            yield uscc


def _divisions() -> Iterable[str]:
    return Division.objects.values_list("code", flat=True)


CODE_LISTS.add(ORGANS, _organs)
CODE_LISTS.add(DIVISIONS, _divisions)


def codes_of(which: str) -> Iterable[str]:
    """Give the codes of a list that a column names."""
    return CODE_LISTS[which]()
