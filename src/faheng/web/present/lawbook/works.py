"""The list of works: what is held, of what level, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch

from faheng.lawbase.models import Version, Work, WorkName
from faheng.lawbase.status.declare import Status
from faheng.web.present.citing import cited_laws
from faheng.web.present.lawbook.versions import Stand, stand, status_on

PAGE = 100


@dataclass(frozen=True)
class Wanted:
    """Which works are asked for, and as of which day."""

    on: date
    words: str = ""
    level: str = ""
    status: str = ""
    start: int = 0


@dataclass(frozen=True)
class WorkLine:
    """A work of the list."""

    stand: Stand
    held: int
    cited: int


@dataclass(frozen=True)
class Works:
    """One page of the list."""

    lines: tuple[WorkLine, ...]
    count: int
    start: int

    @property
    def next_start(self) -> int | None:
        """Where the next page begins."""
        after = self.start + len(self.lines)
        return after if after < self.count else None

    @property
    def previous_start(self) -> int | None:
        """Where the page before begins."""
        return max(self.start - PAGE, 0) if self.start else None


def works(wanted: Wanted) -> Works:
    """Give the works asked for, those that declared work rests on first.

    All are put in order by what is short; only those of the page are read whole.
    """
    cited = cited_laws()
    found = list(_found(wanted))
    if wanted.status:
        kept = _of_status(wanted)
        found = [row for row in found if row[0] in kept]
    found.sort(key=lambda row: (-cited.get(row[2], 0), row[1]))
    shown = [pk for pk, _, _ in found[wanted.start : wanted.start + PAGE]]
    held = Version.objects.select_related("repealed_by").order_by("valid_from", "pk")
    rows = Work.objects.select_related("repealed_by")
    by_key = rows.prefetch_related(Prefetch("versions", held)).in_bulk(shown)
    lines = tuple(_line(by_key[pk], wanted.on, cited) for pk in shown)
    return Works(lines, len(found), wanted.start)


def levels() -> list[str]:
    """Give the levels that are held."""
    rows = Work.objects.exclude(level="").values_list("level", flat=True)
    return sorted(set(rows.order_by("level").distinct()))


def _found(wanted: Wanted) -> Iterable[tuple[int, str, str]]:
    rows = Work.objects.order_by()
    for word in wanted.words.strip("《》").split():
        named = WorkName.objects.filter(name__icontains=word).values("work")
        rows = rows.filter(pk__in=named)
    if wanted.level:
        rows = rows.filter(level=wanted.level)
    return rows.values_list("pk", "title", "full_title")


class _Dates(NamedTuple):
    """The days of a version."""

    adopted_on: date | None
    valid_from: date | None
    valid_to: date | None
    held: bool


def _of_status(wanted: Wanted) -> set[int]:
    """The works that stood as asked for on the day."""
    repealed = dict(Work.objects.order_by().values_list("pk", "repealed_on"))
    versions: dict[int, list[_Dates]] = {pk: [] for pk in repealed}
    rows = Version.objects.order_by("pk").values_list("work", *_Dates._fields)
    for work, *days in rows:
        versions[work].append(_Dates(*days))
    return {
        pk
        for pk, dates in versions.items()
        if _is_wanted(status_on(dates, repealed[pk], wanted.on), wanted)
    }


def _line(work: Work, on: date, cited: Mapping[str, int]) -> WorkLine:
    versions = list(work.versions.all())
    return WorkLine(
        stand(work, on, versions),
        sum(version.held for version in versions),
        cited.get(work.full_title, 0),
    )


def _is_wanted(status: Status, wanted: Wanted) -> bool:
    if wanted.status == "force":
        return status in {Status.IN_FORCE, Status.NOT_HELD}
    return status == _STATUSES.get(wanted.status)


_STATUSES = {
    "missing": Status.NOT_HELD,
    "coming": Status.NOT_YET,
    "repealed": Status.REPEALED,
}
