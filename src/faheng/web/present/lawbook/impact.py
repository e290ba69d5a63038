"""What a change of a law touches: items, benchmarks, declarations, by their owners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext

from faheng.domains.enforcement.models import OnTheSpotFile, PenaltyFile
from faheng.domains.enforcement.registers import Power
from faheng.domains.enforcement.resting import Resting, Sort, resting_on
from faheng.lawbase.models import Version, Work
from faheng.web.present.citing import Citing, citing, citing_law
from faheng.web.present.lawbook.history import Change, changes_made
from faheng.web.present.lawbook.versions import begins

_REGISTERS = {
    Sort.ITEM: "items",
    Sort.BENCHMARK: "benchmarks",
    Sort.LIST: "discretion_lists",
}
Numbers = tuple[int, int]


@dataclass(frozen=True)
class Touched:
    """Something that rests on an article that changed.

    Attributes:
        citation: as it cites the article.
        changes: what became of the article.
        cases: how many open cases rest on it.
    """

    sort: str
    title: str
    code: str
    url: str
    citation: str
    changes: tuple[Change, ...]
    cases: int = 0

    @property
    def words(self) -> str:
        """What became of the article, and where it is now."""
        return "；".join(
            one.word + (f" → {one.after.label}" if one.after else "")
            for one in self.changes
        )


@dataclass
class Owner:
    """Who must look at what was touched."""

    names: tuple[str, ...]
    rows: list[Touched] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The names of those to whom the same is to be told."""
        return "、".join(self.names)


@dataclass(frozen=True)
class Declared:
    """A declaration of the program that cites an article that changed."""

    citing: Citing
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Impact:
    """Everything that one version of a law touches.

    Attributes:
        articles: how many articles of the version before did not stay.
        repealed: the laws that it ended.
    """

    version: Version
    owners: tuple[Owner, ...]
    declared: tuple[Declared, ...]
    articles: int
    repealed: tuple[Work, ...] = ()

    @property
    def count(self) -> int:
        """How many things rest on what changed, each counted once."""
        return len({row.url + row.citation for one in self.owners for row in one.rows})


def impact(version: Version, title: str, names: Sequence[str], today: date) -> Impact:
    """Say what a version of a law touches of what is in force today.

    Args:
        version: the later version.
        title: full title of the law, as declarations cite it.
        names: the names under which lists cite it.
        today: the day whose items and benchmarks are meant.
    """
    touched = _touched(version)
    repealed = tuple(version.work.repeals.filter(repealed_on=version.valid_from))
    day = max(today, begins(version))
    found = [
        (one, tuple(touched[key]))
        for one in resting_on(day, set(names))
        if (key := (one.reference.article, one.reference.suffix)) in touched
    ]
    declared = [
        Declared(one, tuple(changes))
        for key, changes in touched.items()
        for one in citing(title, *key)
    ]
    for work in repealed:
        gone = (_ended(),)
        found += [(one, gone) for one in resting_on(day, {work.title, work.full_title})]
        declared += [Declared(one, gone) for one in citing_law(work.full_title)]
    return Impact(
        version, _owners(found, today), tuple(declared), len(touched), repealed
    )


def _ended() -> Change:
    """What became of an article whose whole law was repealed."""
    return Change(0, "", gettext("已废止"), "late", None, None, 1.0, "")


def _touched(version: Version) -> dict[Numbers, list[Change]]:
    """What became of the articles of the version before that did not stay."""
    made = changes_made(version)
    found: dict[Numbers, list[Change]] = {}
    for change in made.changes if made else ():
        if change.before is not None and change.before.article:
            key = change.before.article, change.before.article_suffix
            found.setdefault(key, []).append(change)
    return found


def _owners(
    found: Sequence[tuple[Resting, tuple[Change, ...]]], today: date
) -> tuple[Owner, ...]:
    items = {one.key for one, _ in found if one.sort is Sort.ITEM}
    holders = _holders({one.code for one, _ in found if one.sort is Sort.ITEM}, today)
    cases = _open_cases(items)
    owners: dict[str, Owner] = {}
    for one, changes in found:
        row = _row(one, changes, cases)
        for name in holders.get(one.code) or [one.owner or _nobody(one)]:
            owner = owners.setdefault(name, Owner((name,)))
            if row not in owner.rows:
                owner.rows.append(row)
    return tuple(sorted(_alike(owners.values()), key=lambda one: -len(one.rows)))


def _alike(owners: Iterable[Owner]) -> list[Owner]:
    """Put owners of the very same things together."""
    found: dict[tuple[Touched, ...], Owner] = {}
    for one in sorted(owners, key=lambda one: one.names):
        rows = tuple(one.rows)
        kept = found.get(rows)
        names = (*kept.names, *one.names) if kept else one.names
        found[rows] = Owner(names, one.rows)
    return list(found.values())


def _row(one: Resting, changes: tuple[Change, ...], cases: dict[int, int]) -> Touched:
    return Touched(
        sort_word(one.sort),
        f"{one.title} {one.row}".strip(),
        one.code,
        reverse("register_entry", args=[_REGISTERS[one.sort], one.key]),
        one.citation,
        changes,
        cases.get(one.key, 0) if one.sort is Sort.ITEM else 0,
    )


def _nobody(one: Resting) -> str:
    if one.sort is Sort.ITEM:
        return gettext("没有机关行使的事项")
    return gettext("未登记制定机关")


def _holders(codes: Iterable[str], today: date) -> dict[str, list[str]]:
    """The organs that hold power for items of some codes."""
    rows = Power.objects.on(today).filter(item__code__in=set(codes), street=False)
    found: dict[str, list[str]] = {}
    for code, name in rows.values_list("item__code", "organ__name").distinct():
        found.setdefault(code, []).append(name)
    return found


def _open_cases(items: set[int]) -> dict[int, int]:
    """How many open cases rest on each item."""
    found: dict[int, int] = {}
    for model in (PenaltyFile, OnTheSpotFile):
        rows = model.objects.filter(item__in=items, course__case__ended_on=None)
        for item, count in rows.values_list("item").annotate(Count("pk")).order_by():
            found[item] = found.get(item, 0) + count
    return found


def sort_word(sort: Sort) -> str:
    """Name a sort of thing."""
    words = {
        Sort.ITEM: gettext("执法事项"),
        Sort.BENCHMARK: gettext("裁量基准"),
        Sort.LIST: gettext("裁量清单"),
    }
    return words[sort]


def sheet(found: Impact) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The list for a file: headings and rows."""
    titles: tuple[str, ...] = (
        "主管",
        "种类",
        "代码",
        "名称",
        "依据",
        "条文变动",
        "在办案件",
    )
    rows: list[tuple[str, ...]] = [
        (
            name,
            row.sort,
            row.code,
            row.title,
            row.citation,
            row.words,
            str(row.cases),
        )
        for owner in found.owners
        for name in owner.names
        for row in owner.rows
    ]
    return titles, rows
