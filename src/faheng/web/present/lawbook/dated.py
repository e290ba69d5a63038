"""Whether what a citation meant on its day is still worded so today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from faheng.lawbase.models import CitationTarget, Lineage, Unit, Version, Work
from faheng.web.present.lawbook.places import article_url
from faheng.web.present.lawbook.versions import begins


def changed_since(
    targets: Sequence[CitationTarget], own: Work, today: date
) -> dict[int, str]:
    """Give, by target, the page that sets the wording then beside a later one.

    Only for targets whose version then is not that of today, and whose article has
    other words now or has gone; an article that was only renumbered has not changed.
    """
    meant = [one for one in targets if one.unit is not None]
    newer = _newer({one.unit.version for one in meant if one.unit}, today)
    kept = [one for one in meant if one.unit and newer.get(one.unit.version_id)]
    changed = _changed(kept, newer)
    return {
        one.pk: article_url(
            (own if one.own or one.work is None else one.work).full_title,
            one.unit.address,
            begins(one.unit.version),
            **{"view": "words", "with": newer[one.unit.version_id][-1]},
        )
        for one in kept
        if one.unit and one.pk in changed
    }


def _newer(versions: set[Version], today: date) -> dict[int, list[int]]:
    """The versions of the same works, held and begun since, by each version."""
    if not versions:
        return {}
    rows = Version.objects.filter(
        work__in={one.work_id for one in versions}, held=True, valid_from__lte=today
    )
    found = sorted(rows, key=begins)
    return {
        one.pk: [
            row.pk
            for row in found
            if row.work_id == one.work_id and begins(row) > begins(one)
        ]
        for one in versions
    }


def _changed(
    targets: Sequence[CitationTarget], newer: dict[int, list[int]]
) -> set[int]:
    """The targets whose article was given other words by a later version."""
    units = [one.unit for one in targets if one.unit]
    later = {pk for unit in units for pk in newer[unit.version_id]}
    if not later:
        return set()
    told = set(
        Lineage.objects
        .filter(later__in=later)
        .exclude(kind__in=("same", "renumbered", "moved"))
        .exclude(state="rejected")
        .filter(_articles(units))
        .values_list("before__version", "before__article", "before__article_suffix")
    )
    return {
        one.pk
        for one in targets
        if one.unit
        and (one.unit.version_id, one.unit.article, one.unit.article_suffix) in told
    }


def _articles(units: Sequence[Unit]) -> Q:
    """The condition that a row tells of the article of one of some units."""
    found = Q(pk__in=[])
    for unit in units:
        found |= Q(
            before__version=unit.version_id,
            before__article=unit.article,
            before__article_suffix=unit.article_suffix,
            before__kind="article",
        )
    return found
