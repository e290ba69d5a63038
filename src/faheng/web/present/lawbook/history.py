"""What became of an article from version to version, and what a version changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext

from faheng.lawbase.models import Lineage, LineageKind, SuggestionState, Unit, Version
from faheng.lawbase.models import UnitKind as Kind
from faheng.web.present.lawbook.versions import Stand, begins

_QUIET = {LineageKind.SAME}
_TONES = {
    LineageKind.INSERTED: "accent",
    LineageKind.DELETED: "late",
    LineageKind.MODIFIED: "soon",
}


def kind_word(kind: str) -> str:
    """Say what became of a unit."""
    words = {
        LineageKind.SAME: gettext("未变"),
        LineageKind.MODIFIED: gettext("修改"),
        LineageKind.RENUMBERED: gettext("改条号"),
        LineageKind.MOVED: gettext("移动"),
        LineageKind.SPLIT: gettext("拆分"),
        LineageKind.MERGED: gettext("合并"),
        LineageKind.INSERTED: gettext("新增"),
        LineageKind.DELETED: gettext("删除"),
    }
    return words[LineageKind(kind)]


@dataclass(frozen=True)
class Change:
    """What became of an article from one version to the next."""

    pk: int
    kind: str
    word: str
    tone: str
    before: Unit | None
    after: Unit | None
    score: float
    state: str

    @property
    def is_suggested(self) -> bool:
        """Whether nobody has looked at it yet."""
        return self.state == SuggestionState.SUGGESTED


@dataclass(frozen=True)
class VersionChanges:
    """What one version changed in the one before."""

    version: Version
    changes: tuple[Change, ...]
    same: int


def _rows(later: Iterable[Version]) -> list[Lineage]:
    articles = Q(before__kind=Kind.ARTICLE) | Q(after__kind=Kind.ARTICLE)
    return list(
        Lineage.objects
        .filter(articles, later__in=list(later))
        .exclude(state=SuggestionState.REJECTED)
        .select_related("before", "after")
        .order_by("after__path", "before__path")
    )


def changes_since(stood: Stand, today: date) -> tuple[VersionChanges, ...]:
    """Give what the versions after the one shown changed, the next one first."""
    if stood.shown is None:
        return ()
    since = begins(stood.shown)
    later = [one for one in stood.versions if begins(one) > since]
    return changes_of([one for one in later if begins(one) <= today])


def changes_made(version: Version) -> VersionChanges | None:
    """Give what a version changed in the one before it."""
    return next(iter(changes_of([version])), None)


def changes_of(versions: list[Version]) -> tuple[VersionChanges, ...]:
    """Give what each of some versions changed in the one before it."""
    found: dict[int, list[Lineage]] = {}
    for row in _rows(versions):
        found.setdefault(row.later_id, []).append(row)
    return tuple(
        VersionChanges(
            version,
            tuple(_change(row) for row in found[version.pk] if _is_told(row)),
            sum(not _is_told(row) for row in found[version.pk]),
        )
        for version in versions
        if version.pk in found
    )


def _is_told(row: Lineage) -> bool:
    return row.kind not in _QUIET or row.renumbered


def _change(row: Lineage) -> Change:
    kind = LineageKind.RENUMBERED if row.kind in _QUIET else LineageKind(row.kind)
    return Change(
        row.pk,
        kind,
        kind_word(kind),
        _TONES.get(kind, "info"),
        row.before,
        row.after,
        row.score,
        row.state,
    )


@dataclass
class Wording:
    """An article as one version has it, and how it came from the version before."""

    version: Version
    units: list[Unit] = field(default_factory=list)
    kind: str = ""
    word: str = ""
    tone: str = ""
    is_shown: bool = False

    @property
    def label(self) -> str:
        """The label it bears in that version."""
        return "、".join(unit.label for unit in self.units)


def wordings(stood: Stand, article: Unit) -> list[Wording]:
    """Follow an article through the versions held, oldest first."""
    versions = [one for one in stood.versions if one.held]
    at = next(
        (n for n, one in enumerate(versions) if one.pk == article.version_id), None
    )
    if at is None:
        return []
    middle = Wording(versions[at], [article], is_shown=True)
    found = [middle]
    for place in range(at, 0, -1):
        older = _older(found[0], versions[place], versions[place - 1])
        if older is None:
            break
        found.insert(0, older)
    for place in range(at + 1, len(versions)):
        newer = _newer(found[-1], versions[place])
        if newer is None:
            break
        found.append(newer)
    return found


def _older(newer: Wording, later: Version, earlier: Version) -> Wording | None:
    """Find what an article was in the version before; tell how it came from it."""
    rows = Lineage.objects.filter(later=later, after__in=newer.units)
    rows = rows.exclude(state=SuggestionState.REJECTED).select_related("before")
    links = list(rows)
    _told(newer, links)
    units = [row.before for row in links if row.before]
    return Wording(earlier, units) if units else None


def _newer(older: Wording, later: Version) -> Wording | None:
    """Find what an article became in the next version."""
    rows = Lineage.objects.filter(later=later, before__in=older.units)
    rows = rows.exclude(state=SuggestionState.REJECTED).select_related("after")
    links = list(rows)
    if not links:
        return None
    found = Wording(later, [row.after for row in links if row.after])
    _told(found, links)
    return found


def _told(wording: Wording, links: list[Lineage]) -> None:
    told = [_change(row) if _is_told(row) else None for row in links]
    first = next(filter(None, told), None)
    wording.kind = first.kind if first else (LineageKind.SAME if links else "")
    wording.word = first.word if first else (kind_word("same") if links else "")
    wording.tone = first.tone if first else ""
