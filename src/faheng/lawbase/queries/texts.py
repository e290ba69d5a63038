"""Articles as they are cited: by title, number, paragraph and item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import zip_longest

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length

from faheng.kernel.law.declare import Citation
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models import Claim, ClaimKind, FileRole, SourceFile, Unit, Version
from faheng.lawbase.queries.views import UnitView, flat, nested
from faheng.lawbase.status.declare import key


class Outcome(Enum):
    """What became of looking a citation up."""

    RESOLVES = "有此条文"
    NOT_HELD = "法规库未收录"
    DOES_NOT_EXIST = "所收文本无此条款"


@dataclass(frozen=True)
class StatuteView:
    """One version whose text is held. The status is the source's claim."""

    id: int
    title: str
    short: str
    version_label: str
    begins_claim: date | None
    effective_claim: date | None
    status_claim: str
    source: str
    sha256: str


@dataclass(frozen=True)
class Item:
    """One 项: its number and its words, without the bracketed number."""

    number: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One 款: its number, its words before the items, and its items."""

    number: int
    text: str
    items: tuple[Item, ...] = ()

    def item(self, number: int) -> Item | None:
        """The item of that number."""
        return next((item for item in self.items if item.number == number), None)


@dataclass(frozen=True)
class ArticleView:
    """An article as it stands in one version, or one paragraph of it.

    `fits` is false when the only version held begins after the day asked for.
    """

    statute: StatuteView
    number: int
    suffix: int
    chapter: str
    paragraphs: tuple[Paragraph, ...]
    fits: bool

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number."""
        return next((one for one in self.paragraphs if one.number == number), None)


def statutes() -> list[StatuteView]:
    """Every version held, by title."""
    rows = _described(Version.objects.filter(held=True)).order_by("work__title")
    return [_view(row) for row in rows]


def versions(title: str) -> list[StatuteView]:
    """The versions held of a statute, oldest first; any of its names will do."""
    return [_view(row) for row in _held(title)]


def article(
    title: str,
    number: int,
    para: int | None = None,
    *,
    suffix: int = 0,
    on: date | None = None,
) -> ArticleView | None:
    """An article of the version that had begun by a day, else of the first held.

    Without a day: of the newest version. With `para`: that paragraph alone.
    """
    held = _held(title)
    if not held:
        return None
    begun = [row for row in held if on is None or _begins(row) <= on]
    row = begun[-1] if begun else held[0]
    unit = _article(row, number, suffix)
    if unit is None:
        return None
    chosen = tuple(_paragraph(one) for one in unit.parts if para in {None, one.number})
    if not chosen:
        return None
    return ArticleView(
        _view(row), number, suffix, _chapter(row, unit.path), chosen, fits=bool(begun)
    )


def outcome(citation: Citation, on: date | None = None) -> Outcome:
    """Whether a citation points at a text that is held.

    Looked for in the version of a day, or without a day in the versions that were in
    force at some time while the cited declaration is.
    """
    meant = _meant(citation, on)
    if not meant:
        return Outcome.NOT_HELD
    if any(_has(row, citation) for row in meant):
        return Outcome.RESOLVES
    return Outcome.DOES_NOT_EXIST


def unresolved(
    citations: Iterable[Citation],
) -> dict[Outcome, list[Citation]]:
    """Those citations that do not resolve, by what became of them."""
    found: dict[Outcome, list[Citation]] = {
        Outcome.NOT_HELD: [],
        Outcome.DOES_NOT_EXIST: [],
    }
    for citation in citations:
        result = outcome(citation)
        if result is not Outcome.RESOLVES:
            found[result].append(citation)
    return found


def _meant(citation: Citation, on: date | None) -> list[Version]:
    """The held versions that a citation can mean."""
    statute = citation.statute
    first = on or statute.since
    last = on or statute.until or date.max
    held = _held(statute.title)
    followers = [_begins(row) for row in held[1:]]
    return [
        row
        for row, next_begins in zip_longest(held, followers, fillvalue=None)
        if row and _begins(row) <= last and (next_begins is None or next_begins > first)
    ]


def _has(row: Version, citation: Citation) -> bool:
    """Whether a version has the article, and the paragraph and item if cited."""
    unit = _article(row, citation.article, citation.suffix)
    if unit is None:
        return False
    parts = unit.parts
    if citation.para is not None:
        parts = tuple(one for one in parts if one.number == citation.para)
    if citation.item is not None:
        return any(one.part(citation.item) for one in parts)
    return bool(parts)


def _held(title: str) -> list[Version]:
    """The held versions of a statute, oldest first."""
    rows = Version.objects.filter(work__names__name=key(title), held=True)
    return sorted(
        _described(rows).order_by(),
        key=lambda row: (_begins(row), row.adopted_on or date.min),
    )


def _described(rows: QuerySet[Version]) -> QuerySet[Version]:
    """Versions with their work, their source and what is claimed of them."""
    claims = Claim.objects.filter(
        work=OuterRef("work"), about_on=OuterRef("adopted_on")
    ).order_by("pk")
    files = SourceFile.objects.filter(version=OuterRef("pk"), role=FileRole.PRIMARY)
    return rows.select_related("work").annotate(
        status_claim=Subquery(claims.filter(what=ClaimKind.STATUS).values("value")[:1]),
        effective_claim=Subquery(
            claims.filter(what=ClaimKind.EFFECTIVE).values("on")[:1]
        ),
        origin=Subquery(files.values("source")[:1]),
        sha256=Subquery(files.values("sha256")[:1]),
    )


def _begins(row: Version) -> date:
    """The day a version begins, as far as known."""
    return row.valid_from or date.min


def _article(row: Version, number: int, suffix: int) -> UnitView | None:
    """The article of a version with its parts; the first if it is there twice."""
    found = nested(
        flat(Unit.objects.filter(version=row.pk, article=number, article_suffix=suffix))
    )
    return found[0] if found else None


def _paragraph(unit: UnitView) -> Paragraph:
    """A paragraph with its items; what is below an item is part of its words."""
    return Paragraph(
        unit.number,
        unit.text,
        tuple(Item(one.number, one.full_text) for one in unit.parts),
    )


def _chapter(row: Version, path: str) -> str:
    """The heading of the chapter that a unit stands in."""
    found = (
        Unit.objects
        .filter(version=row.pk, path__in=_around(path))
        .exclude(kind=UnitKind.SECTION)
        .order_by(Length("path").desc())
        .values_list("label", "text")
        .first()
    )
    return f"{found[0]} {found[1]}" if found else ""


def _around(path: str) -> list[str]:
    """The paths of what a unit stands in."""
    return [path[:end] for end in range(4, len(path), 4)]


def _view(row: Version) -> StatuteView:
    """The frozen form of a version."""
    return StatuteView(
        id=row.pk,
        title=row.work.full_title,
        short=row.work.title,
        version_label=f"{row.adopted_on or row.valid_from or '日期不明'}",
        begins_claim=row.valid_from,
        effective_claim=getattr(row, "effective_claim", None),
        status_claim=getattr(row, "status_claim", None) or "",
        source=getattr(row, "origin", None) or "",
        sha256=getattr(row, "sha256", None) or "",
    )
