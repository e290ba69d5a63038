"""The list of works: what is held, of what level, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from faheng.lawbase.models import Version, Work
from faheng.lawbase.status.declare import Status
from faheng.web.present.citing import cited_articles
from faheng.web.present.lawbook.versions import Stand, stand

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
    """Give the works asked for, those that declared work rests on first."""
    found = [_line(work, wanted.on) for work in _found(wanted)]
    kept = [one for one in found if _is_wanted(one, wanted)]
    kept.sort(key=lambda one: (-one.cited, one.stand.work.title))
    lines = tuple(kept[wanted.start : wanted.start + PAGE])
    return Works(lines, len(kept), wanted.start)


def levels() -> list[str]:
    """Give the levels that are held."""
    rows = Work.objects.exclude(level="").values_list("level", flat=True)
    return sorted(set(rows.order_by("level").distinct()))


def _found(wanted: Wanted) -> Iterable[Work]:
    rows = Work.objects.select_related("repealed_by")
    for word in wanted.words.strip("《》").split():
        rows = rows.filter(names__name__icontains=word)
    if wanted.level:
        rows = rows.filter(level=wanted.level)
    held = Version.objects.select_related("repealed_by").order_by("valid_from", "pk")
    return rows.distinct().prefetch_related(Prefetch("versions", held))


def _line(work: Work, on: date) -> WorkLine:
    versions = list(work.versions.all())
    return WorkLine(
        stand(work, on, versions),
        sum(version.held for version in versions),
        sum(cited_articles(work.full_title).values()),
    )


def _is_wanted(line: WorkLine, wanted: Wanted) -> bool:
    status = line.stand.status
    if wanted.status == "force":
        return status in {Status.IN_FORCE, Status.NOT_HELD}
    return not wanted.status or status == _STATUSES.get(wanted.status)


_STATUSES = {
    "missing": Status.NOT_HELD,
    "coming": Status.NOT_YET,
    "repealed": Status.REPEALED,
}
