"""What citations of other statutes meant on the day of the citing text.

Looked up after an import, since the cited statute may come in after the citing one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Q

from faheng.lawbase.actions.statistics import tell_planner
from faheng.lawbase.models import (
    CitationTarget,
    TargetOutcome,
    TitleSeen,
    Unit,
    Version,
    Work,
    WorkName,
)

LOT = 500
BULK = 20
"""From so many statutes on, PostgreSQL's planner must learn of them at once."""
LONGEST = 200
Some = TypeVar("Some")


@dataclass(frozen=True, slots=True)
class Open:
    """A target to look up: its law, its place, and the day it was cited on."""

    key: int
    law: str
    address: str
    on: date | None


@dataclass(slots=True)
class Meant:
    """What a target meant."""

    work: int | None
    version: int | None
    outcome: TargetOutcome


@transaction.atomic
def link(works: Collection[int]) -> int:
    """Look up what citations in or of some statutes mean; how many there were."""
    if len(works) >= BULK:
        tell_planner("lawbase_")
    wanted = list(dict.fromkeys(_open(works)))
    held = _versions({one.law for one in wanted})
    meant = {one.key: _meant(one, *held.get(one.law, (None, ()))) for one in wanted}
    units = _units((meant[one.key].version, one.address) for one in wanted)
    rows = []
    for one in wanted:
        found = meant[one.key]
        unit = units.get((found.version, one.address)) if found.version else None
        if found.outcome is TargetOutcome.RESOLVES and unit is None:
            found.outcome = TargetOutcome.NO_SUCH
        rows.append((found.work, unit, found.outcome.value, one.key))
    with connection.cursor() as cursor:
        cursor.executemany(
            "update lawbase_citationtarget"
            " set work_id = %s, unit_id = %s, outcome = %s where id = %s",
            rows,
        )
    return len(rows)


@transaction.atomic
def note_named(named: dict[str, date]) -> None:
    """Keep since when at the latest there is a statute of each title."""
    titles = [title for title in named if 0 < len(title) <= LONGEST]
    for some in _lots(titles):
        held = {one.title: one for one in TitleSeen.objects.filter(title__in=some)}
        later = [held[one] for one in some if one in held and named[one] < held[one].on]
        for row in later:
            row.on = named[row.title]
        TitleSeen.objects.bulk_update(later, ["on"])
        TitleSeen.objects.bulk_create([
            TitleSeen(title=one, on=named[one]) for one in some if one not in held
        ])


def _open(works: Collection[int]) -> Iterator[Open]:
    """The targets in or of some statutes that are not of the own statute."""
    for some in _lots(list(works)):
        names = list(
            WorkName.objects.filter(work__in=some).values_list("name", flat=True)
        )
        for part in (Q(citation__unit__version__work__in=some), Q(law__in=names)):
            rows = CitationTarget.objects.filter(part, own=False).values_list(
                "pk",
                "law",
                "address",
                "citation__unit__version__valid_from",
                "citation__unit__version__adopted_on",
            )
            for key, law, address, begins, adopted in rows.order_by():
                yield Open(key, law, address, begins or adopted)


Held = tuple[Work, tuple[Version, ...]]


def _versions(laws: set[str]) -> dict[str, Held]:
    """The statutes of some names with their versions, oldest first."""
    found: dict[str, Held] = {}
    for some in _lots(sorted(laws)):
        names = WorkName.objects.filter(name__in=some).select_related("work")
        by_work = defaultdict(list)
        for version in Version.objects.filter(work__names__name__in=some).distinct():
            by_work[version.work_id].append(version)
        for one in names:
            found[one.name] = (one.work, tuple(by_work[one.work_id]))
    return found


def _meant(one: Open, work: Work | None, versions: Iterable[Version]) -> Meant:
    """The version that a target is in, or why there is none."""
    if work is None:
        return Meant(None, None, TargetOutcome.NOT_HELD)
    on = one.on or date.max
    begun = [version for version in versions if (version.valid_from or date.min) <= on]
    if not begun:
        held = any(version.held for version in versions)
        outcome = TargetOutcome.NOT_YET if held else TargetOutcome.NOT_HELD
        return Meant(work.pk, None, outcome)
    last = max(
        begun, key=lambda row: (row.valid_from or date.min, row.adopted_on or date.min)
    )
    if last.valid_to and last.valid_to <= on:
        return Meant(work.pk, None, TargetOutcome.REPEALED)
    if not last.held:
        return Meant(work.pk, None, TargetOutcome.NOT_HELD)
    return Meant(work.pk, last.pk, TargetOutcome.RESOLVES)


def _units(
    wanted: Iterable[tuple[int | None, str]],
) -> dict[tuple[int | None, str], int]:
    """The units at some places of some versions."""
    by_version: defaultdict[int, set[str]] = defaultdict(set)
    for version, address in wanted:
        if version:
            by_version[version].add(address)
    found: dict[tuple[int | None, str], int] = {}
    for version, places in by_version.items():
        for some in _lots(sorted(places)):
            rows = Unit.objects.filter(version=version, address__in=some)
            for key, address in rows.values_list("pk", "address").order_by():
                found[version, address] = key
    return found


def _lots(found: list[Some]) -> Iterator[list[Some]]:
    """A list in portions that fit a statement."""
    for start in range(0, len(found), LOT):
        yield found[start : start + LOT]
