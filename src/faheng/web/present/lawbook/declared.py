"""What the declarations of the program rest on, and whether it still stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from faheng.kernel.law.declare import Citation
from faheng.lawbase.models import TargetOutcome, Version
from faheng.lawbase.queries import Checked, Reference, check
from faheng.lawbase.status.declare import key
from faheng.web.present import citing
from faheng.web.present.citing import Citing
from faheng.web.present.lawbook import places
from faheng.web.present.lawbook.history import Change, changes_of
from faheng.web.present.lawbook.versions import begins
from faheng.web.words import full_date

HIT = "hit"
SHOWN = ("hit", "wrong", "changed", "missing", "all")
Numbers = tuple[int, int]


@dataclass(frozen=True)
class Since:
    """What a version later than the one declared did to an article."""

    change: Change
    on: date
    impact_url: str
    is_to_come: bool


@dataclass(frozen=True)
class Ground:
    """A provision that declarations rest on, and how it stands."""

    citation: Citation
    url: str
    declared: tuple[Citing, ...]
    checked: Checked
    since: tuple[Since, ...]

    @property
    def state(self) -> str:
        """Choose the kind of row: wrong, changed, missing or right."""
        if self.checked.is_wrong:
            return "wrong"
        if self.since:
            return "changed"
        is_held = self.checked.outcome is not TargetOutcome.NOT_HELD
        return "right" if is_held else "missing"

    @property
    def word(self) -> str:
        """Say how it stands."""
        since, by = self.checked.since, self.checked.by
        words = {
            TargetOutcome.RESOLVES: gettext("今天有效"),
            TargetOutcome.NOT_HELD: gettext("文本没有收，无从核对"),
            TargetOutcome.NOT_YET: gettext("尚未施行"),
            TargetOutcome.REPEALED: gettext("已废止"),
            TargetOutcome.NO_SUCH: gettext("今天的文本里没有这一处"),
        }
        said = words[self.checked.outcome]
        if since:
            said += gettext("，自 %(on)s") % {"on": full_date(since)}
        return said + (f"（《{by}》）" if by else "")


@dataclass(frozen=True)
class Grounds:
    """All provisions that declarations rest on."""

    rows: tuple[Ground, ...]

    def count(self, state: str) -> int:
        """How many stand so."""
        return sum(one.state == state for one in self.rows)

    @property
    def counts(self) -> dict[str, int]:
        """How many stand in each way, and how many declarations they carry."""
        found = {state: self.count(state) for state in ("wrong", "changed", "missing")}
        return found | {"all": len(self.rows)}

    def shown(self, show: str) -> tuple[Ground, ...]:
        """The rows asked for, what is wrong first."""
        wanted = {"hit": {"wrong", "changed"}, "all": None}.get(show, {show})
        kept = [one for one in self.rows if wanted is None or one.state in wanted]
        order = ("wrong", "changed", "missing", "right")
        kept.sort(key=lambda one: order.index(one.state))
        return tuple(kept)


def grounds(today: date) -> Grounds:
    """Look every provision up that a declaration cites.

    A statute declared for days that are over is looked up on the last of them.
    """
    declared = citing.declared()
    checked = _checked(declared, today)
    later = _later({one.statute.full_title for one in declared})
    touched = _touched(later)
    rows = [
        Ground(
            citation,
            _url(citation),
            things,
            checked[citation],
            tuple(_since(citation, later, touched, today)),
        )
        for citation, things in declared.items()
    ]
    rows.sort(key=lambda one: (one.citation.statute.short, _numbers(one.citation)))
    return Grounds(tuple(rows))


def _checked(declared: Iterable[Citation], today: date) -> dict[Citation, Checked]:
    by_day: defaultdict[date, list[Citation]] = defaultdict(list)
    for one in declared:
        last = one.statute.until or date.max
        by_day[min(max(today, one.statute.since), last)].append(one)
    found: dict[Citation, Checked] = {}
    for day, some in by_day.items():
        answers = check(map(_reference, some), day)
        found |= {one: answers[_reference(one)] for one in some}
    return found


def _reference(one: Citation) -> Reference:
    return Reference(
        one.statute.full_title, one.article, one.suffix, one.para, one.item
    )


def _numbers(one: Citation) -> Numbers:
    return one.article, one.suffix


def _later(titles: set[str]) -> dict[str, list[Version]]:
    """The versions held of some laws, oldest first, by the bare title."""
    rows = Version.objects.filter(held=True, work__title__in=map(key, titles))
    found: defaultdict[str, list[Version]] = defaultdict(list)
    for version in sorted(rows.select_related("work"), key=begins):
        found[version.work.title].append(version)
    return found


Touched = Mapping[int, Mapping[Numbers, list[Change]]]


def _touched(later: Mapping[str, list[Version]]) -> Touched:
    """What each version but the first did to the articles of the one before."""
    versions = [one for some in later.values() for one in some[1:]]
    return {one.version.pk: _by_article(one.changes) for one in changes_of(versions)}


def _by_article(changes: Iterable[Change]) -> dict[Numbers, list[Change]]:
    found: defaultdict[Numbers, list[Change]] = defaultdict(list)
    for one in changes:
        if one.before is not None and one.before.article:
            found[one.before.article, one.before.article_suffix].append(one)
    return found


def _since(
    citation: Citation,
    later: Mapping[str, list[Version]],
    touched: Touched,
    today: date,
) -> Iterator[Since]:
    """What became of an article in the versions after the one declared."""
    statute, at = citation.statute, _numbers(citation)
    for version in later.get(key(statute.full_title), ()):
        first = begins(version)
        if first <= statute.since or (statute.until and first > statute.until):
            continue
        changes = touched.get(version.pk, {}).get(at, [])
        url = reverse("law_change", args=[version.pk])
        yield from (Since(one, first, url, first > today) for one in changes)
        after = changes[0].after if changes else None
        if after is not None and after.article:
            at = after.article, after.article_suffix


def _url(citation: Citation) -> str:
    place = f"a{places.slug(*_numbers(citation))}"
    place += f"/p{citation.para}" if citation.para else ""
    place += f"/i{citation.item}" if citation.item else ""
    return places.article_url(citation.statute.full_title, place)
