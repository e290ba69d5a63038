"""Benchmarks and lists whose provisions have other words now than when they were made.

That a provision still stands is not enough: an article that was reworded, moved or
split since is found by its lineage, not by its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from faheng.domains.enforcement.resting import Resting
from faheng.lawbase.models import Lineage, LineageKind, SuggestionState, UnitKind

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Reworded:
    """What became of an article since a document was made.

    Attributes:
        law: title of the law, as it is cited.
        since: the day of the version that changed it.
        became: what became of it, in a word.
        now: label of the article that it became; empty where it was deleted.
    """

    law: str
    since: date
    became: str
    now: str = ""

    @property
    def sentence(self) -> str:
        """What its owner reads."""
        moved = f"，现为{self.now}" if self.now else ""
        return f"《{self.law}》{self.since}起的版本：{self.became}{moved}"


def reworded(rows: Iterable[Resting], day: date) -> dict[Resting, Reworded]:
    """Give the rows whose article a version changed after the document was made.

    Args:
        rows: what rests on provisions; those without a day of their own are left.
        day: versions that begin later do not count.
    """
    dated = [row for row in rows if row.begun and row.reference.article]
    changes = _changes({row.reference.law for row in dated}, day)
    found: dict[Resting, Reworded] = {}
    for row in dated:
        at = row.reference.law, row.reference.article, row.reference.suffix
        later = [one for one in changes[at] if row.begun and one.since > row.begun]
        if later:
            found[row] = min(later, key=lambda one: one.since)
    return found


def _changes(laws: set[str], day: date) -> defaultdict[Place, list[Reworded]]:
    """Give what became of the articles of some laws, by the number they had."""
    rows = (
        Lineage.objects
        .filter(
            ~Q(kind=LineageKind.SAME) | Q(renumbered=True),
            later__work__names__name__in=laws,
            later__valid_from__lte=day,
            before__kind=UnitKind.ARTICLE,
        )
        .exclude(state=SuggestionState.REJECTED)
        .values_list(
            "later__work__names__name",
            "before__article",
            "before__article_suffix",
            "later__valid_from",
            "kind",
            "after__label",
        )
    )
    found: defaultdict[Place, list[Reworded]] = defaultdict(list)
    for law, number, suffix, since, kind, label in rows:
        if since is not None and law in laws:
            became = str(LineageKind(kind).label)
            one = Reworded(law, since, became, label or "")
            found[law, number or 0, suffix or 0].append(one)
    return found
